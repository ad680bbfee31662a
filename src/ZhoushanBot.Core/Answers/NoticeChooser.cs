using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>
/// Answers over a store of several places or years: finds out whose notices are meant, lets each answer for itself, and says which it was.
/// At most three are answered at once; of more it asks which.
/// </summary>
/// <param name="index">The whole store.</param>
/// <param name="context">What was said before.</param>
/// <param name="now">The time, for the context's age.</param>
/// <param name="replyOf">Answers a question from the index of one group, by what was said before to it.</param>
internal sealed class NoticeChooser(WorkItemIndex index, ConversationContext context, DateTimeOffset now, Func<string, WorkItemIndex, ConversationContext, AssistantReply> replyOf)
{
    private const int MostReadings = NoticeChoice.MostReadings;
    private const int MostButtons = 5;

    private readonly NoticeDirectory directory = index.Directory;
    private readonly ContextTurn? last = context.Last(now);

    public AssistantReply Reply(string text)
    {
        var normalized = NormalizedText.Of(text).Text;
        var named = directory.PlacesNamed(normalized);
        if (last?.Question is Question.WhichPlace asked && named is [var chosen] && IsNothingElse(normalized, chosen))
        {
            return ReplyOf(NoticeChoice.Of($"{chosen.Place} {NormalizedText.Of(asked.Text).Text}", directory, []), asked.Text);
        }

        ImmutableArray<NoticeGroup> before = last is null ? [] : [.. last.Groups.Select(directory.GroupAt).OfType<NoticeGroup>()];
        if (before.IsEmpty || !named.IsEmpty)
        {
            return ReplyOf(NoticeChoice.Of(normalized, directory, []), text);
        }

        return Onward(before, normalized, text)
            ?? Found(ReplyOf(NoticeChoice.Of(normalized, directory, [.. before.Select(g => g.Place).Distinct(StringComparer.Ordinal)]), text))
            ?? ReplyOf(NoticeChoice.Of(normalized, directory, []), text);
    }

    /// <summary>What leans on the turn before is asked of the same notices, of those of a year that it names; null when there are none.</summary>
    private AssistantReply? Onward(ImmutableArray<NoticeGroup> before, string normalized, string text)
    {
        var years = directory.YearsNamed(normalized);
        if (!years.IsEmpty)
        {
            before = [.. before.Where(g => years.Any(y => y.Year == g.Year))];
        }

        var replies = before.Select(g => (Group: g, Reply: replyOf(text, index.Of(g), SaidTo(g)))).ToImmutableArray();
        return replies.Any(r => r.Reply.Reading is { IsFollowUp: true } or { Question: Question.NextPage }) ? Say(replies, false) : null;
    }

    /// <summary>What was said before, with the last turn as it was answered from one group: each has its own officials and pages.</summary>
    private ConversationContext SaidTo(NoticeGroup group) => PartOf(group) is { } part && context.Turns is [var turn, .. var older]
        ? new ConversationContext([turn with { Question = part.Question, NextOffset = part.NextOffset, Parts = [] }, .. older])
        : context;

    private GroupTurn? PartOf(NoticeGroup group) => last?.Parts.FirstOrDefault(p => p.Group == group.Key);

    private AssistantReply Ask(string text, WorkItemIndex of) => replyOf(text, of, context);

    private static AssistantReply? Found(AssistantReply reply) => IsUnknown(reply) ? null : reply;

    private AssistantReply ReplyOf(NoticeChoice choice, string text)
    {
        var replies = choice.Groups.Take(MostReadings).Select(g => (Group: g, Reply: Ask(TextFor(g, choice, text), index.Of(g)))).ToImmutableArray();
        if (choice.Groups.Length <= MostReadings)
        {
            var meant = choice.IsNamed ? replies : new NoticeSieve(index, Ask).Meant(replies, text);
            return Say(meant, choice.IsNamed || meant.Length < replies.Length);
        }

        // Talk, a refusal whatever the notice, or a subject that the likeliest do not have: no place would change that.
        return replies.All(r => IsUnknown(r.Reply)) || !DependsOnPlace(replies[0].Reply) ? Say(replies[..1], false) : AskBack(choice, replies[0].Reply, text);
    }

    private string TextFor(NoticeGroup group, NoticeChoice choice, string text) =>
        choice is { IsNamed: true, Groups.Length: > 1 } ? NoticeChoice.TextFor(NormalizedText.Of(text).Text, group, directory) : text;

    private static bool IsUnknown(AssistantReply reply) => !reply.Answer.IsFound && reply.Answer.Source.Length == 0;

    private static bool DependsOnPlace(AssistantReply reply) =>
        reply.Reading.Question is not (Question.Talk or Question.Definition or Question.Refusal { Reason: not RefusalReason.NotFound });

    /// <summary>Where the places were named each gets its answer, else those that have one.</summary>
    private AssistantReply Say(ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> replies, bool isNamed)
    {
        if (!isNamed && replies.All(r => r.Reply.Reading.Question is Question.Refusal { Reason: RefusalReason.OtherYear }))
        {
            // Each says of its own place that it does not have the year.
            var (group, first) = replies[0];
            var answer = first.Answer with { Headline = string.Join('\n', replies.Select(r => r.Reply.Answer.Headline)) };
            return Labelled((group, first with { Answer = answer }), false);
        }

        var said = isNamed ? replies : [.. replies.Where(r => r.Reply.Answer.IsFound)];
        return said.Length > 1 && said.Any(s => s.Reply.Answer.IsFound && DependsOnPlace(s.Reply)) ? Together(said) : Labelled(said.IsEmpty ? replies[0] : said[0], isNamed);
    }

    private AssistantReply Labelled((NoticeGroup Group, AssistantReply Reply) one, bool isNamed)
    {
        var (group, reply) = one;
        var words = AnswerText.Of(reply.Language, index.Names, PlaceRanks.Of(index));

        // A question without a year is answered by the newest: of an older notice the suggestions name it.
        var year = YearToName(group);

        // After "does 甲 have it?" that it has not, "how many tasks in all" would ask about what was not found.
        var suggestions = reply is { Reading.IsFollowUp: true, Answer.IsFound: false }
            ? [.. reply.Answer.Suggestions.Where(s => s != words.AskTaskCount)]
            : reply.Answer.Suggestions;
        var answer = reply.Answer with
        {
            Headline = reply.Answer.Source.Length > 0 || (isNamed && DependsOnPlace(reply)) ? words.InNotice(group, reply.Answer.Headline) : reply.Answer.Headline,
            Suggestions = year == 0 ? suggestions : [.. suggestions.Select(s => s == words.More || s == words.AskHelp ? s : words.AskOf(group.Place, year, s))],
        };
        return Remembering(reply, answer, [one]);
    }

    private AssistantReply Together(ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> all)
    {
        var said = OnOnePage(all);
        var first = said.First(s => s.Reply.Answer.IsFound).Reply;
        var words = AnswerText.Of(first.Language, index.Names, PlaceRanks.Of(index));
        var next = said.Max(s => s.Reply.Answer.NextOffset);
        var answer = new Answer
        {
            Headline = string.Join('\n', said.Select(s => words.InNotice(s.Group, s.Reply.Answer.Headline))),
            PageMark = string.Join(' ', said.Where(s => s.Reply.Answer.PageMark.Length > 0).Select(s => $"{words.NoticeName(s.Group)} {s.Reply.Answer.PageMark}")),
            Lines = [.. said.Where(s => !s.Reply.Answer.Lines.IsEmpty).SelectMany(s => s.Reply.Answer.Lines.Prepend(AnswerLine.Heading(words.NoticeName(s.Group))))],
            Source = string.Join(words.PartSeparator, said.Select(s => s.Reply.Answer.Source).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)),
            Suggestions =
            [
                .. next > 0 ? [words.More] : Array.Empty<string>(),
                .. said.SelectMany(s => s.Reply.Answer.Suggestions.Where(ask => ask != words.More && ask != words.AskHelp).Take(1).Select(ask => words.AskOf(s.Group.Place, YearToName(s.Group), ask))),
            ],
            Shown = [.. said.SelectMany(s => s.Reply.Answer.Shown)],
            NextOffset = next,
        };
        return Remembering(first, answer, said);
    }

    /// <summary>Of several lists of tasks each gets its share of the one page; what one does not need goes to the others.</summary>
    private ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> OnOnePage(ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> all)
    {
        var room = AnswerContext.PageSize;
        var shares = new int[all.Length];
        foreach (var (at, left) in Enumerable.Range(0, all.Length).OrderBy(i => all[i].Reply.Answer.Shown.Length).Select((i, done) => (i, all.Length - done)))
        {
            shares[at] = Math.Min(all[at].Reply.Answer.Shown.Length, room / left);
            room -= shares[at];
        }

        return [.. all.Select((a, i) => a.Reply.Turn?.Question is Question.Tasks ? (a.Group, Assistant.Shortened(a.Reply, index.Of(a.Group), OffsetOf(a), shares[i])) : a)];
    }

    /// <summary>Where the page begins that a group's reply shows.</summary>
    private int OffsetOf((NoticeGroup Group, AssistantReply Reply) said) =>
        said.Reply.Reading.Question is Question.NextPage ? PartOf(said.Group)?.NextOffset ?? last?.NextOffset ?? 0 : 0;

    private int YearToName(NoticeGroup group) => ReferenceEquals(directory.GroupsOf(group.Place)[0], group) ? 0 : group.Year;

    private AssistantReply AskBack(NoticeChoice choice, AssistantReply reply, string text)
    {
        var words = AnswerText.Of(reply.Language, index.Names, PlaceRanks.Of(index));
        var likeliest = choice.Groups.Take(MostButtons).ToList();
        var answer = new Answer
        {
            Headline = words.WhichNotices(choice.Groups.Length, string.Join(words.ListSeparator, likeliest.Select(words.NoticeName))),
            Suggestions = [.. likeliest.Select(g => words.AskOf(g.Place, YearToName(g), text))],
            IsFound = false,
        };
        var question = new Question.WhichPlace([.. likeliest.Select(g => g.Place).Distinct(StringComparer.Ordinal)], text);
        return reply with
        {
            Answer = answer,
            Context = context.With(new ContextTurn(question, [], 0, reply.Language, now)),
            Reading = reply.Reading with { Question = question, Rule = "several places" },
        };
    }

    /// <summary>The reply with what was made of its answer, and the turn with the notices that it was asked of, each with its own part.</summary>
    private AssistantReply Remembering(AssistantReply reply, Answer answer, ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> said) => reply with
    {
        Answer = answer,
        Context = reply.Turn is { } turn
            ? context.With(turn with { Groups = GroupsOf(reply, said), Parts = PartsOf(reply, said), Shown = answer.Shown, NextOffset = answer.NextOffset })
            : context,
    };

    /// <summary>A further page may show one notice only: what was asked before was still asked of all.</summary>
    private bool IsFurtherPage(AssistantReply reply) => reply.Reading.Question is Question.NextPage && last is { Parts.IsEmpty: false };

    private ImmutableArray<string> GroupsOf(AssistantReply reply, ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> said) =>
        IsFurtherPage(reply) ? last!.Groups : [.. said.Select(s => s.Group.Key)];

    private ImmutableArray<GroupTurn> PartsOf(AssistantReply reply, ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> said)
    {
        var parts = said.Where(s => s.Reply.Turn is not null).Select(s => new GroupTurn(s.Group.Key, s.Reply.Turn!.Question, s.Reply.Turn.NextOffset)).ToList();
        return IsFurtherPage(reply) ? [.. last!.Parts.Select(p => parts.Find(own => own.Group == p.Group) ?? p with { NextOffset = 0 })]
            : said.Length < 2 ? []
            : [.. parts];
    }

    /// <summary>"云州市", "云州的": the choice itself, not a new question.</summary>
    private static bool IsNothingElse(string text, PlaceName place)
    {
        const int particles = 2;
        return text.Length - place.Span.Length <= particles;
    }
}
