using System.Text;
using FsCheck.Xunit;

namespace ZhoushanBot.Activities.Tests;

/// <summary>A message too big is paged: nothing is cut, nothing is refused.</summary>
public sealed class MessageBudgetTests
{
    [Fact]
    public void A_small_message_is_one_page_and_the_very_same()
    {
        var message = new Activity { Type = ActivityTypes.Message, Text = "x", Attachments = [Attachment.AdaptiveCard(RawJson.FromText("{}"))] };

        Assert.Same(message, Assert.Single(MessageBudget.Pages(message)));
    }

    [Property(MaxTest = 300)]
    public bool Pages_are_within_the_budget_and_say_all_that_was_said(string? seed, byte length)
    {
        var whole = string.Concat(Enumerable.Repeat((seed ?? "") + "舟山\n\"🙂", 1 + (length * 60)));
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(whole));

        var pages = MessageBudget.Pages(new Activity { Type = ActivityTypes.Message, Text = text });

        return string.Concat(pages.Select(page => page.Text)) == text
            && pages.All(page => Utf16Bytes(page) <= MessageBudget.MaxMessageBytes);
    }

    [Fact]
    public void Text_is_parted_at_line_ends()
    {
        var lines = string.Concat(Enumerable.Range(0, 4000).Select(n => $"第 {n} 条：牵头单位市水利局。\n"));

        var pages = MessageBudget.Pages(new Activity { Type = ActivityTypes.Message, Text = lines });

        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.EndsWith("\n", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Cards_too_big_together_come_one_by_one_and_buttons_with_the_last()
    {
        var card = RawJson.FromText("{\"t\":\"" + new string('x', 20_000) + "\"}");
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "three cards",
            Attachments = [Attachment.AdaptiveCard(card), Attachment.AdaptiveCard(card), Attachment.AdaptiveCard(card)],
            SuggestedActions = new() { Actions = [CardAction.ImBack("a", "b")] },
        };

        var pages = MessageBudget.Pages(message);

        Assert.Equal(["three cards", null, null, null], pages.Select(page => page.Text).ToArray());
        Assert.Equal([0, 1, 1, 1], pages.Select(page => page.Attachments?.Count ?? 0));
        Assert.Equal([false, false, false, true], pages.Select(page => page.SuggestedActions is not null));
    }

    private static int Utf16Bytes(Activity activity) => 2 * Encoding.UTF8.GetString(ActivityJson.ToUtf8(activity)).Length;
}
