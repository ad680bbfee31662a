using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZhoushanBot.Activities.Tests;
using ZhoushanBot.ChatPage;
using ZhoushanBot.Tests.Structure;

namespace ZhoushanBot.Tests.ChatPage;

/// <summary>A build that could not bring Web Chat: the service runs, and the page says what is missing.</summary>
public sealed class MissingWebChatTests : IAsyncDisposable
{
    private readonly BotService service = new BotService().With(services => services.AddSingleton(_ => new WebChatBundle("/no/such/webchat.js")));
    private readonly Uri url;

    public MissingWebChatTests() => url = service.Listen();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_but_the_script_is_there()
    {
        using var http = new HttpClient { BaseAddress = url };

        var settings = await http.GetFromJsonAsync<JsonNode>("/chat/settings", Cancel);
        using var script = await http.GetAsync(WebChatBundle.Url, Cancel);
        using var page = await http.GetAsync("/", Cancel);
        using var health = await http.GetAsync("/healthz", Cancel);

        Assert.Null(settings!["webChat"]);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK), (script.StatusCode, page.StatusCode, health.StatusCode));
        Assert.Single(await service.AskAsync("帮助", cancellationToken: Cancel));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task The_page_says_in_both_languages_what_is_missing_and_what_to_do(string locale)
    {
        var said = await BrowserScript.RunAsync("page-notice.cjs", _ => Task.CompletedTask, url.ToString(), locale);

        var says = (string)said["says"]!;
        Assert.All(
            ["Node.js", WebChatBundle.Version, "dotnet run --project src/ZhoushanBot", "-- ask 帮助", "-- ask help", "缺少", "missing"],
            part => Assert.Contains(part, says, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(said["faults"]!.AsArray());
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();
}

/// <summary>How the build brings Web Chat: with no npm at all, and with one of the test's own.</summary>
public sealed class WebChatTargetsTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public static TheoryData<bool, bool, string> Builds => new()
    {
        { false, false, "could not be brought" },
        { true, false, "is not what it should be, and is not used" },
        { true, true, "" },
    };

    [Theory]
    [MemberData(nameof(Builds))]
    public async Task The_build_goes_on_and_uses_only_what_has_the_right_digest(bool hasNpm, bool isRight, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The npm of this test is a shell script.");
        var digest = MakeTarball();
        if (hasNpm && !OperatingSystem.IsWindows())
        {
            MakeNpm();
        }

        var (code, output) = await BringAsync(isRight ? digest : "another digest");

        Assert.Equal(0, code);
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.Equal(isRight, File.Exists(scratch["obj/package/dist/webchat.js"]));
        Assert.Empty(Directory.Exists(scratch["obj"]) ? Directory.GetFiles(scratch["obj"], "*.tgz") : []);
    }

    public void Dispose() => scratch.Dispose();

    private string MakeTarball()
    {
        Directory.CreateDirectory(scratch["package/dist"]);
        File.WriteAllText(scratch["package/dist/webchat.js"], "// not Web Chat");
        File.WriteAllText(scratch["package/dist/webchat.js.LICENSE.txt"], "none");
        using (var tarball = File.Create(scratch["made.tgz"]))
        using (var zip = new System.IO.Compression.GZipStream(tarball, System.IO.Compression.CompressionLevel.Fastest))
        {
            Directory.CreateDirectory(scratch["root"]);
            Directory.Move(scratch["package"], scratch["root/package"]);
            System.Formats.Tar.TarFile.CreateFromDirectory(scratch["root"], zip, includeBaseDirectory: false);
        }

        return Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(scratch["made.tgz"])));
    }

    [UnsupportedOSPlatform("windows")]
    private void MakeNpm()
    {
        Directory.CreateDirectory(scratch["bin"]);
        File.WriteAllText(scratch["bin/npm"], $"#!/bin/sh\ncp '{scratch["made.tgz"]}' \"botframework-webchat-{WebChatBundle.Version}.tgz\"\n");
        File.SetUnixFileMode(scratch["bin/npm"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    // The path holds the test's npm, if any, and the few programs that are needed: no Node of this machine.
    private async Task<(int Code, string Output)> BringAsync(string digest)
    {
        Directory.CreateDirectory(scratch["bin"]);
        foreach (var program in new[] { "sh", "tar", "gzip", "cp" })
        {
            File.CreateSymbolicLink(scratch["bin/" + program], Found(program));
        }

        var start = new ProcessStartInfo(Found("dotnet"))
        {
            UseShellExecute = false,
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = scratch["bin"];
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        string[] arguments =
        [
            "msbuild", "src/ZhoushanBot/ZhoushanBot.csproj", "-t:BringWebChat", "-nologo", "-m:1", "-tl:off", $"-p:WebChatFolder={scratch["obj"]}/", $"-p:WebChatSha512={digest}",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        using var build = Process.Start(start)!;
        var errors = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await errors;
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output);
    }

    private static string Found(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
