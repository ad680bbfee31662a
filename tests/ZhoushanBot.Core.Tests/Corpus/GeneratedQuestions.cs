using System.Globalization;
using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Lookup;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Core.Tests.Corpus;

/// <summary>A question made by rule, and what is wrong with a reply to it; null when nothing is.</summary>
internal sealed record GeneratedQuestion(string Asked, Func<AssistantReply, string?> Fault);

/// <summary>Every organization, official, place and annex cell of a store in several phrasings, each with what the store itself says.</summary>
internal sealed class GeneratedQuestions(WorkItemIndex index)
{
    private NoticeContent Content => index.Notices[0];

    public IEnumerable<GeneratedQuestion> OfOrganizations() => Content.Organizations.Select(o => o.Name).Distinct(StringComparer.Ordinal).SelectMany(OfOrganization);

    public IEnumerable<GeneratedQuestion> OfOfficials() => Content.Officials.SelectMany(official =>
    {
        var led = IdsOf(i => i.LeadOfficials.Any(o => o.Name == official.Name));
        var english = index.Names.Official(official.Name, official.Post).Names.English ?? official.Name;
        return new[] { $"{official.Name}牵头哪些任务", $"{official.Name}牵头的工作有几项", $"请列出{official.Name}负责的全部任务", $"what does {english} lead", $"How many tasks does {english} lead?", $"all tasks under {english}" }
            .Select(asked => new GeneratedQuestion(asked, reply => Lists(reply, led)));
    });

    public IEnumerable<GeneratedQuestion> OfPlaces() => Content.WorkItems.Where(i => i.Item > 0).SelectMany(item =>
    {
        var there = IdsOf(i => i.List == item.List && (item.List == WorkListKind.WorkReport ? i.Section == item.Section && i.Item == item.Item : i.Item == item.Item || i.Rows.Any(r => r.Number == item.Item)));
        return PhrasesOf(item).Select(asked => new GeneratedQuestion(asked, reply => Lists(reply, there, isCounted: false)));
    });

    /// <summary>Every cell of every annex, asked in Chinese and, where rows have English names, in English.</summary>
    public IEnumerable<GeneratedQuestion> OfCells() =>
        from indexed in index.Rows
        from cell in indexed.Row.Areas
        from question in OfCell(indexed, cell)
        select question;

    private IEnumerable<GeneratedQuestion> OfOrganization(string name)
    {
        var leads = IdsOf(i => i.LeadOrganizations.Any(o => o.Name == name));
        var named = IdsOf(i => i.SupportingOrganizations.Any(o => o.Name == name));
        var joint = index.Of(name).Joint.Select(o => index.Items[o].Item.Id).ToList();
        List<string> supports = [.. Content.WorkItems.Select(i => i.Id).Where(id => named.Contains(id) || joint.Contains(id))];
        var english = index.Names.Organization(name).English ?? name;
        foreach (var asked in new[] { $"{name}牵头哪些任务", $"请问{name}今年牵头的工作有哪些？", $"{name}牵头几项任务", $"what does {name} lead", $"Which tasks does the {english} lead?", $"How many tasks does the {english} lead?" })
        {
            yield return new GeneratedQuestion(asked, reply => Lists(reply, leads));
        }

        foreach (var asked in new[] { $"{name}配合哪些任务", $"{name}配合几项任务", $"Which tasks does the {english} support?", $"How many tasks does the {english} support?" })
        {
            yield return new GeneratedQuestion(asked, reply => Lists(reply, supports));
        }
    }

    private List<string> IdsOf(Func<WorkItem, bool> isMeant) => [.. Content.WorkItems.Where(isMeant).Select(i => i.Id)];

    private static IEnumerable<string> PhrasesOf(WorkItem item) => item.List switch
    {
        WorkListKind.WorkReport => [$"政府工作报告第{item.Section}部分第{item.Item}条", $"第{item.Section}部分第{item.Item}条是什么", $"section {item.Section} item {item.Item}", $"What is item {item.Item} of section {item.Section} of the work report?"],
        WorkListKind.ProvincialProjects => [$"省民生实事第{item.Item}项", $"省民生实事第{item.Item}项是什么", $"provincial project {item.Item}", $"What is provincial project number {item.Item}?"],
        _ => [$"市民生实事第{item.Item}项", $"市民生实事第{item.Item}项是什么", $"city project {item.Item}", $"What is city project number {item.Item}?"],
    };

    private IEnumerable<GeneratedQuestion> OfCell(IndexedRow indexed, AreaTarget cell)
    {
        var title = RowTitles.Of(indexed.Row);
        yield return new GeneratedQuestion($"{cell.Area}{title}是多少", reply => HoldsCell(reply, indexed, cell));
        if (index.Names.TitleOf(Content.Notice, indexed.Owner.Item, indexed.Row) is { } english)
        {
            var area = index.Names.Area(cell.Area).English ?? cell.Area;
            yield return new GeneratedQuestion($"{english} in {area}", reply => HoldsCell(reply, indexed, cell));
        }
    }

    /// <summary>The tasks shown over all pages are the expected ones, in order, and their number is stated.</summary>
    private string? Lists(AssistantReply reply, List<string> expected, bool isCounted = true)
    {
        if (expected.Count == 0)
        {
            return reply.Answer.IsFound ? $"found, but there is none: {reply.Answer.Headline}" : null;
        }

        var shown = Pages.Of(index, reply).SelectMany(p => p.Answer.Shown).ToList();
        return !shown.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? $"expected {string.Join(' ', expected.Select(Short))}; shown {string.Join(' ', shown.Select(Short))}: {reply.Answer.Headline}"
            : isCounted && CorpusJudge.Faults(reply.Answer.Headline, new Expectation([], [], [expected.Count], false)) is [var fault, ..] ? $"{fault}: {reply.Answer.Headline}" : null;
    }

    private static string Short(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>A line with the row's place states the cell for its area, to the digit, or says that there is none.</summary>
    private string? HoldsCell(AssistantReply reply, IndexedRow indexed, AreaTarget cell)
    {
        var text = AnswerText.Of(reply.Language, index.Names);
        var place = text.Place(indexed.Owner.Item, indexed.Row);
        var lines = reply.Answer.Lines.Where(l => l.Place == place).ToList();
        if (lines.Count == 0)
        {
            return $"no line of {place}: {reply.Answer.Headline}";
        }

        var area = text.Area(cell.Area);
        if (cell.Value is CellValue.None && lines.Exists(l => l.Details.Contains(text.AreaHasNone(area))))
        {
            return null;
        }

        var said = lines.SelectMany(l => l.Details).Where(d => d.StartsWith(area, StringComparison.Ordinal)).ToList();
        return said.Exists(d => Says(d[area.Length..], cell, text)) ? null : $"{cell.Raw} of {place} not said: {string.Join(" / ", said)} ({reply.Answer.Headline})";
    }

    private static bool Says(string said, AreaTarget cell, AnswerText text) => cell.Value switch
    {
        CellValue.None => said.Contains(text.NoTarget, StringComparison.Ordinal),
        CellValue.Blank => said.Contains(text.NotStated, StringComparison.Ordinal),
        CellValue.Words words => said.Contains(words.Text, StringComparison.Ordinal),
        _ => said.TrimStart(' ', ':', '≥').Length > 0 && OwnFigure(said, text) is { } own && NumberOf(cell.Raw) == own,
    };

    /// <summary>The figure in front of the city's, which stands in brackets behind it.</summary>
    private static decimal? OwnFigure(string said, AnswerText text)
    {
        var city = said.LastIndexOf(text is EnglishAnswerText ? " (whole city" : "（全市", StringComparison.Ordinal);
        var own = city > 0 ? said[..city] : said;
        var written = own.LastIndexOfAny(['(', '（']);

        // English shows "117,000 people (11.7 万人)": as written stands behind; Chinese the other way round.
        return NumberOf(written > 0 && text is EnglishAnswerText ? own[written..] : own);
    }

    /// <summary>The first number of a text, as written.</summary>
    private static decimal? NumberOf(string text)
    {
        var digits = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ','));
        return decimal.TryParse(digits.TrimEnd('.', ','), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
