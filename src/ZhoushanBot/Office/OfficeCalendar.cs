using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.WorkDays;

namespace ZhoushanBot.Office;

/// <summary>The calendar of the office: the years that are shipped, and those in the store's folder (<c>workdays-*.json</c>), which go first.</summary>
internal sealed class OfficeCalendar
{
    /// <summary>Reads the years; those that do not hold are passed over and told.</summary>
    public OfficeCalendar(IOptions<StoreOptions> store)
    {
        Days = WorkCalendar.Shipped;
        var faults = new List<string>();
        string[] files = Directory.Exists(store.Value.Folder) ? Directory.GetFiles(store.Value.Folder, "workdays-*.json") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            switch (WorkYearFile.Read(File.ReadAllBytes(path)))
            {
                case WorkYearReading.Year year:
                    Days = Days.With(year.Value);
                    break;
                case WorkYearReading.Refused refused:
                    faults.Add(WorkYearText.In(ReplyLanguage.Chinese).Describe(Path.GetFileName(path), refused) + " / " + WorkYearText.In(ReplyLanguage.English).Describe(Path.GetFileName(path), refused));
                    break;
            }
        }

        Faults = [.. faults];
    }

    /// <summary>Which days are worked.</summary>
    public WorkCalendar Days { get; }

    /// <summary>Files that were not taken, and why, in both languages; may be empty.</summary>
    public IReadOnlyList<string> Faults { get; }
}
