using System.CommandLine;
using System.Text;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Commands;

/// <summary><c>tasks [--unit …] [--json] [--internal]</c>: the tasks, as text or as the documented export.</summary>
internal static class TasksCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var text = surroundings.Text;
        var unit = new Option<string?>("--unit") { Description = text.Unit, HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = text.Json };
        var isInternal = new Option<bool>("--internal") { Description = text.WithInternal };
        var command = new Command("tasks", text.Tasks) { unit, json, isInternal };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            surroundings.Say(error, text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var name = parsed.GetValue(unit);
            await opened.Book.LoadAsync(cancellationToken);
            var tasks = opened.View.Notices(parsed.GetValue(isInternal)).Notices.SelectMany(content => Of(content, name)).ToList();
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(Export(tasks));
            }
            else if (tasks.Count > 0)
            {
                foreach (var (_, item) in tasks)
                {
                    await output.WriteLineAsync(Line(item));
                }

                await output.WriteLineAsync(text.TaskCount(tasks.Count));
            }

            if (tasks.Count == 0)
            {
                await error.WriteLineAsync(name is null ? text.NoNotices : text.NoTasksOf(name));
            }

            return tasks.Count == 0 ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<(Notice Notice, WorkItem Item)> Of(NoticeContent content, string? unit) =>
        from item in content.WorkItems
        where unit is null || item.ResponsibleOrganizations.Any(o => o.Name.Contains(unit, StringComparison.Ordinal))
        select (content.Notice, item);

    private static string Line(WorkItem item)
    {
        var leads = string.Join('、', item.LeadOrganizations.Select(o => o.Name));
        var officials = string.Join('、', item.LeadOfficials.Select(o => o.Name));
        return $"{TaskExport.NameOf(item.List)} {item.Section}.{item.Item}\t{leads}\t{officials}\t{item.Text}";
    }

    private static string Export(IEnumerable<(Notice Notice, WorkItem Item)> tasks)
    {
        using var bytes = new MemoryStream();
        TaskExport.Write(bytes, tasks);
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
