using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Lookup;

namespace ZhoushanBot.Core.Questions;

/// <summary>How a question was read.</summary>
/// <param name="Question">What it asks.</param>
/// <param name="Recognition">What was recognised in it.</param>
/// <param name="Language">In which language to answer.</param>
/// <param name="Rule">Name of the rule that decided, for <c>--explain</c>.</param>
/// <param name="IsFollowUp">It leans on the turn before.</param>
public sealed record Reading(Question Question, Recognition Recognition, ReplyLanguage Language, string Rule, bool IsFollowUp)
{
    /// <summary>The status that it asks for, for those who may see it; null for a question about the notice alone.</summary>
    public Question.Status? Status { get; init; }

    /// <summary>The subject is in no text of the store, and what is asked is said without it.</summary>
    public bool IsBesideUnknown => Rule == QuestionFrames.BesideUnknown;

    /// <summary>What was found for its subject in the whole store, best first; empty when nothing was found or nothing searched for.</summary>
    public ImmutableArray<SubjectMatch> Candidates => Recognition.Subject.Found;
}

/// <summary>
/// From what was recognised to what is asked: a list of rules in order, the first that fits decides. Every decision can be printed.
/// </summary>
internal sealed partial class QuestionReader(WorkItemIndex index, ConversationContext context, DateTimeOffset now)
{
    /// <summary>What is longer is no question: it is refused, and no pattern need look at it.</summary>
    internal const int LongestQuestion = 600;

    /// <summary>What is asked of the notice though the asker has something to write: "我要写材料，学位目标多少".</summary>
    private static readonly Cue[] Answerable =
    [
        Cue.HowMuch, Cue.HowManyTasks, Cue.When, Cue.Who, Cue.WhichOrganization, Cue.WhichOfficial, Cue.Everything, Cue.Lead, Cue.Support, Cue.Participate, Cue.Quote, Cue.Target,
        Cue.Most, Cue.Least, Cue.Rank, Cue.Share, Cue.Sum, Cue.WhichArea, Cue.EachArea, Cue.Partners, Cue.Responsible, Cue.DocumentNumber, Cue.Parts, Cue.Definition,
    ];

    /// <summary>"要改到什么程度" asks, "把目标改到100" wants something done.</summary>
    private static readonly string[] AskingWords = ["什么", "多少", "哪", "谁", "何时", "啥", "what ", "which ", "who ", "when ", "how "];

    private static readonly string[] AgeWords = ["多大年纪", "几岁", "年龄", "岁数", "多少岁", "多大岁数", "how old", "age", "ages"];

    private static readonly string[] EndingWords = ["完成", "到期", "截止", "结束", "due", "finish", "end in", "ends in", "end by", "run to", "run until"];

    private static readonly string[] MentioningWords = ["about", "mention", "anything", "refer", "提到", "提及", "涉及", "关于", "有关", "跟", "有没有"];

    /// <summary>Reads a question.</summary>
    public Reading Read(string text, ReplyLanguage fallback)
    {
        text = text.Length <= LongestQuestion ? InPlainWords(text) : text;
        var heard = Recognizer.Recognize(text, index);
        var last = context.Last(now);
        var language = LanguageDetector.Detect(heard.Text, [.. heard.Mentions.Select(m => m.Span)], last?.Language ?? (IsEnglishName(heard) ? ReplyLanguage.English : fallback));
        if (last is not null && language != last.Language && LanguageDetector.IsMixedName(heard.Text))
        {
            // "责任单位 who?" in a Chinese conversation
            language = last.Language;
        }

        var (question, rule, isFollowUp) = Decide(heard, last, text);
        if (question is Question.Tasks tasks && (tasks.Aspect == TaskAspect.Owner || tasks.Besides.Contains(TaskAspect.Owner)) && heard.Has(Cue.WhichOfficial) && !heard.Has(Cue.WhichOrganization))
        {
            question = tasks with { AsksOfficial = true };
        }

        if (question is Question.AreaFigures { Areas.IsEmpty: true, Operation: AreaOperation.Largest or AreaOperation.Smallest or AreaOperation.Rank or AreaOperation.Value, Nth: 0 } ordered && CountWords.AreasFromTheEnd(heard.Text.Text) is > 1 and var count)
        {
            question = ordered with { Operation = ordered.Operation == AreaOperation.Smallest || heard.Has(Cue.Least) ? AreaOperation.Smallest : AreaOperation.Largest, Foremost = count };
        }

        if (question is Question.AreaFigures { Bound: null } ofFront && heard.Has(Cue.Share, Cue.Sum) && heard.Named<Entity.Region>().IsEmpty && CountWords.AreasFromTheEnd(heard.Text.Text) is > 1 and var added)
        {
            // "前三个县加一起占多大比例"
            question = ofFront with { Areas = [], Operation = AreaOperation.Sum, Foremost = heard.Has(Cue.Least) ? -added : added };
        }

        if (question is Question.AreaFigures { Areas.IsEmpty: true, Operation: AreaOperation.Largest or AreaOperation.Smallest } ofEnd && Asked.AsksCounty(heard))
        {
            question = ofEnd with { AmongCounties = true };
        }

        return new Reading(question, heard, language, rule, isFollowUp) { Status = new StatusFrames(Settle(heard), last, index).Read(question) };
    }

    /// <summary>What is asked, without what was taken back or only introduces the asker, and with names and numbers written out as the store has them.</summary>
    private string InPlainWords(string text) => SplitVerbs.Joined(SpelledNumbers.InDigits(RomanNumerals.InDigits(RunTogether.InFull(WhatIsAsked(RoleExclusion.Without(ProvincePairs.Abbreviated(SecondThoughts.Without(text), index))), index)), index), index);

    /// <summary>What is asked, without who asks and with which words; behind an introduction the request stands again.</summary>
    private string WhatIsAsked(string text) => RequestWords.Without(text, index) is var asked && SelfIntroduction.Without(asked, index) is var rest && rest != asked ? RequestWords.Without(rest, index) : rest;

    /// <summary>"Water Resources Bureau": nothing but a name, written in English and not in pinyin.</summary>
    private static bool IsEnglishName(Recognition heard) =>
        !heard.Text.Text.Any(SubjectIndex.IsHan) && heard.Mentions.Any(m => m.Form.Split(' ').Any(w => w.Length > 3 && w.All(char.IsAsciiLetter) && Pinyin.CountSyllables(w) == 0));

    private (Question Question, string Rule, bool IsFollowUp) Decide(Recognition heard, ContextTurn? last, string text)
    {
        if (BeforeMeaning(heard, text) is { } early)
        {
            return (early.Question, early.Rule, false);
        }

        heard = AddsAreas(heard) ? heard with { Cues = heard.Cues.RemoveAll(c => c.Cue is Cue.Shared or Cue.Partners) } : heard;
        heard = SelfIntroduction.Without(JobWords.Without(Settle(last is null ? heard : HeardAnew.WithoutShare(heard, last, index))), index);
        heard = WithoutCountyBureau(heard);
        heard = FieldNames.InSubject(RestOfName.Without(TakenIn.Without(heard), index), index);
        if (heard.Mentions.FirstOrDefault(m => m.Candidates.Length > 1) is { } ambiguous)
        {
            return (new Question.Choice(ambiguous, heard.Text.Text), "ambiguous name", false);
        }

        if (UnknownPersons.In(heard) is { } stranger)
        {
            return (new Question.Refusal(RefusalReason.NotFound, stranger, null), "unknown person", false);
        }

        if (last is not null && Followed(heard, last) is { } followed)
        {
            return (followed, "follow-up", true);
        }

        if (last is null && heard.Has(Cue.More) && heard.Mentions.IsEmpty && heard.Subject.IsEmpty && heard.Place is null && heard.Cues.All(c => c.Cue is Cue.More or Cue.TheRest or Cue.FollowUp))
        {
            return (new Question.NextPage(), "nothing to go on with", false);
        }

        heard = WithInvestment(heard);
        var asked = new Asked(heard, index);
        var frames = new QuestionFrames(asked);
        if (Outside(asked, frames) is { } outside)
        {
            return (outside, "outside the notice", false);
        }

        var (question, rule) = frames.Read();
        return (question, rule, false);
    }

    /// <summary>"我们嵊泗县教育局，分了几家": a county's own bureau is none of the city's, and its figures are the county's.</summary>
    private static Recognition WithoutCountyBureau(Recognition heard) => !heard.Has(Cue.HowMuch, Cue.Target) || heard.Has(Cue.Lead, Cue.Support) ? heard
        : heard with { Mentions = heard.Mentions.RemoveAll(m => m is { Candidates: [Entity.Body], Form: [not '市', ..] } && heard.Mentions.Any(r => r.Candidates is [Entity.Region] && r.Span.End == m.Span.Start && r.Form[^1] is '县' or '区')) };

    private Question? Followed(Recognition heard, ContextTurn last)
    {
        if (!heard.Subject.IsEmpty && CountWords.AreasFromTheEnd(heard.Text.Text) > 1 && heard.Subject.Groups.All(g => g.Pieces.All(p => CountWords.IsCountWord(heard.Text.Text, p))))
        {
            // "前三名合计占全市多少", where the store speaks of 学前三年
            heard = heard with { Subject = SubjectWords.None };
        }

        // "定海分了多少" after "以哪个为准": what was shown instead of a reason is what the talk is about.
        last = last.Question is Question.Refusal { Reason: RefusalReason.Reasons or RefusalReason.NotExplained or RefusalReason.Average, Near: { } near } ? last with { Question = near } : last;
        if (LookingBack.ListBefore(heard, last, [.. context.Turns.Skip(1)]) is var (list, before, rest))
        {
            return new FollowUp(LeaningOn(rest, list), list, before, index).Read();
        }

        return new FollowUp(LeaningOn(heard, last), last, [.. context.Turns.Skip(1)], index).Read();
    }

    /// <summary>"有哪些任务写了投资额，分别多少亿": money of one kind is asked for, and not any.</summary>
    private static Recognition WithInvestment(Recognition heard)
    {
        var kind = heard.WordsOf(Cue.Money).Any(w => w.Contains("投资额", StringComparison.Ordinal) || w.Contains("投资目标", StringComparison.Ordinal) || w.Contains("投资金额", StringComparison.Ordinal) || w.Contains("投资任务", StringComparison.Ordinal)) ? "投资"
            : heard.WordsOf(Cue.Money).Any(w => w.StartsWith("investment", StringComparison.Ordinal)) ? "investment" : null;
        return kind is not null && heard.Subject.IsEmpty && heard.Mentions.IsEmpty && heard.Place is null && heard.Has(Cue.Everything, Cue.HowManyTasks, Cue.Participate)
            ? heard with { Subject = new SubjectWords([new SubjectGroup([kind])]), Cues = [.. heard.Cues.Where(c => c.Cue is not (Cue.Everything or Cue.HowManyTasks or Cue.Participate)), .. heard.Has(Cue.HowMuch) ? [] : new[] { new CueMention(Cue.HowMuch, default) }] }
            : heard;
    }

    /// <summary>What was heard, with the words in it that only the turn before gives a meaning.</summary>
    private Recognition LeaningOn(Recognition heard, ContextTurn last) =>
        HeardAnew.WithGoverned(HeardAnew.WithoutGeneric(HeardAnew.WithoutCounted(HeardAnew.WithoutStage(HeardAnew.WithEachArea(HeardAnew.WithoutTold(WithoutMeasure(heard), last, index), last), last), last), last), last, index);

    /// <summary>Blank, too long, an instruction to the bot, mere talk.</summary>
    private static (Question Question, string Rule)? BeforeMeaning(Recognition heard, string text)
    {
        if (!heard.Text.Text.Any(char.IsLetterOrDigit))
        {
            return (new Question.Refusal(RefusalReason.Empty, string.Empty, null), "nothing to read");
        }

        if (text.Length > LongestQuestion)
        {
            return (new Question.Refusal(RefusalReason.TooLong, string.Empty, null), "too long");
        }

        if (heard.Has(Cue.Injection) || (heard.Has(Cue.Edit) && !Array.Exists(AskingWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal))))
        {
            return (new Question.Refusal(RefusalReason.Instruction, string.Empty, null), "instruction");
        }

        if (heard.Has(Cue.Compose) && !heard.Has(Answerable))
        {
            return (new Question.Refusal(RefusalReason.Writing, string.Empty, null), "something to be written");
        }

        var hasContent = heard.Mentions.Length > 0 || heard.Place is not null || !heard.Subject.IsEmpty || !heard.OtherPlaces.IsEmpty
            || heard.Has(Cue.LeadUnitTerm, Cue.SupportUnitTerm, Cue.GroupTerm, Cue.SlashTerm, Cue.PaceTerm, Cue.LivelihoodList, Cue.ProvincialList, Cue.CityList, Cue.WorkReportList, Cue.Lead, Cue.Support, Cue.Target, Cue.NoticeWord, Cue.IssuedBy, Cue.IssuedOn, Cue.DocumentNumber, Cue.NoticeTitle, Cue.Parts, Cue.Addressees);
        if (hasContent && !(heard.Has(Cue.Help) && heard.Mentions.IsEmpty && heard.Subject.IsEmpty && heard.OtherPlaces.IsEmpty))
        {
            return null;
        }

        SmallTalk? talk = heard.Has(Cue.Help) ? SmallTalk.Help
            : heard.Cues is [{ Cue: Cue.Greeting }, _, ..] && heard.Has(Cue.Thanks) ? SmallTalk.Greeting
            : heard.Has(Cue.Greeting) ? SmallTalk.Greeting
            : heard.Has(Cue.Thanks) ? SmallTalk.Thanks
            : heard.Has(Cue.Goodbye) ? SmallTalk.Goodbye
            : null;
        return talk is { } kind ? (new Question.Talk(kind), "small talk") : null;
    }

    /// <summary>A wording with several meanings settles where the other words tell: 岱山 leads as a government and has targets as an area.</summary>
    private static Recognition Settle(Recognition heard)
    {
        if (heard.Mentions.All(m => m.Candidates.Length == 1))
        {
            return heard;
        }

        return heard with
        {
            Mentions = [.. heard.Mentions.Select(m => m.Candidates.Length == 1 ? m : m with { Candidates = Settle(m, heard) })],
        };
    }

    /// <summary>"so Dinghai + Putuo together?": places are added up, and no governments work together.</summary>
    private static bool AddsAreas(Recognition heard) => Reckonings.Of(heard.Text.Text) == Reckoning.Sum && heard.Mentions.Length > 1 && heard.Mentions.All(m => m.Candidates.Any(c => c is Entity.Region));

    private static ImmutableArray<Entity> Settle(Mention mention, Recognition heard)
    {
        var exact = mention.Candidates.Where(c => NormalizedText.Fold(Entity.NameOf(c)) == mention.Form).ToImmutableArray();
        if (exact.Length == 1)
        {
            return exact;
        }

        var bodies = mention.Candidates.Where(c => c is Entity.Body or Entity.Group).ToImmutableArray();
        var regions = mention.Candidates.Where(c => c is Entity.Region).ToImmutableArray();
        var asBody = heard.Has(Cue.Lead, Cue.Support, Cue.Participate, Cue.Partners, Cue.Shared);
        var officials = mention.Candidates.Where(c => c is Entity.Official).ToImmutableArray();
        return (asBody ? bodies : regions) is [_] one ? one : regions.Length == 1 ? regions : bodies.Length == 1 && officials.IsEmpty ? bodies : mention.Candidates;
    }

    private Question? Outside(Asked asked, QuestionFrames frames)
    {
        var heard = asked.Heard;
        // A word such as 地址 in a subject that the store knows is no sign of a question about addresses.
        if (heard.Has(Cue.NotKept) && !IsSaidByTheWay(asked) && !IsLed(asked) && !IsContact(asked) && !IsAge(asked) && (asked.Matches.IsEmpty || (asked.AsksFigure && !asked.Matches.Any(m => m.Row is not null || m.Item.Item.Targets.Any(t => t.Indicator.EndsWith(LastWordOf(heard, Cue.NotKept), StringComparison.Ordinal)))) || !index.Subjects.ContainsText(Fold(LastWordOf(heard, Cue.NotKept)))))
        {
            return new Question.Refusal(RefusalReason.NotKept, LastWordOf(heard, Cue.NotKept), heard.Mentions.IsEmpty ? null : asked.ByEntities());
        }

        if (WhatIsOf().Match(heard.Text.Text) is { Success: true } kept && Lexicon.Default.Words.Of(kept.Groups["what"].Value).Any(w => w.Cue is Cue.NotKept) && (kept.Value.StartsWith("how many", StringComparison.Ordinal) || kept.Groups["what"].Value == "population" || asked.Matches.All(m => m.Row is null && m.Item.Item.Targets.IsEmpty)))
        {
            // "what is the population of …", where the notice only speaks of people who move.
            return new Question.Refusal(RefusalReason.NotKept, kept.Groups["what"].Value, asked.ByEntities());
        }

        if (heard.OtherPlaces is [var mentioned] && !asked.HasSubject && asked.NamesNobody && IsMention(heard) && Mentioning(mentioned.Split('\t')[0]) is { IsEmpty: false } ofPlace)
        {
            // "跟上海有关的工作": another city that this one's tasks speak of.
            return new Question.Tasks(TaskFilter.Everything with { Ids = ofPlace, Lists = asked.Lists }, heard.Has(Cue.HowManyTasks) ? TaskAspect.Count : TaskAspect.List);
        }

        // "Zhejiang 台州": the last is the narrowest.
        if (heard.OtherPlaces is [.., var place] && !asked.IsAboutPlace(place) && heard.Mentions.All(m => m.Candidates is not [Entity.Issuer]))
        {
            // Kept for "and ours?"; another place's refusal shows nothing of this one's.
            return new Question.Refusal(RefusalReason.OtherPlace, place.Split('\t')[0], asked.HasSubject && frames.Read().Question is (Question.Tasks or Question.AreaFigures) and var ours ? ours : null);
        }

        if (WiderWords.NarrowerIn(heard.Text.Text, index) is { } narrower)
        {
            return new Question.Refusal(RefusalReason.NotFound, narrower, frames.Read().Question is not Question.Refusal and var wider ? wider : null);
        }

        if (OfOtherYear(asked, frames) is { } otherYear)
        {
            return otherYear;
        }

        // "进展多久报一次": when it is to be told, not how far it is.
        var reason = heard.Has(Cue.Progress) && !heard.Has(Cue.SendingIn) ? RefusalReason.Progress
            : heard.Has(Cue.Reason) ? RefusalReason.Reasons
            : heard.Has(Cue.Budget) && !(asked.AsksOwner && !asked.Matches.IsEmpty && !heard.Has(Cue.HowMuch)) && !asked.HasMoneyFigure && !asked.NamesMoneyFigure && heard.Bound is not { Bound.IsExact: true } ? RefusalReason.Budget
            : heard.Has(Cue.Average) ? RefusalReason.Average
            : (RefusalReason?)null;
        if (reason is null || asked.HasSubjectWord(WordOf(heard, Cue.Progress, Cue.Budget)) || (asked.HasSubject && asked.Matches.IsEmpty && asked.NamesNobody))
        {
            return null;
        }

        var (near, _) = frames.Read();
        return new Question.Refusal(reason.Value, WordOf(heard, Cue.Progress, Cue.Reason, Cue.Budget), near is Question.Refusal ? null : near);
    }

    /// <summary>A year that there is no notice of: refused, but for tasks that reach into it.</summary>
    private Question? OfOtherYear(Asked asked, QuestionFrames frames)
    {
        var heard = asked.Heard;
        if (heard.Years.FirstOrDefault(y => !index.HasYear(y)) is > 0 and var year && !asked.Matches.Any(m => m.Item.Item.Text.Contains($"{year}", StringComparison.Ordinal)))
        {
            // "anything about 2025", "哪些任务是2025年底完成的"
            var isOfTasks = IsMention(heard) || (heard.Has(Cue.Everything) && Array.Exists(EndingWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal)));
            return isOfTasks && !asked.HasSubject && asked.NamesNobody && asked.Lists.IsEmpty && !heard.Has(Cue.HowMuch, Cue.Target) && Mentioning($"{year}") is { IsEmpty: false } mentioning
                ? new Question.Tasks(TaskFilter.Everything with { Ids = mentioning }, TaskAspect.List)
                : new Question.Refusal(RefusalReason.OtherYear, $"{year}", frames.Read().Question is (Question.Tasks or Question.AreaFigures) and var ofNow ? ofNow : null);
        }

        return heard.Has(Cue.LastYear, Cue.NextYear) && !IsOfThisYear(heard) && !(heard.IsEitherOr && heard.Text.Text.Contains("今年", StringComparison.Ordinal)) ? new Question.Refusal(RefusalReason.OtherYear, WordOf(heard, Cue.LastYear, Cue.NextYear), null) : null;
    }

    private static bool IsMention(Recognition heard) => Array.Exists(MentioningWords, w => heard.Text.Text.Contains(w, StringComparison.Ordinal));

    /// <summary>Tasks whose words have this one.</summary>
    private ImmutableArray<string> Mentioning(string word) => [.. index.Items.Where(i => i.Item.Text.Contains(word, StringComparison.Ordinal)).Select(i => i.Item.Id)];

    /// <summary>"how many cases is A to handle": what is left over only says in what it is counted.</summary>
    private static Recognition WithoutMeasure(Recognition heard) => !heard.Subject.IsEmpty && heard.Has(Cue.HowMuch) && heard.Subject.Groups.All(g => g.Pieces.All(p => char.IsAsciiLetter(p[0]) && (WorkItems.MeasureUnitNames.HasWord(p) || BoundReader.IsUnitWord(p))))
        ? heard with { Subject = SubjectWords.None } : heard;

    /// <summary>"流感疫苗打给多大年纪的人": the age that the task itself names.</summary>
    private static bool IsAge(Asked asked) => asked.Heard.WordsOf(Cue.NotKept).All(w => AgeWords.Contains(w, StringComparer.Ordinal)) && asked.NamesNobody && asked.Matches.Any(m => m.Item.Item.Text.Contains('岁', StringComparison.Ordinal));

    /// <summary>"接到督查室的电话，…谁牵头", "I have to translate a letter about … Which bureau …?": the clause that asks for what the store has is another one.</summary>
    private static bool IsSaidByTheWay(Asked asked)
    {
        var (heard, text) = (asked.Heard, asked.Heard.Text.Text);
        int ClauseOf(int at) => text.AsSpan(0, at).Count(',') + text.AsSpan(0, at).Count('。') + text.AsSpan(0, at).Count('.') + text.AsSpan(0, at).Count('?') + text.AsSpan(0, at).Count(';') + text.AsSpan(0, at).Count('!');
        var kept = heard.Cues.Where(c => c.Cue == Cue.NotKept).Select(c => ClauseOf(c.Span.Start)).ToHashSet();
        var asking = heard.Cues.Where(c => c.Cue is Cue.Who or Cue.WhichOrganization or Cue.WhichOfficial or Cue.HowMuch or Cue.When or Cue.Lead or Cue.Target).Select(c => ClauseOf(c.Span.Start)).ToList();
        return !asked.Matches.IsEmpty && asking.Count > 0 && !asking.Exists(kept.Contains);
    }

    /// <summary>"which office should they contact about …": whoever is in charge of it.</summary>
    private static bool IsContact(Asked asked) => !asked.Matches.IsEmpty && asked.Heard.Has(Cue.WhichOrganization) && asked.Heard.WordsOf(Cue.NotKept).All(w => w is "contact" or "联系");

    /// <summary>"who heads the fight against …": no head of a unit, but the lead of a task.</summary>
    private static bool IsLed(Asked asked) => asked.NamesNobody && !asked.Matches.IsEmpty && WordOf(asked.Heard, Cue.NotKept) is var word && word.EndsWith("heads", StringComparison.OrdinalIgnoreCase);

    /// <summary>"去年大家最关心的…，今年那件事谁管": what is asked stands behind the comma, and is this year's.</summary>
    private static bool IsOfThisYear(Recognition heard)
    {
        var asked = heard.Text.Text.LastIndexOf(',');
        var other = heard.Cues.Last(c => c.Cue is Cue.LastYear or Cue.NextYear).Span.End;
        return asked >= other && heard.Cues.Any(c => c.Cue is Cue.ThisYear && c.Span.Start > asked) && !heard.Cues.Any(c => c.Cue is Cue.HowMuch or Cue.HowManyTasks or Cue.Compare && c.Span.Start < asked);
    }

    private static string Fold(string word) => NormalizedText.Fold(word);

    /// <summary>"明天会下雨吗": of the days and the rain the rain.</summary>
    private static string LastWordOf(Recognition heard, Cue cue) => heard.Text.SourceOf(heard.Cues.Last(c => c.Cue == cue).Span).ToString();

    private static string WordOf(Recognition heard, params ReadOnlySpan<Cue> cues)
    {
        foreach (var mention in heard.Cues)
        {
            if (cues.Contains(mention.Cue))
            {
                return heard.Text.SourceOf(mention.Span).ToString();
            }
        }

        return string.Empty;
    }

    [GeneratedRegex("^what(?:'s| is| was) the (?:current |total |exact )?(?<what>[a-z]+) of\\b|^how many (?<what>[a-z]+) (?:does|do|did|has|have|live|are there)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WhatIsOf();
}
