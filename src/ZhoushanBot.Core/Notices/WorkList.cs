namespace ZhoushanBot.Core.Notices;

/// <summary>三类清单: which of a notice's lists a task stands in.</summary>
public enum WorkListKind
{
    /// <summary>政府工作报告重点工作, the key work of the government work report.</summary>
    WorkReport,

    /// <summary>省民生实事, the province's public-benefit projects as far as they fall to this city.</summary>
    ProvincialProjects,

    /// <summary>市民生实事 (or the county's own), the issuing government's public-benefit projects.</summary>
    CityProjects,

    /// <summary>Any other list.</summary>
    Other,
}

/// <summary>One of a notice's lists.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">As printed, page breaks joined; empty for a notice without list titles.</param>
/// <param name="Span">Where the title stands.</param>
public sealed record WorkList(WorkListKind Kind, string Title, SourceSpan Span);
