namespace ZhoushanBot.Core.Notices;

/// <summary>The closed set of findings; the words for each stand in <c>FindingText</c>.</summary>
public enum FindingCode
{
    /// <summary>A sentence cut by a page end was joined. Arguments: the characters on both sides of the cut.</summary>
    PageBreakJoined,

    /// <summary>An item number without its dot was recognised by its place in the sequence. Arguments: number.</summary>
    ItemDotMissing,

    /// <summary>Item numbers of a section do not follow one another. Arguments: expected, found.</summary>
    NumberingGap,

    /// <summary>A note about reading was taken out of a list of organizations. Arguments: the note.</summary>
    NoteInOrganizationList,

    /// <summary>A list of organizations ends in a stray delimiter. Arguments: delimiter.</summary>
    StrayDelimiter,

    /// <summary>Full- and half-width brackets mix inside one bracket pair or list. Arguments: the text.</summary>
    MixedWidthPunctuation,

    /// <summary>A figure written in mathematical markup was read. Arguments: as written, as read.</summary>
    MathMarkup,

    /// <summary>One responsibility bracket closes several clauses. Arguments: number of clauses.</summary>
    SharedResponsibility,

    /// <summary>Two sentences under one bracket stand as two tasks, since each has its own figure. Arguments: number of tasks.</summary>
    SentencesSplit,

    /// <summary>A table header repeated at a page end was dropped. Arguments: none.</summary>
    HeaderRepeated,

    /// <summary>A table's header names no total, so that its further columns were not read as areas. Arguments: the columns.</summary>
    ColumnsUnknown,

    /// <summary>A blank cell took the value of a merged cell. Arguments: column, value.</summary>
    MergedCellCarried,

    /// <summary>The tail of a cell stood in the next line and was put back. Arguments: column, the tail.</summary>
    CellSpilled,

    /// <summary>A row whose cells stood one column off was put right, proved by its sum. Arguments: columns shifted by, city total, sum of areas after.</summary>
    RowShifted,

    /// <summary>The areas of a row do not add up to its city total. Arguments: subject, city total, sum of areas.</summary>
    AreaSumMismatch,

    /// <summary>An area's cell is blank, neither a figure nor "/": read as not stated. Arguments: subject, area.</summary>
    CellBlank,

    /// <summary>A row has more or fewer cells than its header. Arguments: expected, found.</summary>
    RowWidth,

    /// <summary>A cell could not be read as a figure and is kept as words. Arguments: column, text.</summary>
    CellNotFigure,

    /// <summary>A figure without measure unit took the unit of the same figure in the row's own words. Arguments: figure, unit.</summary>
    MeasureUnitInferred,

    /// <summary>An annex row could not be linked to a task. Arguments: row number, subject.</summary>
    RowWithoutTask,

    /// <summary>A task of a list that has an annex has no row there. Arguments: text.</summary>
    TaskWithoutRow,

    /// <summary>A row and its task name different lead organizations. Arguments: of the row, of the task.</summary>
    OrganizationDiffers,

    /// <summary>A row's city target and its task's own words differ. Arguments: of the row, of the task.</summary>
    RowAndTaskDiffer,

    /// <summary>Lists give different figures for like subjects; both stand. Arguments: subject, figure and list, figure and list.</summary>
    FiguresDifferBetweenLists,

    /// <summary>An organization stands for a group. Arguments: name, number of members known from the notice.</summary>
    GroupOrganization,

    /// <summary>One organization is written under several names. Arguments: official name, the others.</summary>
    OrganizationNamesMerged,

    /// <summary>The official's name and post could not be told apart with certainty. Arguments: text.</summary>
    OfficialPostUnknown,

    /// <summary>A task without responsible organizations. Arguments: text.</summary>
    NoOrganizations,

    /// <summary>A paragraph that belongs to nothing known was left out. Arguments: its beginning.</summary>
    ParagraphSkipped,

    /// <summary>The text has no document number. Arguments: none.</summary>
    NoDocumentNumber,

    /// <summary>The text names no year. Arguments: none.</summary>
    NoYear,

    /// <summary>No task was found in the text. Arguments: none.</summary>
    NoTasks,

    /// <summary>A page number alone in its line was left out. Arguments: the line.</summary>
    PageNumberDropped,

    /// <summary>A row that adds the others up (合计) was left out: it is no task. Arguments: none.</summary>
    TotalRowSkipped,

    /// <summary>A number of a task became no target, for the word behind it is no measure unit that is known. Arguments: the words around it.</summary>
    FigureNotRead,
}
