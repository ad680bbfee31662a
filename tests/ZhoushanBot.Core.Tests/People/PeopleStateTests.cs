using System.Text;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Core.Tests.People;

public sealed class PeopleStateTests
{
    private static readonly DateTimeOffset Now = new(2024, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Party Water = new("市水利局", null);
    private static readonly ChatAddress Chat = new("msteams", "19:abc");

    private static readonly PeopleState Start = PeopleState.Empty.With(
        new PeopleEvent.Imported(
        [
            new Person("Zhang@x.cn", "张三", Role.Liaison, "市水利局", null, "li@x.cn", false),
            new Person("li@x.cn", "李四", Role.Staff, "市水利局", null, null, false),
            new Person("wang@x.cn", "王五", Role.Liaison, null, "岱山县", null, false),
            new Person("zhao@x.cn", "赵六", Role.Manager, null, null, null, false),
        ]),
        Now);

    [Fact]
    public void Whoever_is_not_listed_is_staff()
    {
        Assert.Equal(Role.Liaison, Start.Directory.RoleOf(new Actor("zhang@X.CN", "")));
        Assert.Equal(Role.Staff, Start.Directory.RoleOf(new Actor("nobody", "管理员")));
        Assert.Equal(["赵六"], Start.Directory.SupervisionOffice.Select(p => p.Name));
    }

    [Fact]
    public void The_liaison_and_the_deputy_speak_for_the_unit_and_a_colleague_of_another_does_not()
    {
        var today = new DateOnly(2024, 11, 20);

        Assert.True(Start.SpeaksFor("zhang@x.cn", Water, today));
        Assert.True(Start.SpeaksFor("li@x.cn", Water, today));
        Assert.False(Start.SpeaksFor("wang@x.cn", Water, today));
        Assert.True(Start.SpeaksFor("wang@x.cn", new Party("岱山县政府", "岱山县"), today));
        Assert.False(Start.SpeaksFor("zhao@x.cn", Water, today));
    }

    [Fact]
    public void A_one_time_code_binds_a_chat_once_and_in_time_however_it_is_typed()
    {
        var code = BindingCode.Make(Encoding.ASCII.GetBytes("0123456789"));
        var owner = new ChatOwner("市水利局", null, null);
        var issued = Start.With(new PeopleEvent.CodeIssued(BindingCode.HashOf(code), owner, Now + BindingCode.Lifetime), Now);
        var actor = new Actor("zhang@x.cn", "");

        var bound = Assert.IsType<CodeOutcome.Bound>(issued.Redeem($" {code.Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant()}", actor, Chat, Now));
        var after = issued.With(bound.Event, Now);

        Assert.Equal([Chat], after.ChatsOf(owner));
        Refused(CodeRefusal.Used, after.Redeem(code, actor, Chat, Now));
        Refused(CodeRefusal.Expired, issued.Redeem(code, actor, Chat, Now.AddHours(24)));
        Refused(CodeRefusal.Unknown, issued.Redeem("23456-789AB", actor, Chat, Now));
        Refused(CodeRefusal.NotAllowed, issued.Redeem(code, new Actor("stranger", ""), Chat, Now));
        Assert.Empty(after.With(new PeopleEvent.ChatUnbound(Chat), Now).ChatsOf(owner));
    }

    [Fact]
    public void A_code_is_easy_to_read_out_and_never_kept()
    {
        var code = BindingCode.Make(Enumerable.Range(0, 10).Select(i => (byte)(i * 25)).ToArray());

        Assert.Matches("^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$", code);
        Assert.DoesNotContain(code, PeopleJournal.Write(new PeopleEvent.CodeIssued(BindingCode.HashOf(code), default, Now)).Json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreachable_chat_is_kept_with_its_reason_until_somebody_speaks_there()
    {
        var lost = Start.With(new PeopleEvent.ChatBound(Chat, ChatOwner.SupervisionOffice, null), Now).With(new PeopleEvent.Unreachable(Chat, "MessageWritesBlocked"), Now);

        Assert.Empty(lost.ChatsOf(ChatOwner.SupervisionOffice));
        Assert.Equal(new UnreachableChat(Chat, "MessageWritesBlocked", Now), Assert.Single(lost.UnreachableChats));
        Assert.Equal([Chat], lost.With(new PeopleEvent.Reachable(Chat), Now).ChatsOf(ChatOwner.SupervisionOffice));
    }

    [Fact]
    public void Whoever_was_listed_by_name_keeps_everything_under_the_account()
    {
        var handed = Start.With(new PeopleEvent.HandedOver("zhang@x.cn", "wang@x.cn", null, ""), Now);

        var known = handed.With(new PeopleEvent.Identified("zhang@x.cn", "0a-1"), Now).With(new PeopleEvent.Identified("li@x.cn", "0a-2"), Now);

        Assert.Equal("张三", known.Directory.Find("0a-1")?.Name);
        Assert.Null(known.Directory.Find("zhang@x.cn"));
        Assert.Equal("0a-2", known.Directory.Find("0a-1")?.DeputyAccountId);
        Assert.Equal("wang@x.cn", known.HandoverOf("0a-1", new DateOnly(2024, 11, 20))?.ToAccountId);
    }

    [Fact]
    public void A_handover_ends_on_its_last_day_or_when_it_is_taken_back()
    {
        var handed = Start.With(new PeopleEvent.HandedOver("zhang@x.cn", "wang@x.cn", new DateOnly(2024, 11, 22), "休假"), Now);

        Assert.NotNull(handed.HandoverOf("ZHANG@x.cn", new DateOnly(2024, 11, 22)));
        Assert.Null(handed.HandoverOf("zhang@x.cn", new DateOnly(2024, 11, 23)));
        Assert.Null(handed.With(new PeopleEvent.HandedOver("zhang@x.cn", null, null, ""), Now).HandoverOf("zhang@x.cn", new DateOnly(2024, 11, 22)));
    }

    [Fact]
    public void An_account_that_was_found_out_outlives_the_next_file_with_its_sign_in_names()
    {
        var known = Start.With(new PeopleEvent.Identified("ZHANG@x.cn", "0a-1"), Now).With(new PeopleEvent.Identified("li@x.cn", "0a-2"), Now);

        var changes = DirectoryChanges.Between(known, Start.Directory.People);
        var again = known.With(new PeopleEvent.Imported(Start.Directory.People), Now);

        Assert.Empty(changes.Changes);
        Assert.Equal(4, changes.Unchanged);
        Assert.Equal(("张三", "0a-2"), (again.Directory.Find("0a-1")?.Name, again.Directory.Find("0a-1")?.DeputyAccountId));
    }

    [Fact]
    public void A_file_is_compared_person_by_person()
    {
        var li = Start.Directory.Find("li@x.cn")!;

        var changes = DirectoryChanges.Between(Start, [li with { Role = Role.Liaison }, new Person("new@x.cn", "新", Role.Staff, null, null, null, false), Start.Directory.Find("zhao@x.cn")!]);

        Assert.Equal(
            [("李四", "李四"), (null, "新"), ("张三", null), ("王五", null)],
            changes.Changes.Select(c => (c.Before?.Name, c.After?.Name)));
        Assert.Equal(1, changes.Unchanged);
    }

    [Fact]
    public void A_liaison_binds_chats_of_the_own_unit_only_and_whoever_stands_in_may_too()
    {
        var code = BindingCode.Make("0123456789"u8);
        PeopleState Issued(ChatOwner owner) => Start.With(new PeopleEvent.CodeIssued(BindingCode.HashOf(code), owner, Now + BindingCode.Lifetime), Now);
        var water = Issued(new ChatOwner("市水利局", null, null));
        var wang = new Actor("wang@x.cn", "");

        Refused(CodeRefusal.NotOwn, water.Redeem(code, wang, Chat, Now));
        Refused(CodeRefusal.NotOwn, Issued(ChatOwner.SupervisionOffice).Redeem(code, wang, Chat, Now));
        Refused(CodeRefusal.NotOwn, Issued(new ChatOwner(null, null, "孙小晓")).Redeem(code, wang, Chat, Now));
        Assert.IsType<CodeOutcome.Bound>(Issued(new ChatOwner(null, "岱山县", null)).Redeem(code, wang, Chat, Now));
        Assert.IsType<CodeOutcome.Bound>(water.Redeem(code, new Actor("zhao@x.cn", ""), Chat, Now));
        Assert.IsType<CodeOutcome.Bound>(water.With(new PeopleEvent.HandedOver("zhang@x.cn", "wang@x.cn", null, ""), Now).Redeem(code, wang, Chat, Now));
    }

    [Fact]
    public void A_demonstration_is_marked_in_the_journal_and_a_file_never_is()
    {
        var cast = new PeopleEvent.Imported(DemonstrationCast.People(null), IsDemonstration: true);
        var lines = new[] { PeopleJournal.Write(cast), PeopleJournal.Write(new PeopleEvent.Imported(Start.Directory.People)) };

        Assert.Contains("\"isDemonstration\":true", lines[0].Json, StringComparison.Ordinal);
        Assert.DoesNotContain("isDemonstration", lines[1].Json, StringComparison.Ordinal);
        Assert.True(PeopleState.Empty.With(cast, Now).IsDemonstration);
        Assert.False(PeopleState.Empty.With(cast, Now).With(new PeopleEvent.Imported(Start.Directory.People), Now).IsDemonstration);
        Assert.True(Assert.IsType<PeopleEvent.Imported>(PeopleEventJson.Read(lines[0].Kind, lines[0].Json)).IsDemonstration);
    }

    private static void Refused(CodeRefusal reason, CodeOutcome outcome) => Assert.Equal(reason, Assert.IsType<CodeOutcome.Refused>(outcome).Reason);
}
