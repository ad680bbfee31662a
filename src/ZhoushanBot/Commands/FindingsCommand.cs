using System.CommandLine;
using System.Text.Json;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;

namespace ZhoushanBot.Commands;

/// <summary><c>findings [--json]</c>: what was repaired, inferred or doubtful.</summary>
internal static class FindingsCommand
{
    public static Command Of(CommandSurroundings surroundings, Option<string?> data)
    {
        var text = surroundings.Text;
        var words = FindingText.In(text.Language);
        var json = new Option<bool>("--json") { Description = text.Json };
        var command = new Command("findings", text.Findings) { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            surroundings.Say(error, text.Loading);
            using var opened = await surroundings.OpenAsync(parsed.GetValue(data), cancellationToken);
            var notices = opened.Archive.Current.Notices;
            var findings = notices.SelectMany(content => content.Findings.Select(finding => (content.Notice, Finding: finding))).ToList();
            if (parsed.GetValue(json))
            {
                await output.WriteLineAsync(JsonText.Of(writer => Write(writer, findings)));
            }
            else
            {
                foreach (var (notice, finding) in findings)
                {
                    await output.WriteLineAsync(Line(notice, finding, words));
                }

                await output.WriteLineAsync(text.FindingCount(findings.Count));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string Line(Notice notice, ImportFinding finding, FindingText text)
    {
        var place = notice.PlaceOf(finding.Span.Start);
        return $"{notice.DocumentNumber} {place.Line}:{place.Column} {text.NameOf(finding.Severity)} {finding.Code}: {text.Describe(finding)}";
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<(Notice Notice, ImportFinding Finding)> findings)
    {
        json.WriteStartArray();
        foreach (var (notice, finding) in findings)
        {
            var place = notice.PlaceOf(finding.Span.Start);
            json.WriteStartObject();
            json.WriteString("notice", notice.DocumentNumber);
            json.WriteString("code", JsonNamingPolicy.CamelCase.ConvertName(finding.Code.ToString()));
            json.WriteString("severity", Name(finding.Severity));
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteString("quote", notice.Quote(finding.Span));
            json.WriteString("zh", FindingText.In(ReplyLanguage.Chinese).Describe(finding));
            json.WriteString("en", FindingText.In(ReplyLanguage.English).Describe(finding));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(FindingSeverity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());
}
