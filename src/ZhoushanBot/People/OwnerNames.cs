using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.People;

/// <summary>Whom a chat stands for, in words.</summary>
internal static class OwnerNames
{
    /// <summary>The name to show: official, with its English beside it in English.</summary>
    public static string In(ReplyLanguage language, ChatOwner owner, NameBook names)
    {
        var english = owner switch
        {
            { Organization: { } organization } => names.Organization(organization).English,
            { Area: { } area } => names.Area(area).English,
            { Official: { } official } => names.Official(official, string.Empty).Names.English,
            _ => null,
        };
        return owner == ChatOwner.SupervisionOffice ? PeopleText.In(language).SupervisionOffice
            : language == ReplyLanguage.English && english is not null ? $"{owner.Name} ({english})"
            : owner.Name;
    }
}
