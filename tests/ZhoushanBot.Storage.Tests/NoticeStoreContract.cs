using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Storage.Tests;

/// <summary>What every <see cref="INoticeStore"/> must do, whatever database it stands on.</summary>
public abstract class NoticeStoreContract
{
    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract INoticeStore Store { get; }

    [Fact]
    public async Task A_new_store_is_empty() => Assert.Empty(await Store.LoadAllAsync(Cancelled));

    [Fact]
    public async Task A_saved_notice_comes_back_as_it_was()
    {
        var notice = ANotice.Numbered("云政办发〔2031〕1号", 2031, "新建桥梁", " 修 旧 桥 ", string.Empty);

        var outcome = await Store.SaveAsync(notice, Cancelled);

        Assert.Equal(SaveOutcome.Added, outcome);
        Assert.Equal(Structure.Of(notice), Structure.Of(Assert.Single(await Store.LoadAllAsync(Cancelled))));
    }

    [Fact]
    public async Task Saving_the_same_again_changes_nothing()
    {
        await Store.SaveAsync(ANotice.Numbered("云政办发〔2031〕1号", 2031, "新建桥梁"), Cancelled);

        var outcome = await Store.SaveAsync(ANotice.Numbered("云政办发〔2031〕1号", 2031, "新建桥梁"), Cancelled);

        Assert.Equal(SaveOutcome.Unchanged, outcome);
        Assert.Single(await Store.LoadAllAsync(Cancelled));
    }

    [Fact]
    public async Task A_newer_text_of_a_notice_replaces_the_older_one_whole()
    {
        await Store.SaveAsync(ANotice.Numbered("云政办发〔2031〕1号", 2031, "一", "二", "三"), Cancelled);
        var shorter = ANotice.Numbered("云政办发〔2031〕1号", 2031, "四", "五");

        var outcome = await Store.SaveAsync(shorter, Cancelled);

        Assert.Equal(SaveOutcome.Replaced, outcome);
        Assert.Equal(Structure.Of(shorter), Structure.Of(Assert.Single(await Store.LoadAllAsync(Cancelled))));
    }

    [Fact]
    public async Task A_change_outside_the_tasks_counts_as_a_change()
    {
        var notice = ANotice.Numbered("云政办发〔2031〕1号", 2031, "一");
        await Store.SaveAsync(notice, Cancelled);

        var outcome = await Store.SaveAsync(notice with { Findings = [] }, Cancelled);

        Assert.Equal(SaveOutcome.Replaced, outcome);
        Assert.Empty(Assert.Single(await Store.LoadAllAsync(Cancelled)).Findings);
    }

    [Fact]
    public async Task Replacing_one_notice_leaves_the_others_alone()
    {
        var first = ANotice.Numbered("云政办发〔2031〕1号", 2031, "一", "二");
        var last = ANotice.Numbered("云政办发〔2031〕3号", 2031, "三", "四");
        await Store.SaveAsync(first, Cancelled);
        await Store.SaveAsync(ANotice.Numbered("云政办发〔2031〕2号", 2031, "五"), Cancelled);
        await Store.SaveAsync(last, Cancelled);

        await Store.SaveAsync(ANotice.Numbered("云政办发〔2031〕2号", 2031, "六", "七", "八"), Cancelled);

        var loaded = await Store.LoadAllAsync(Cancelled);
        Assert.Equal(Structure.Of(first), Structure.Of(loaded[0]));
        Assert.Equal(["六", "七", "八"], loaded[1].WorkItems.Select(item => item.Text), StringComparer.Ordinal);
        Assert.Equal(Structure.Of(last), Structure.Of(loaded[2]));
    }

    [Fact]
    public async Task The_newest_year_comes_first_then_the_document_numbers_in_their_order()
    {
        await Store.SaveAsync(ANotice.Numbered("乙", 2030), Cancelled);
        await Store.SaveAsync(ANotice.Numbered("b", 2031), Cancelled);
        await Store.SaveAsync(ANotice.Numbered("B", 2031), Cancelled);
        await Store.SaveAsync(ANotice.Numbered("a", 2031), Cancelled);

        var loaded = await Store.LoadAllAsync(Cancelled);

        Assert.Equal(["B", "a", "b", "乙"], loaded.Select(content => content.Notice.DocumentNumber), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Ids_that_differ_in_case_or_by_blanks_are_different()
    {
        await Store.SaveAsync(ANotice.Numbered("a"), Cancelled);
        await Store.SaveAsync(ANotice.Numbered("A"), Cancelled);

        var outcome = await Store.SaveAsync(ANotice.Numbered("a "), Cancelled);

        Assert.Equal(SaveOutcome.Added, outcome);
        Assert.Equal(3, (await Store.LoadAllAsync(Cancelled)).Length);
    }

    [Fact]
    public async Task A_removed_notice_is_gone_and_its_number_is_free()
    {
        var notice = ANotice.Numbered("云政办发〔2031〕1号", 2031, "一", "二");
        var other = ANotice.Numbered("云政办发〔2031〕2号", 2031, "三");
        await Store.SaveAsync(notice, Cancelled);
        await Store.SaveAsync(other, Cancelled);

        var wasThere = await Store.RemoveAsync(notice.Notice.Id, Cancelled);

        Assert.True(wasThere);
        Assert.Equal(Structure.Of(other), Structure.Of(Assert.Single(await Store.LoadAllAsync(Cancelled))));
        Assert.False(await Store.RemoveAsync(notice.Notice.Id, Cancelled));
        Assert.Equal(SaveOutcome.Added, await Store.SaveAsync(notice, Cancelled));
    }

    [Fact]
    public async Task A_notice_larger_than_any_page_or_document_of_a_database_comes_back()
    {
        var small = ANotice.Numbered("云政办发〔2031〕1号", 2031, new string('大', 1_000_000));
        var large = small with { Notice = small.Notice with { SourceText = new string('文', 7_000_000) } };

        await Store.SaveAsync(large, Cancelled);

        var loaded = Assert.Single(await Store.LoadAllAsync(Cancelled));
        Assert.Equal(large.Notice.SourceText, loaded.Notice.SourceText);
        Assert.Equal(large.WorkItems[0].Text, loaded.WorkItems[0].Text);
    }

    [Fact]
    public async Task Many_at_once_are_all_kept()
    {
        var notices = Enumerable.Range(1, 20).Select(i => ANotice.Numbered($"{i}", 2031, $"{i}", "x")).ToArray();

        var outcomes = await Task.WhenAll(notices.Select(notice => Store.SaveAsync(notice, Cancelled)));

        Assert.All(outcomes, outcome => Assert.Equal(SaveOutcome.Added, outcome));
        Assert.Equal(
            notices.Select(Structure.Of).Order(StringComparer.Ordinal),
            (await Store.LoadAllAsync(Cancelled)).Select(Structure.Of).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reader_beside_a_writer_never_sees_half_a_notice()
    {
        string[] few = ["一"];
        string[] many = [.. Enumerable.Repeat("二", 40)];
        await Store.SaveAsync(ANotice.Numbered("号", 2031, few), Cancelled);

        var writing = Task.Run(
            async () =>
            {
                for (var round = 0; round < 20; round++)
                {
                    await Store.SaveAsync(ANotice.Numbered("号", 2031, round % 2 == 0 ? many : few), Cancelled);
                }
            },
            Cancelled);
        var seen = new List<int>();
        while (!writing.IsCompleted)
        {
            seen.Add(Assert.Single(await Store.LoadAllAsync(Cancelled)).WorkItems.Length);
        }

        await writing;
        Assert.All(seen, count => Assert.True(count is 1 or 40, $"{count} tasks"));
    }

    [Fact]
    public async Task A_save_cancelled_before_it_began_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SaveAsync(ANotice.Numbered("号"), cancelled.Token));

        Assert.Empty(await Store.LoadAllAsync(Cancelled));
    }
}
