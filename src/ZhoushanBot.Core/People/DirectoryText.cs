using System.Diagnostics;
using ZhoushanBot.Core.Language;

namespace ZhoushanBot.Core.People;

/// <summary>The words for faults of a directory file: where, what, and what to do. One class per language.</summary>
public abstract class DirectoryText
{
    private static readonly DirectoryText Chinese = new ChineseDirectoryText();
    private static readonly DirectoryText English = new EnglishDirectoryText();

    /// <summary>The words in a language.</summary>
    public static DirectoryText In(ReplyLanguage language) => language == ReplyLanguage.English ? English : Chinese;

    /// <summary>One sentence, its line first.</summary>
    public string Describe(DirectoryFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        string At(int argument) => argument < finding.Arguments.Length ? finding.Arguments[argument] : string.Empty;
        return Place(finding.Line) + Describe(finding.Fault, At(0), At(1));
    }

    /// <summary>干部、联络员、….</summary>
    public abstract string NameOf(Role role);

    private protected abstract string Place(int line);

    private protected abstract string Describe(DirectoryFault fault, string first, string second);
}

internal sealed class ChineseDirectoryText : DirectoryText
{
    public override string NameOf(Role role) => DirectoryWords.NameOf(role);

    private protected override string Place(int line) => line > 0 ? $"第 {line} 行：" : string.Empty;

    private protected override string Describe(DirectoryFault fault, string first, string second) => fault switch
    {
        DirectoryFault.NoPeople => "文件中没有人员。请用 people template 取得模板，每人填一行。",
        DirectoryFault.MissingColumn => $"缺少“{first}”一列。",
        DirectoryFault.DoubleColumn => $"“{first}”一列出现了两次。",
        DirectoryFault.UnknownColumn => first.Length > 0 ? $"不认识“{first}”一列。列名见模板。" : "有一列没有列名。列名见模板。",
        DirectoryFault.OpenQuote => "引号没有结束。请在该单元格末尾补上引号。",
        DirectoryFault.TooManyCells => $"有 {first} 格，多于表头。内容中若含逗号，请给整格加引号。",
        DirectoryFault.NoName => "没有填姓名。",
        DirectoryFault.NoAccount => "没有填账号。",
        DirectoryFault.DoubleAccount => $"账号“{first}”与第 {second} 行重复。",
        DirectoryFault.UnknownOrganization => $"通知中没有“{first}”这个单位。{Nearest(second)}",
        DirectoryFault.UnknownArea => $"分解表中没有“{first}”这个区域。{Nearest(second)}",
        DirectoryFault.UnknownOfficial => $"通知中没有“{first}”这位牵头领导。{Nearest(second)}",
        DirectoryFault.UnknownRole => first.Length > 0 ? $"不认识身份“{first}”。可填：干部、联络员、督查、管理员。" : "没有填身份。可填：干部、联络员、督查、管理员。",
        DirectoryFault.NotYesOrNo => $"“{first}”一列只能填“是”或留空，不能填“{second}”。",
        DirectoryFault.UnknownDeputy => $"代理人账号“{first}”不在名录中。请把代理人也填进文件。",
        DirectoryFault.OwnDeputy => "代理人不能是本人。",
        DirectoryFault.LiaisonOfNothing => "联络员须填单位或区域。",
        DirectoryFault.HeadOfNothing => "单位负责人须填单位或区域。",
        DirectoryFault.OfficeWithoutManager => "督查室人员和牵头领导的服务人员，身份须填“督查”。",
        _ => throw new UnreachableException(),
    };

    private static string Nearest(string name) => name.Length > 0 ? $"是否为“{name}”？" : "请按通知中的名称填写。";
}

internal sealed class EnglishDirectoryText : DirectoryText
{
    public override string NameOf(Role role) => role switch
    {
        Role.Staff => "staff",
        Role.Liaison => "liaison",
        Role.Manager => "manager",
        Role.Administrator => "administrator",
        _ => throw new UnreachableException(),
    };

    private protected override string Place(int line) => line > 0 ? $"Line {line}: " : string.Empty;

    private protected override string Describe(DirectoryFault fault, string first, string second) => fault switch
    {
        DirectoryFault.NoPeople => "there are no people in the file. Please get the template with people template and write one person a line.",
        DirectoryFault.MissingColumn => $"the column “{first}” is missing.",
        DirectoryFault.DoubleColumn => $"the column “{first}” stands twice.",
        DirectoryFault.UnknownColumn => first.Length > 0 ? $"there is no column “{first}”. The template has the names." : "a column has no name. The template has the names.",
        DirectoryFault.OpenQuote => "a quotation mark is never closed. Please close it at the end of its cell.",
        DirectoryFault.TooManyCells => $"there are {first} cells, more than headings. A cell with a comma in it must be in quotation marks.",
        DirectoryFault.NoName => "the name is missing.",
        DirectoryFault.NoAccount => "the account is missing.",
        DirectoryFault.DoubleAccount => $"the account “{first}” stands on line {second} already.",
        DirectoryFault.UnknownOrganization => $"no notice names a unit “{first}”.{Nearest(second)}",
        DirectoryFault.UnknownArea => $"no table of a notice has an area “{first}”.{Nearest(second)}",
        DirectoryFault.UnknownOfficial => $"no notice names a lead official “{first}”.{Nearest(second)}",
        DirectoryFault.UnknownRole => (first.Length > 0 ? $"there is no role “{first}”." : "the role is missing.") + " Roles are staff, liaison, manager and administrator.",
        DirectoryFault.NotYesOrNo => $"the column “{first}” takes yes or nothing, not “{second}”.",
        DirectoryFault.UnknownDeputy => $"the deputy's account “{first}” is not in the file. Please add the deputy.",
        DirectoryFault.OwnDeputy => "nobody can be the own deputy.",
        DirectoryFault.LiaisonOfNothing => "a liaison needs a unit or an area.",
        DirectoryFault.HeadOfNothing => "a unit's head needs a unit or an area.",
        DirectoryFault.OfficeWithoutManager => "the supervision office and officials' offices need the role of a manager.",
        _ => throw new UnreachableException(),
    };

    private static string Nearest(string name) => name.Length > 0 ? $" Did you mean “{name}”?" : " Please write the name as the notice does.";
}
