using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Storage.Tests;

/// <summary>Notices of every shape that the types allow, sensible or not.</summary>
public static class AnyNotice
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(string.Empty, " 前有空格", "后有空格　", "\r\n\t\0", "/", "\"\\<>&'", "\u2028\uFEFF\uFFFD", "ＨＰＶ≥50%"),
        Gen.Elements("\U00020BB7野家 \U0001F600", "\uD800", "半\uDC00对"),
        Gen.Choose(0, char.MaxValue).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)),
        Gen.Elements([.. "任务新建道路三公里，；（）〔〕0123456789%."]).ArrayOf().Select(units => new string(units)));

    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Elements(0m, 0.0000000000000000000000000000m, 1.10m, -1m, 11.7m, decimal.MaxValue, decimal.MinValue, 7.9228162514264337593543950335m),
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from isNegative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(low, middle, high, isNegative, (byte)scale));

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<SourceSpan> Span =
        from start in Gen.Choose(0, int.MaxValue)
        from end in Gen.Choose(0, int.MaxValue)
        select new SourceSpan(Math.Min(start, end), Math.Max(start, end));

    private static readonly Gen<Figure> Figure =
        from comparator in Any<Comparator>()
        from value in Number
        from measureUnit in Text
        select new Figure(comparator, value, measureUnit);

    private static readonly Gen<CellValue> Cell = Gen.OneOf(
        Gen.Constant<CellValue>(new CellValue.None()),
        Gen.Constant<CellValue>(new CellValue.Blank()),
        Figure.Select(CellValue (figure) => new CellValue.Amount(figure)),
        Text.Select(CellValue (words) => new CellValue.Words(words)));

    private static readonly Gen<AreaTarget> AreaTarget =
        from area in Text
        from value in Cell
        from raw in Text
        from span in Span
        select new AreaTarget(area, value, raw, span);

    private static readonly Gen<OrganizationMention> Mention =
        from name in Text
        from span in Span
        select new OrganizationMention(name, span);

    private static readonly Gen<LeadOfficial> Official =
        from name in Text
        from post in Text
        select new LeadOfficial(name, post);

    private static readonly Gen<Target> Target =
        from indicator in Text
        from figure in Figure
        from isStretch in Gen.Elements(true, false)
        from text in Text
        from span in Span
        select new Target(indicator, figure, isStretch, text, span);

    private static readonly Gen<AnnexRow> Row =
        from number in Gen.Choose(int.MinValue, int.MaxValue)
        from category in Text
        from subject in Text
        from city in AreaTarget
        from areas in Several(AreaTarget)
        from organizations in Several(Mention)
        from span in Span
        select new AnnexRow(number, 1, category, subject, city, areas, organizations, span);

    private static readonly Gen<Deadline> Deadline =
        from day in Day
        from isDerived in Gen.Elements(true, false)
        from span in Span
        select new Deadline(day, isDerived, isDerived ? null : span);

    private static readonly Gen<WorkItem> WorkItem =
        from id in Text
        from list in Any<WorkListKind>()
        from section in Gen.Choose(0, 99)
        from title in Text
        from text in Text
        from officials in Several(Official)
        from leads in Several(Mention)
        from supporting in Several(Mention)
        from isJoint in Gen.Elements(true, false)
        from targets in Several(Target)
        from rows in Several(Row)
        from deadline in Deadline
        from span in Span
        select new WorkItem
        {
            Id = id,
            List = list,
            Section = section,
            SectionTitle = title,
            Item = section + 1,
            Text = text,
            LeadOfficials = officials,
            LeadOrganizations = leads,
            SupportingOrganizations = supporting,
            IsJoint = isJoint,
            Targets = targets,
            Rows = rows,
            Deadline = deadline,
            Span = span,
        };

    private static readonly Gen<Notice> Notice =
        from id in Text
        from number in Text
        from title in Text
        from year in Gen.Choose(0, 9999)
        from issuedOn in Day
        from isDated in Gen.Elements(true, false)
        from source in Text
        select new Notice
        {
            Id = id,
            DocumentNumber = number,
            Title = title,
            Issuer = title,
            Year = year,
            IssuedOn = isDated ? issuedOn : null,
            PrintedOn = isDated ? null : issuedOn,
            SourceText = source,
            ContentHash = number,
        };

    private static readonly Gen<Organization> Organization =
        from name in Text
        from others in Several(Text)
        from kind in Any<OrganizationKind>()
        from area in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(string? (text) => text))
        select new Organization(name, others, kind, area);

    private static readonly Gen<ImportFinding> Finding =
        from code in Any<FindingCode>()
        from severity in Any<FindingSeverity>()
        from span in Span
        from arguments in Several(Text)
        select new ImportFinding(code, severity, span, arguments);

    public static Arbitrary<NoticeContent> Contents() => Arb.From(
        from notice in Notice
        from lists in Several(from kind in Any<WorkListKind>() from title in Text from span in Span select new WorkList(kind, title, span))
        from workItems in Several(WorkItem)
        from organizations in Several(Organization)
        from groups in Several(from name in Text from members in Several(Text) select new OrganizationGroup(name, members))
        from officials in Several(Official)
        from areas in Several(from name in Text from kind in Any<AreaKind>() select new Area(name, kind))
        from findings in Several(Finding)
        select new NoticeContent(notice, lists, workItems, organizations, groups, officials, areas, findings));

    private static Gen<ImmutableArray<T>> Several<T>(Gen<T> one) =>
        from count in Gen.Choose(0, 3)
        from items in Gen.ArrayOf(one, count)
        select items.ToImmutableArray();

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());
}
