using System.Collections.Immutable;

namespace ZhoushanBot.Core.Questions;

/// <summary>A follow-up that goes on from whoever carries what was found: "这位领导还牵头哪些", "what else is under that vice mayor", "它有几项民生实事".</summary>
internal sealed class CarriedOn(Recognition heard, ShownBefore before, ImmutableArray<string> organizations)
{
    private static readonly string[] ElseWords = ["还", "其他", "别的", "其余"];
    private static readonly string[] OfficialWords = ["领导", "市长", "县长", "区长"];
    private static readonly string[] OrganizationWords = ["单位", "部门", "这家", "那家", "该局", "这个局", "那个局", "该委", "他们局", "他们单位", "他们委", "他局", "这局"];
    private static readonly string[] AskingWords = ["哪位", "哪个", "哪家", "什么单位", "哪些单位", "哪些部门", "几个单位", "几家", "哪些配合单位", "什么配合单位", "哪几家配合", "哪些牵头单位", "哪些责任单位"];
    private static readonly string[] PointedUnits = ["该单位", "这个单位", "这家单位", "该部门", "这个部门", "该局", "这个局", "that unit", "this unit", "that bureau", "this bureau"];
    private static readonly string[] WhichOfTheirs = ["哪个项目", "哪个任务", "哪个实事", "哪个工作", "哪一项", "哪项", "哪几项", "哪件"];
    private static readonly string[] EnglishElse = ["else", "other", "others"];
    private static readonly string[] EnglishOfficial = ["mayor", "leader", "official", "he", "she", "him", "her", "his"];
    private static readonly string[] EnglishOrganization = ["unit", "bureau", "department", "agency", "office", "commission", "committee", "it", "its", "they"];

    private readonly string text = heard.Text.Text;
    private readonly string[] words = heard.Text.Text.Split([' ', '?', '!', ',', '.'], StringSplitOptions.RemoveEmptyEntries);

    private bool IsElse => Array.Exists(ElseWords, Says) || Array.Exists(words, w => EnglishElse.Contains(w, StringComparer.Ordinal));

    private bool NamesOfficial => Array.Exists(OfficialWords, Says) || IsPronounOf("他她") || Array.Exists(words, w => EnglishOfficial.Contains(w, StringComparer.Ordinal));

    private bool NamesOrganization => Array.Exists(OrganizationWords, Says) || IsPronounOf("它") || Array.Exists(words, w => EnglishOrganization.Contains(w, StringComparer.Ordinal));

    /// <summary>Null when the words do not point at somebody who was found.</summary>
    public Question.Tasks? Read()
    {
        var asksWho = heard.Has(Cue.Partners) || (Array.Exists(AskingWords, Says) && !Array.Exists(WhichOfTheirs, Says)) || words is ["which" or "who" or "whose", ..];
        if (asksWho || (heard.Has(Cue.Who) && !heard.Has(Cue.WhichOfficial)) || !(NamesOfficial || NamesOrganization))
        {
            return null;
        }

        return before.Last.Question switch
        {
            Question.TasksByOrganization asked when organizations.IsEmpty && NamesOrganization && before.FrontOf(asked) is { } name => Of(TaskFilter.Everything with { Organizations = [name], Role = RoleOr(asked.Role) }),
            Question.TasksByOfficial asked when organizations.IsEmpty && NamesOfficial && before.FrontOf(asked) is { } name => Of(TaskFilter.Everything with { Officials = [name] }),
            Question.Tasks or Question.AreaFigures or Question.Refusal when IsElse || IsPronoun => OfShown(),
            _ => null,
        };
    }

    /// <summary>"how many items does he have?"</summary>
    private bool IsPerson => IsPronounOf("他她") || Array.Exists(words, w => w is "he" or "she");

    private bool IsPronoun => Array.Exists(PointedUnits, Says) || IsPronounOf("它他她") || Array.Exists(words, w => w is "it" or "he" or "she" or "his" or "her" or "its");

    /// <summary>他, but not the one of 其他 or 他们.</summary>
    private bool IsPronounOf(string characters)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (characters.Contains(text[at], StringComparison.Ordinal) && (at == 0 || text[at - 1] != '其') && (at + 1 == text.Length || text[at + 1] is not ('们' or '俩' or '人' or '局')))
            {
                return true;
            }
        }

        return false;
    }

    private Question.Tasks? OfShown()
    {
        var asksTasks = (IsPerson && heard.Has(Cue.HowManyTasks)) || (heard.Has(Cue.Lead, Cue.Support, Cue.Participate) && (IsPronoun || heard.Has(Cue.Everything, Cue.HowManyTasks, Cue.Participate) || IsElse));
        var asksOthers = IsElse && heard.Has(Cue.Everything, Cue.Responsible, Cue.HowManyTasks, Cue.HowMuch);
        if (!organizations.IsEmpty)
        {
            // "他还管哪些市教育局的事", "他名下跟市教育局沾边的有几个"
            return NamesOfficial && (IsPronoun || asksTasks || asksOthers) && OfficialShown() is { } leader
                ? Of(TaskFilter.Everything.WithRoles([.. organizations.Select(o => (o, RoleBinding.Of(heard).GetValueOrDefault(o, OrganizationRole.Any)))]) with { Officials = [leader] })
                : null;
        }

        if (!asksTasks && !asksOthers)
        {
            return null;
        }

        if (IsPerson && before.Filter is { Officials: [var same] })
        {
            return Of(TaskFilter.Everything with { Officials = [same] });
        }

        if (NamesOfficial && before.Filter is { Officials.IsEmpty: true })
        {
            return OfficialShown() is { } official ? Of(TaskFilter.Everything with { Officials = [official] }) : null;
        }

        return NamesOrganization && !NamesOfficial && before.Filter is { Organizations.IsEmpty: true, Officials.IsEmpty: true } && before.Item is { LeadOrganizations: [var lead, ..] }
            ? Of(TaskFilter.Everything with { Organizations = [lead.Name], Role = heard.Role })
            : null;
    }

    /// <summary>The official of the task shown, or of all of them.</summary>
    private string? OfficialShown() =>
        before.Filter is { Officials: [var asked] } ? asked
        : before.Item is { LeadOfficials: [var own, ..] } ? own.Name
        : before.Items.SelectMany(i => i.LeadOfficials).Select(o => o.Name).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    private OrganizationRole RoleOr(OrganizationRole asked) => heard.Has(Cue.Lead, Cue.Support) ? heard.Role : heard.Has(Cue.Participate) ? OrganizationRole.Any : asked;

    private Question.Tasks Of(TaskFilter filter) =>
        new(filter with { Lists = heard.Lists, Figures = heard.FigureKindNamed }, heard.Has(Cue.HowManyTasks, Cue.HowMuch) ? TaskAspect.Count : TaskAspect.List);

    private bool Says(string word) => text.Contains(word, StringComparison.Ordinal);
}
