using ZhoushanBot.Benchmarks.Synthetic;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Tests.Corpus;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Benchmarks.Asking;

/// <summary>A question about one of many synthetic notices, and what a right reply holds.</summary>
/// <param name="Kind">For the table.</param>
/// <param name="Asked">The question.</param>
/// <param name="Expected">What a right reply holds.</param>
/// <param name="AsksBack">It names no city, and more have the answer than are answered at once: it must be asked which.</param>
internal sealed record SyntheticQuestion(string Kind, string Asked, Expectation Expected, bool AsksBack = false)
{
    private const int LettersOfASubject = 14;

    /// <summary>Questions about notices spread over the store, a kind after the other; what is right is told from the notice itself.</summary>
    /// <param name="notices">The store, all years of a city together, the newest first.</param>
    /// <param name="count">How many, 1 or more.</param>
    public static IEnumerable<SyntheticQuestion> Of(IReadOnlyList<NoticeContent> notices, int count)
    {
        // A stride that shares no factor with the length goes through all notices in an order that no cache can guess.
        List<NoticeContent> newestOfAll = [.. notices.Where((_, at) => at % SyntheticNotices.YearsOfACity == 0)];
        var stride = Enumerable.Range(notices.Count * 2 / 3, notices.Count).First(s => Gcd(s, notices.Count) == 1);
        for (var i = 0; i < count; i++)
        {
            var at = (int)((long)i * stride % notices.Count);
            var newest = notices[at - (at % SyntheticNotices.YearsOfACity)];
            yield return (i % 8) switch
            {
                0 => LedBy(newest, i, $"{PlaceOf(newest)}{BodyOf(newest, i)}牵头哪些任务"),
                1 => LedBy(notices[at], i, $"{notices[at].Notice.Year}年{PlaceOf(notices[at])}{BodyOf(notices[at], i)}牵头几项任务"),
                2 => Cell(newest, i),
                3 => Place(notices[at], i),
                4 => Owner(newest, i),
                5 => LedBy(newest, i, $"What does {BodyOf(newest, i)} of {PlaceOf(newest)} lead?", "english"),
                6 => WithoutCity(newestOfAll, BodyOf(newest, i)),
                _ => new SyntheticQuestion("not in the notice", $"{PlaceOf(newest)}{BodyOf(newest, i)}的电话是多少", new Expectation([], [], [], IsRefusal: true)),
            };
        }
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static string PlaceOf(NoticeContent content) => content.Notice.Issuer[..3];

    private static string BodyOf(NoticeContent content, int i)
    {
        List<string> departments = [.. content.Organizations.Where(o => o.Kind == OrganizationKind.Department && content.WorkItems.Any(w => Leads(w, o.Name))).Select(o => o.Name)];
        return departments[i % departments.Count];
    }

    private static bool Leads(WorkItem item, string organization) => item.LeadOrganizations.Any(o => o.Name == organization);

    private static SyntheticQuestion LedBy(NoticeContent content, int i, string asked, string kind = "unit")
    {
        var body = BodyOf(content, i);
        var led = content.WorkItems.Where(w => Leads(w, body)).ToList();
        return new SyntheticQuestion(kind, asked, new Expectation([[content.Notice.DocumentNumber]], [], [led.Count], false));
    }

    private static SyntheticQuestion WithoutCity(List<NoticeContent> newestOfAll, string body)
    {
        const int mostAtOnce = 3;
        var cities = newestOfAll.Where(n => n.WorkItems.Any(w => Leads(w, body))).Take(mostAtOnce + 1).ToList();
        return new SyntheticQuestion(
            "no city named",
            $"{body}牵头哪些任务",
            cities.Count > mostAtOnce ? new Expectation([], [], [], IsRefusal: true) : new Expectation([.. cities.Select(c => new[] { c.Notice.DocumentNumber })], [], [], false),
            cities.Count > mostAtOnce);
    }

    private static SyntheticQuestion Cell(NoticeContent content, int i)
    {
        List<AnnexRow> rows = [.. content.WorkItems.SelectMany(w => w.Rows)];
        var row = rows[i % rows.Count];
        var cell = row.Areas[i % row.Areas.Length];
        var asked = $"{PlaceOf(content)}{cell.Area}{row.Subject}目标是多少";
        return cell.Value is CellValue.None
            ? new SyntheticQuestion("area target", asked, new Expectation([], [], [], IsRefusal: true))
            : new SyntheticQuestion("area target", asked, new Expectation([[content.Notice.DocumentNumber], [cell.Raw]], [], [], false));
    }

    private static SyntheticQuestion Place(NoticeContent content, int i)
    {
        List<WorkItem> items = [.. content.WorkItems.Where(w => w.List == WorkListKind.WorkReport)];
        var item = items[i % items.Count];
        return new SyntheticQuestion(
            "place",
            $"{PlaceOf(content)}{content.Notice.Year}年政府工作报告第{item.Section}部分第{item.Item}条",
            new Expectation([[content.Notice.DocumentNumber], [string.Concat(item.Text.Take(LettersOfASubject).TakeWhile(c => !char.IsAsciiDigit(c)))]], [], [], false));
    }

    private static SyntheticQuestion Owner(NoticeContent content, int i)
    {
        List<WorkItem> items = [.. content.WorkItems.Where(w => w.List == WorkListKind.CityProjects)];
        var item = items[i % items.Count];
        return new SyntheticQuestion(
            "subject",
            $"{PlaceOf(content)}民生实事{item.Rows[0].Subject}由谁负责？",
            new Expectation([[content.Notice.DocumentNumber], [item.LeadOrganizations[0].Name]], [], [], false));
    }
}
