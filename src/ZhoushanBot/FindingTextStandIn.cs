// Stands in for FindingText until the reader's branch brings it; then this file goes.
#pragma warning disable CS1591, MA0048, IDE0130
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.Notices;

public sealed class FindingText
{
    private static readonly FindingText Only = new();

    public static FindingText In(ReplyLanguage language) => language is ReplyLanguage.Chinese or ReplyLanguage.English ? Only : throw new ArgumentOutOfRangeException(nameof(language));

    public string Describe(ImportFinding finding) => this is not null ? $"{finding.Code} {string.Join(", ", finding.Arguments)}" : "";
}
