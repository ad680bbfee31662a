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
    /// <summary>The personas that the directory lists, whether it is the demonstration's or one that was imported; and the one who is nobody in particular.</summary>
    public ImmutableArray<Persona> Current
    {
        get
        {
            var directory = book.Current.People.Directory;
            var names = archive.Current.Index.Names;
            return
            [
                .. from persona in Personas.All
                   let person = directory.Find(persona.Id)
                   where person is not null || persona == Personas.All[0]
                   select person is null ? persona : Label(persona, person, names),
            ];
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
