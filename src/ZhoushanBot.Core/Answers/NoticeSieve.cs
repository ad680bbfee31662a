using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Questions;

namespace ZhoushanBot.Core.Answers;

/// <summary>
/// Which of the few notices that a question without a place was put to are meant: those that know the area, unit or official that it names,
/// and of their answers those about what it asks.
/// </summary>
/// <param name="index">The whole store.</param>
/// <param name="replyOf">Answers a question from the index of one group.</param>
internal sealed class NoticeSieve(WorkItemIndex index, Func<string, WorkItemIndex, AssistantReply> replyOf)
{
    /// <summary>A text that has less of the subject than this share of what another notice's has is about something else.</summary>
    private const float NearBest = 0.86f;

    /// <summary>The replies that stay, in their order; never empty when some were given.</summary>
    /// <param name="replies">One for each group, to the same question.</param>
    /// <param name="text">The question.</param>
    public ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> Meant(ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> replies, string text) =>
        replies.Length > 1 ? OfSubject(OfNames(replies, NormalizedText.Of(text).Text)) : replies;

    /// <summary>
    /// A notice is out when another one knows all the names that it does and more. Where each knows names of its own, each is asked
    /// without the others' ("甲和乙": officials of two cities). Part of a name that another notice has whole is not known, nor is a name
    /// that another one has better: an official name goes before a short form, and that before a mended slip.
    /// </summary>
    private ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> OfNames(ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> replies, string text)
    {
        var known = replies.Select(r => NamesIn(r.Reply.Reading.Recognition)).ToList();
        var all = known.SelectMany(n => n).GroupBy(n => (n.Span, n.Typed)).Select(g => g.MaxBy(n => n.Fit)).ToList();
        var knows = known.Select(own => all.Where(n => own.Exists(o => o.Span.Overlaps(n.Span) && (o.Span.Length > n.Span.Length || (o.Span.Length == n.Span.Length && o.Fit >= n.Fit)))).ToHashSet()).ToList();
        var stays = Enumerable.Range(0, replies.Length).Where(i => !knows.Exists(k => k.IsProperSupersetOf(knows[i]))).ToList();
        return
        [
            .. stays.Select(i => all.Where(n => !knows[i].Contains(n)).ToList() is { Count: > 0 } foreign
                ? (replies[i].Group, replyOf(Without(foreign, text), index.Of(replies[i].Group)))
                : replies[i]),
        ];
    }

    private static List<KnownName> NamesIn(Recognition heard) =>
    [
        .. heard.Mentions.Where(m => m.Candidates.Any(c => c is Entity.Body or Entity.Official or Entity.Region))
            .Select(m => (Mention: m, Typed: heard.Text.Text[m.Span.Start..m.Span.End]))
            .Select(m => new KnownName(m.Mention.Span, m.Typed, FitOf(m.Mention, m.Typed))),
    ];

    private static NameFit FitOf(Mention mention, string typed) =>
        mention.Form != typed ? NameFit.Mended
        : mention.Candidates.Any(c => NormalizedText.Fold(Entity.NameOf(c)) == typed) ? NameFit.Official
        : NameFit.Form;

    private static string Without(List<KnownName> names, string text) =>
        names.Aggregate(text, (rest, name) => rest.Replace(name.Typed, new string(' ', name.Typed.Length), StringComparison.Ordinal));

    /// <summary>Of answers about a subject those whose notice has it as well as the best one has; where the words cannot be compared, all.</summary>
    private ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> OfSubject(ImmutableArray<(NoticeGroup Group, AssistantReply Reply)> replies)
    {
        var found = replies.Where(r => r.Reply.Answer.IsFound).ToList();
        var fits = found.Select(r => (Reply: r, Fit: FitOf(r.Reply.Reading, index.Of(r.Group)))).ToList();
        if (fits.Count < 2 || fits.Exists(f => f.Fit < 0))
        {
            return replies;
        }

        var bar = fits.Max(f => f.Fit) * NearBest;
        return [.. fits.Where(f => f.Fit >= bar).Select(f => f.Reply)];
    }

    /// <summary>How much of the subject the best text has, 0 to 1; below 0 where the question has no subject.</summary>
    private static float FitOf(Reading reading, WorkItemIndex of)
    {
        var subject = (reading.Question as Question.Tasks)?.Filter.Subject ?? (reading.Question as Question.AreaFigures)?.Filter.Subject;
        if (subject is not { IsEmpty: false } || reading.IsFollowUp)
        {
            return -1;
        }

        var (words, share) = Assistant.UnknownIn(reading, of);
        return words.IsEmpty ? 1 : 1 - share;
    }

    /// <summary>How well what was typed fits what a notice names; the better goes last.</summary>
    private enum NameFit
    {
        /// <summary>A slip or something that sounds alike.</summary>
        Mended,

        /// <summary>A short form, another name, pinyin.</summary>
        Form,

        /// <summary>The official name.</summary>
        Official,
    }

    private readonly record struct KnownName(TextSpan Span, string Typed, NameFit Fit);
}
