using Microsoft.Extensions.Options;
using ZhoushanBot.Activities.Authentication;

namespace ZhoushanBot.Activities.Tests;

/// <summary>Settings that cannot work are refused at the start, all faults at once.</summary>
public sealed class BotChannelOptionsTests
{
    private static readonly BotChannelOptionsValidator Validator = new();

    [Fact]
    public void No_settings_at_all_will_do() => Assert.True(Validator.Validate(null, new()).Succeeded);

    [Fact]
    public void A_registered_bot_will_do() =>
        Assert.True(Validator.Validate(null, new() { AppId = "a", TenantId = "t", Password = "p" }).Succeeded);

    [Fact]
    public void All_faults_are_told_with_their_values()
    {
        var result = Validator.Validate(null, new()
        {
            AppId = "the-app",
            AppType = BotAppType.MultiTenant,
            Cloud = BotCloud.China,
            Endpoints = new() { OpenIdMetadata = "http://keys.example/" },
            MaxBodyBytes = 0,
            KeysFreshFor = TimeSpan.FromDays(9),
        });

        var faults = result.FailureMessage;
        Assert.Equal(5, result.Failures!.Count());
        Assert.Contains("the-app", faults, StringComparison.Ordinal);
        Assert.Contains("China", faults, StringComparison.Ordinal);
        Assert.Contains("http://keys.example/", faults, StringComparison.Ordinal);
        Assert.Contains("MaxBodyBytes (0)", faults, StringComparison.Ordinal);
        Assert.Contains("9.00:00:00", faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "t", false)]
    [InlineData("p", "/no/such/file.pfx", "t", false)]
    [InlineData("", "/no/such/file.pfx", "t", false)]
    [InlineData("p", "", "", false)]
    [InlineData("p", "", "t", true)]
    public void A_single_tenant_bot_needs_its_tenant_and_one_proof(string password, string certificate, string tenant, bool valid)
    {
        var options = new BotChannelOptions { AppId = "a", Password = password, CertificatePath = certificate, TenantId = tenant };

        Assert.Equal(valid, Validator.Validate(null, options).Succeeded);
    }

    [Fact]
    public async Task A_service_with_wrong_settings_does_not_start()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestBot.StartAsync(options => options.AppId = "a"));

        Assert.Contains("TenantId", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BotCloud.Public, "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData(BotCloud.UsGovernment, "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration")]
    [InlineData(BotCloud.China, "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration")]
    public void A_cloud_has_its_addresses_and_each_can_be_overridden(BotCloud cloud, string issuer, string metadata)
    {
        var options = new BotChannelOptions { Cloud = cloud, Endpoints = new() { Authority = "https://login.example" } };

        var endpoints = options.EffectiveEndpoints;

        Assert.Equal((issuer, metadata, "https://login.example"), (endpoints.Issuer, endpoints.OpenIdMetadata, endpoints.Authority));
    }
}
