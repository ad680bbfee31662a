using System.Collections.Immutable;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Answers;

/// <summary>Answers about the notices themselves, talk, definitions and refusals.</summary>
internal sealed class NoticeAnswers(AnswerContext context)
{
    /// <summary>What comes near in more lines than these is a list of everything.</summary>
    private const int MostNear = 12;

    /// <summary>So many tasks of several lists are one thing with a figure in each, and no more.</summary>
    private const int MostLike = 4;
    private const int MostFindings = 15;
    private const int MostPlaces = 3;

    /// <summary>Share of what was asked for from which on a task is shown beside the refusal.</summary>
    private const float LeastLikely = 0.4f;

    private AnswerText Text => context.Text;

    private ImmutableArray<NoticeContent> Notices => context.Index.Notices;

    private string NoticeNames => context.Index.Directory is { Groups.Length: > 1 } directory ? PlacesIn(directory) : string.Join(Text.ListSeparator, Notices.Select(n => n.Notice.DocumentNumber.Length > 0 ? n.Notice.DocumentNumber : n.Notice.Title));

    /// <summary>The places that there are notices of: all, or some of many.</summary>
    private string PlacesIn(Lookup.NoticeDirectory directory)
    {
        var some = string.Join(Text.ListSeparator, directory.Places.Take(MostPlaces));
        return directory.Places.Length > MostPlaces ? Text.PlacesOf(some, directory.Places.Length) : some;
    }

    public Answer About(Question.AboutNotice asked)
    {
        var one = Notices.Select(n => asked.Besides.IsEmpty ? Of(n, asked.Topic, asked.List) : new Answer { Headline = string.Join(' ', asked.Besides.Prepend(asked.Topic).Select(t => Of(n, t, asked.List).Headline)) }).ToList();
        return new Answer
        {
            Headline = string.Join('\n', one.Select(o => o.Headline)),
            Lines = [.. one.SelectMany(o => o.Lines)],
            Shown = [.. one.SelectMany(o => o.Shown)],
            Source = string.Join(Text.PartSeparator, Notices.Select(n => Text.Source(n.Notice))),
            Suggestions = [Text.AskTaskCount, Text.AskHelp],
        };
    }

    public Answer Define(DefinedTerm term) => new() { Headline = Text.Definition(term), Suggestions = StartingPoints() };

    public Answer Talk(SmallTalk kind) => new() { Headline = Text.Talk(kind, NoticeNames), Suggestions = StartingPoints() };

    public Answer Choose(Question.Choice choice)
    {
        var word = choice.Mention.Form;
        var names = choice.Mention.Candidates.Select(c => c switch
        {
            Lookup.Entity.Body body => body.Name,
            Lookup.Entity.Group group => group.Name,
            Lookup.Entity.Official official => official.Name,
            Lookup.Entity.Region region => region.Name,
            Lookup.Entity.Issuer issuer => issuer.Name,
            _ => word,
        }).Distinct(StringComparer.Ordinal).Take(5).ToList();
        return new Answer
        {
            Headline = Text.ChooseAmong(word),
            Lines = [.. names.Select(n => AnswerLine.Of(n, string.Empty))],
            Suggestions = [.. names.Select(n => string.Concat(choice.Text.AsSpan(0, choice.Mention.Span.Start), n, choice.Text.AsSpan(choice.Mention.Span.End)))],
            IsFound = false,
        };
    }

    /// <summary>Why there is no answer, what comes near, and what does work.</summary>
    public Answer Refuse(Question.Refusal refusal, Answer? near, ImmutableArray<SubjectMatch> nearest)
    {
        if (refusal is { Reason: RefusalReason.NotFound or RefusalReason.NotKept, Near: null } && PassageWith(refusal.Word) is { } passage)
        {
            return passage;
        }

        var directory = context.Index.Directory;
        var years = string.Join(Text.ListSeparator, (context.Index.Group is { } group ? directory.GroupsOf(group.Place).Select(g => g.Year) : Notices.Select(n => n.Notice.Year)).Distinct());
        var places = directory.Groups.Length > 1 ? PlacesIn(directory) : string.Join(Text.ListSeparator, Notices.Select(n => Lookup.IssuerName.Of(n.Notice.Issuer).Name).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal));
        var isOfSeveralLists = refusal.Reason is RefusalReason.Reasons or RefusalReason.NotExplained && near is { Shown.Length: <= MostLike } && near.Shown.Select(context.Index.Find).OfType<Lookup.IndexedItem>().Select(i => i.Item.List).Distinct().Skip(1).Any();
        var headline = Text.Refusal(refusal.Reason, refusal.Word, years, places.Length > 0 ? places : NoticeNames, directory.Places.Length > 1 ? context.Index.Group : null) + (isOfSeveralLists ? $" {Text.ConflictNote}" : string.Empty);
        var isNearShown = near is { Lines.Length: <= MostNear } && (refusal.Reason is RefusalReason.Progress or RefusalReason.Budget or RefusalReason.Reasons or RefusalReason.Average or RefusalReason.NotExplained
            || (refusal.Reason == RefusalReason.NotFound && refusal.Near is Question.Tasks));
        var likely = near is null ? nearest.Where(m => m.Coverage >= LeastLikely && m.Coverage >= nearest[0].Coverage * SubjectSearch.NearBest).Select(m => m.Item).ToImmutableArray() : [];
        var lines = isNearShown ? near!.Lines.Insert(0, AnswerLine.Heading(near.Headline)).Insert(0, AnswerLine.Heading(Text.NearHeading))
            : likely.Length is 1 or 2 ? [AnswerLine.Heading(Text.NearHeading), .. likely.Select(i => context.Line(i, likely.Length, lead: true))]
            : [];
        return new Answer
        {
            Headline = headline,
            Lines = lines,
            Source = isNearShown ? near!.Source : lines.IsEmpty ? string.Empty : context.SourceOf(likely),
            Shown = near?.Shown ?? (lines.IsEmpty ? [] : [.. likely.Select(i => i.Item.Id)]),
            Suggestions = near is not null ? [.. near.Suggestions.Where(s => s != Text.More)]
                : nearest.IsEmpty ? StartingPoints()
                : [.. nearest.Select(m => m.Item.Item).Where(i => i.Item > 0).Take(2).Select(Text.AskPlace), Text.AskHelp],
            IsFound = false,
        };
    }

    /// <summary>What stands in the notice beside its tasks, such as whom to call: the letter's own sentence; null where none has the word.</summary>
    private Answer? PassageWith(string word)
    {
        if (word.Length < 2 || !Lookup.SubjectIndex.IsHan(word[0]))
        {
            return null;
        }

        foreach (var notice in Notices.Select(n => n.Notice))
        {
            if (CoveringLetter.Of(notice).Body.Split('。').FirstOrDefault(s => s.Contains(word, StringComparison.Ordinal)) is { } sentence)
            {
                return new Answer { Headline = Text.Demands($"{sentence.Trim()}。"), Source = Text.Source(notice) };
            }
        }

        return null;
    }

    public ImmutableArray<string> StartingPoints()
    {
        if (context.Index.Items.IsEmpty)
        {
            return [Text.AskHelp];
        }

        var lead = context.Index.Items.SelectMany(i => i.Item.LeadOrganizations.Where(_ => !i.Item.IsJoint)).Select(o => o.Name).FirstOrDefault();
        var area = context.Index.Rows.SelectMany(r => r.Row.Areas.Where(a => r.Row.HasTarget(a.Area))).Select(a => a.Area).FirstOrDefault();
        return [.. new[] { lead is null ? null : Text.AskLeads(lead), area is null ? null : Text.AskArea(area), Text.AskTaskCount }.OfType<string>()];
    }

    private Answer Of(NoticeContent content, NoticeTopic topic, WorkListKind? list)
    {
        var notice = content.Notice;
        return topic switch
        {
            NoticeTopic.DocumentNumber => new Answer { Headline = Text.DocumentNumber(notice) },
            NoticeTopic.IssuedOn => new Answer { Headline = Text.IssuedOn(notice) },
            NoticeTopic.Issuer => new Answer { Headline = Text.Issuer(notice) },
            NoticeTopic.Title => new Answer { Headline = Text.Title(notice) },
            NoticeTopic.TaskCount => new Answer { Headline = Text.TaskCount(notice, content.WorkItems.Length, Text.ByList(content.WorkItems)) },
            NoticeTopic.Parts => Parts(content, list),
            NoticeTopic.LargestSection => SectionAtEnd(content, isLargest: true),
            NoticeTopic.SmallestSection => SectionAtEnd(content, isLargest: false),
            NoticeTopic.Areas => new Answer { Headline = Text.Areas(content.Areas.Length), Lines = [.. content.Areas.Select(a => AnswerLine.Of(Text.Area(a.Name), string.Empty))] },
            NoticeTopic.Findings => Findings(content),
            NoticeTopic.Addressees => new Answer { Headline = CoveringLetter.Of(notice) is var letter && letter.CopiedTo.Length > 0 ? $"{Text.Addressees(letter.Addressees)} {Text.CopiedTo(letter.CopiedTo)}" : Text.Addressees(letter.Addressees) },
            NoticeTopic.CopiedTo => new Answer { Headline = Text.CopiedTo(CoveringLetter.Of(notice).CopiedTo) },
            NoticeTopic.SendingIn => new Answer { Headline = SentIn(notice) },
            NoticeTopic.Demands => new Answer { Headline = Text.Demands(CoveringLetter.Of(notice).Body) },
            NoticeTopic.Deadlines => Deadlines(content),
            NoticeTopic.Disclosure => new Answer { Headline = Text.Disclosure(CoveringLetter.Of(notice).Disclosure) },
            _ => Overview(content),
        };
    }

    /// <summary>"推进计划什么时候报、报给谁": the day and the addressee of what the letter asks to be sent in; the whole letter where they are not told apart.</summary>
    private string SentIn(Notice notice)
    {
        var body = CoveringLetter.Of(notice).Body;
        var told = new List<string>();
        foreach (var sentence in body.Split(['。', '；', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var sendings = Enumerable.Range(1, sentence.Length - 1).Where(at => IsSending(sentence.AsSpan(at))).ToList();
            var dates = DateWords.In(sentence, notice.Year).ToList();
            var isSingle = sendings is [_] && dates.Count == 1 && Recurrences(sentence) == 0;
            if (isSingle)
            {
                var to = sentence[(sendings[0] + 1)..].TrimStart('送', '至', '给', '到');
                told.Add(Text.SentIn(dates[0].On, to.AsSpan().IndexOfAny("，、：") < 0 ? to : string.Empty, sentence));
            }
            else if (sendings.Count > 1 || (sendings.Count == 1 && dates.Count + Recurrences(sentence) > 0))
            {
                // "3月底前制定方案，每季度末月25日前报送进展": which day is for what only the sentence itself says.
                told.Add(Text.Demands($"{sentence.Trim()}。"));
            }
        }

        return told.Count == 0 ? Text.Demands(body) : string.Join(' ', told);

        // "每季度末月25日前", "每月5日前": a day that comes again is a duty of its own.
        static int Recurrences(string sentence) => sentence.Split('每').Skip(1).Count(rest => rest is ['季' or '月' or '周' or '旬', ..] or ['半', '年' or '月', ..]);

        // 报送, 报市政府督查室; but not the 报 of 报告.
        static bool IsSending(ReadOnlySpan<char> rest) => rest is ['报', ..] && rest is not ['报', '告' or '表' or '名' or '纸', ..];
    }

    private Answer Deadlines(NoticeContent content)
    {
        var stated = content.WorkItems.Where(i => !i.Deadline.IsDerived || !i.Milestones.IsEmpty).ToList();
        return new Answer
        {
            Headline = Text.Deadlines(new DateOnly(content.Notice.Year, 12, 31), stated.Count),
            Lines = [.. stated.Take(MostFindings).Select(i => AnswerLine.Of(Text.Task(content.Notice, i, 60), Text.Place(i), Text.DeadlineLabel(i.Deadline, !i.Milestones.IsEmpty)))],
            Shown = [.. stated.Take(MostFindings).Select(i => i.Id)],
        };
    }

    private Answer Overview(NoticeContent content) => Parts(content) with
    {
        Headline = $"{Text.Title(content.Notice)} {Text.IssuedOn(content.Notice)} {Text.TaskCount(content.Notice, content.WorkItems.Length, Text.ByList(content.WorkItems))}",
    };

    /// <summary>Its lists, or the sections of one of them.</summary>
    private Answer Parts(NoticeContent content, WorkListKind? only) => only is { } kind && content.Lists.FirstOrDefault(l => l.Kind == kind) is { } asked && content.WorkItems.Where(i => i.List == kind).ToList() is var own
        && BySection(own).Where(s => s.Key.Title.Length > 0).ToList() is { Count: > 0 } parts
        ? new Answer
        {
            Headline = Text.Part(asked, own.Count, parts.Count),
            Lines = [.. parts.Select(s => AnswerLine.Of($"{s.Key.Section}. {Text.NameAndCount(s.Key.Title, s.Count(), string.Empty)}", string.Empty))],
        }
        : Parts(content);

    private Answer Parts(NoticeContent content) => new()
    {
        Headline = Text.Parts(content.Notice, content.Lists.Length),
        Lines = [.. content.Lists.Select(list =>
        {
            var items = content.WorkItems.Where(i => i.List == list.Kind).ToList();
            var sections = BySection(items).Where(s => s.Key.Title.Length > 0).ToList();
            return AnswerLine.Of(Text.Part(list, items.Count, sections.Count), string.Empty, [.. sections.Select(s => $"{s.Key.Section}. {Text.NameAndCount(s.Key.Title, s.Count(), string.Empty)}")]);
        })],
    };

    private static IEnumerable<IGrouping<(WorkListKind List, int Section, string Title), WorkItem>> BySection(IEnumerable<WorkItem> items) => items.GroupBy(i => (i.List, i.Section, i.SectionTitle));

    /// <summary>The section, or sections as large, with the most or the fewest tasks, in the list that counts in sections; the fields of the others where none does.</summary>
    private Answer SectionAtEnd(NoticeContent content, bool isLargest)
    {
        var counted = content.WorkItems.Where(i => i.Section > 0 && i.List is WorkListKind.WorkReport or WorkListKind.Other).ToList();
        var sections = BySection(counted.Count > 0 ? counted : content.WorkItems)
            .Select(s => (Name: Text.SectionName(content.Notice, s.First()), Count: s.Count())).OrderBy(s => isLargest ? -s.Count : s.Count).ToList();
        var front = sections.TakeWhile(s => s.Count == sections[0].Count).Select(s => s.Name);
        return sections.Count == 0 ? Overview(content) : new Answer
        {
            Headline = Text.SectionAtEnd(string.Join(Text.ListSeparator, front), sections[0].Count, isLargest),
            Lines = [.. sections.Select(s => AnswerLine.Of(Text.NameAndCount(s.Name, s.Count, string.Empty), string.Empty))],
        };
    }

    private Answer Findings(NoticeContent content)
    {
        var notable = content.Findings.Where(f => f.Severity > FindingSeverity.Info).ToList();
        return new Answer
        {
            Headline = Text.Findings(content.Findings.Length, notable.Count),
            Lines = [.. notable.Take(MostFindings).Select(f => AnswerLine.Of(Text.Finding(f, content.Notice.PlaceOf(f.Span.Start)), string.Empty))],
        };
    }
}
