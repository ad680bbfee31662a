using System.Collections.Immutable;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Import;
using ZhoushanBot.Office;

namespace ZhoushanBot.People;

/// <summary>Whom one can be on the chat page, and for whom one then speaks.</summary>
internal sealed class PersonaLabels(NoticeArchive archive, OfficeBook book)
{
    /// <summary>The personas by the directory; with a real directory only the one who is nobody in particular.</summary>
    public ImmutableArray<Persona> Current
    {
        get
        {
            var people = book.Current.People;
            var names = archive.Current.Index.Names;
            return people.IsDemonstration
                ? [.. Personas.All.Where(persona => people.Directory.Find(persona.Id) is not null).Select(persona => Label(persona, people.Directory.Find(persona.Id)!, names))]
                : Personas.All[..1];
        }
    }

    private static Persona Label(Persona persona, Person person, NameBook names)
    {
        var (name, english) = person switch
        {
            { Organization: { } organization } => (organization, names.Organization(organization).English),
            { Area: { } area } => (area, names.Area(area).English),
            _ => (null, null),
        };
        return name is null ? persona : persona with
        {
            Chinese = $"{persona.Chinese}（{name}）",
            English = $"{persona.English}, {(english is null ? name : $"{english} ({name})")}",
        };
    }
}
