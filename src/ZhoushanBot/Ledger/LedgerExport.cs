using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.People;

namespace ZhoushanBot.Ledger;

/// <summary>Writes the journal for other programs: CSV for a spreadsheet, JSON for everything else. Times are Asia/Shanghai.</summary>
internal static class LedgerExport
{
    private const string Columns = "sequence,at,account,name,kind,subject,json,hash";
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// CSV by RFC 4180, every cell in quotes, with a byte order mark so that Excel sees UTF-8. A cell that a spreadsheet would take for a formula gets an
    /// apostrophe in front.
    /// </summary>
    /// <returns>Lines of the journal written.</returns>
    public static async Task<long> WriteCsvAsync(IJournal journal, TextWriter output, CancellationToken cancellationToken)
    {
        var count = 0L;
        await output.WriteAsync($"\uFEFF{Columns}\r\n");
        await foreach (var lines in journal.ReadAllAsync(LedgerReading.Chunk, cancellationToken))
        {
            foreach (var entry in lines)
            {
                string[] cells =
                [
                    entry.Sequence.ToString(CultureInfo.InvariantCulture), TimeOf(entry), entry.By.AccountId, entry.By.Name, entry.Event.Kind, entry.Event.Subject,
                    entry.Event.Json, entry.Hash,
                ];
                await output.WriteAsync($"{string.Join(',', cells.Select(Cell))}\r\n");
            }

            count += lines.Length;
        }

        return count;
    }

    /// <summary>An array with a line for each entry; <c>data</c> is the particulars letter for letter, so that the hashes can be checked.</summary>
    /// <returns>Lines of the journal written.</returns>
    public static async Task<long> WriteJsonAsync(IJournal journal, TextWriter output, CancellationToken cancellationToken)
    {
        var count = 0L;
        await output.WriteAsync("[");
        await foreach (var lines in journal.ReadAllAsync(LedgerReading.Chunk, cancellationToken))
        {
            foreach (var entry in lines)
            {
                await output.WriteAsync($"{(count++ == 0 ? "\n" : ",\n")}{JsonOf(entry)}");
            }
        }

        await output.WriteAsync(count == 0 ? "]" : "\n]");
        return count;
    }

    private static string TimeOf(JournalEntry entry) => entry.At.ToOffset(OfficeClock.Offset).ToString(Time, CultureInfo.InvariantCulture);

    private static string Cell(string text) => $"\"{CsvTable.Defuse(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string JsonOf(JournalEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", entry.Sequence);
            json.WriteString("at", TimeOf(entry));
            json.WriteString("account", entry.By.AccountId);
            json.WriteString("name", entry.By.Name);
            json.WriteString("kind", entry.Event.Kind);
            json.WriteString("subject", entry.Event.Subject);
            json.WritePropertyName("data");
            WriteData(json, entry.Event.Json);
            json.WriteString("hash", entry.Hash);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void WriteData(Utf8JsonWriter json, string data)
    {
        try
        {
            json.WriteRawValue(data);
        }
        catch (JsonException)
        {
            json.WriteStringValue(data);
        }
    }
}
