using ZhoushanBot.Configuration;

namespace ZhoushanBot.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_are_taken_out_of_the_arguments_and_everything_else_stays()
    {
        var (settings, others) = Settings.Split(["ask", "--Store:Folder=/x", "what: is=this", "--json", "--environment=Development", "--data=/y"]);

        Assert.Equal(["--Store:Folder=/x", "--environment=Development"], settings);
        Assert.Equal(["ask", "what: is=this", "--json", "--data=/y"], others);
    }

    [Fact]
    public void The_data_option_is_stronger_than_the_setting()
    {
        var configuration = Settings.Read(["--Store:Folder=/x"]);

        Assert.Equal("/y", Settings.Store(configuration, "/y").Folder);
        Assert.Equal("/x", Settings.Store(configuration, null).Folder);
    }

    [Fact]
    public void A_file_is_no_folder_for_a_store()
    {
        var fault = new StoreOptionsValidator().Validate(null, new StoreOptions { Folder = typeof(SettingsTests).Assembly.Location });

        Assert.Contains("Store:Folder", Assert.Single(fault.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_notice_that_is_not_there_is_told_before_the_start()
    {
        var fault = new ImportOptionsValidator().Validate(null, new ImportOptions { FirstNotice = "no-such-notice.txt" });

        Assert.Contains("no-such-notice.txt", Assert.Single(fault.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_of_what_is_remembered_must_be_above_zero_and_all_are_told_at_once()
    {
        var faults = new ConversationOptionsValidator().Validate(null, new ConversationOptions { MaxContexts = 0, MaxReferences = -1 }).Failures!.ToList();

        Assert.Equal(["Conversation:MaxContexts", "Conversation:MaxReferences"], faults.Select(fault => fault.Split('（')[0]));
        Assert.All(faults, fault => Assert.Contains("must be above 0", fault, StringComparison.Ordinal));
    }
}
