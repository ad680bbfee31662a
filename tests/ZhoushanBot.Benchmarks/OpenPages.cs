using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ZhoushanBot.Benchmarks;

/// <summary>Many chat pages at once: each a conversation on the built-in Direct Line with its socket. Some of them ask, the others listen.</summary>
internal static class OpenPages
{
    private const int Askers = 4;
    private const int OpeningAtOnce = 16;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Writes one line: pages, memory of the service in MB before and with all of them open, round trips, their p50 and p99 in ms.</summary>
    public static async Task ReportAsync(Uri service, int servicePid, int count, TimeSpan duration, TextWriter output)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = OpeningAtOnce }) { BaseAddress = new Uri(service, "/v3/directline/") };

        // One page first, so that code is compiled before memory is looked at.
        using (var first = await Page.OpenAsync(http))
        {
            await first.AskAsync(Subject.Questions[0]);
        }

        await Task.Delay(Rest, TimeProvider.System);
        var before = Memory(servicePid);
        var pages = new Page[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = OpeningAtOnce }, async (i, _) => pages[i] = await Page.OpenAsync(http));
        await Task.Delay(Rest, TimeProvider.System);
        var open = Memory(servicePid);

        await AskAsync(pages, Rest);
        var times = await AskAsync(pages, duration);
        times.Sort();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"RESULT {count} {before} {open} {times.Count} {times[times.Count / 2]:F2} {times[times.Count * 99 / 100]:F2}"));
        foreach (var page in pages)
        {
            page.Dispose();
        }
    }

    private static async Task<List<double>> AskAsync(Page[] pages, TimeSpan duration)
    {
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
        {
            var times = new List<double>();
            for (var i = asker; Stopwatch.GetTimestamp() < until; i += Askers)
            {
                times.Add(await pages[i % pages.Length].AskAsync(Subject.Questions[i % Subject.Questions.Length]));
            }

            return times;
        }));
        return [.. all.SelectMany(times => times)];
    }

    private static long Memory(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.WorkingSet64 / 1024 / 1024;
    }

    private sealed class Page(HttpClient http, string conversation, string token, ClientWebSocket socket) : IDisposable
    {
        private readonly byte[] buffer = new byte[128 * 1024];
        private int asked;

        public static async Task<Page> OpenAsync(HttpClient http)
        {
            var generated = await PostAsync(http, "tokens/generate", null, new() { ["user"] = new JsonObject { ["id"] = "persona-staff" }, ["locale"] = "zh-CN" });
            var token = (string)generated["token"]!;
            var opened = await PostAsync(http, "conversations", token, new() { ["locale"] = "zh-CN" });
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri((string)opened["streamUrl"]!), CancellationToken.None);
            var page = new Page(http, (string)opened["conversationId"]!, token, socket);
            await page.ReadUntilAsync(activity => (string?)activity["from"]?["role"] == "bot");
            return page;
        }

        /// <summary>Milliseconds from the question's leaving to the answer's coming by the socket.</summary>
        public async Task<double> AskAsync(string question)
        {
            var id = $"{++asked}";
            var startedAt = Stopwatch.GetTimestamp();
            var posting = PostAsync(
                http,
                $"conversations/{conversation}/activities",
                token,
                new() { ["type"] = "message", ["text"] = question, ["channelData"] = new JsonObject { ["clientActivityID"] = id } });
            await ReadUntilAsync(activity => (string?)activity["from"]?["role"] == "bot");
            var taken = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
            await posting;
            return taken;
        }

        public void Dispose() => socket.Dispose();

        private static async Task<JsonNode> PostAsync(HttpClient http, string path, string? token, JsonObject body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        }

        private async Task ReadUntilAsync(Func<JsonNode, bool> isIt)
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += received.Count;
                }
                while (!received.EndOfMessage);

                var frame = JsonNode.Parse(buffer.AsSpan(0, length))!;
                if (frame["activities"]!.AsArray().Any(activity => isIt(activity!)))
                {
                    return;
                }
            }
        }
    }
}
