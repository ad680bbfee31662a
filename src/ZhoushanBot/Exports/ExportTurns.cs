using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using ZhoushanBot.Core.Cards;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Signing;
using ZhoushanBot.Storage.LiteDb;
using ZhoushanBot.Telemetry;
using ZhoushanBot.Turns;

namespace ZhoushanBot.Exports;

/// <summary>"导出半年度完成情况", "export Q3": links to the table as Word and as Excel, for whoever may export.</summary>
internal sealed class ExportTurns(OfficeBook book, DownloadLinks links, NoticeArchive archive, IOptions<DirectLineOptions> options, IServer server, ILogger<ExportTurns> logger) : ITurnPart
{
    private static readonly string[] Words = ["导出", "export "];

    // What people call the table besides the period; anything else after "export" is a question about exports.
    private static readonly string[] Fillers = ["完成情况", "工作", "进展", "进度", "表格", "情况", "数据", "的", "表", "the", "table", "progress", "status", "of", "for", "report", "please", "请"];

    /// <inheritdoc/>
    public async ValueTask<TurnReply?> TryTextAsync(TurnRequest request, TypedText text, CancellationToken cancellationToken)
    {
        var typed = text.Source.Trim();
        if (Array.Find(Words, w => typed.StartsWith(w, StringComparison.OrdinalIgnoreCase) || typed.Equals(w.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } word)
        {
            return null;
        }

        var language = word == Words[0] ? ReplyLanguage.Chinese : ReplyLanguage.English;
        var words = ExportText.In(language);
        var wanted = typed[word.Trim().Length..].Trim(' ', '。', '.', '?', '？', '!', '！');
        var period = ReportPeriod.Read(wanted, archive.Current.Notices is [var first, ..] ? first.Notice.Year : 1);
        if (period is null && language == ReplyLanguage.English && !IsOfTheTable(wanted))
        {
            return null;
        }

        var role = request.Caller is { } caller ? book.Current.People.Directory.RoleOf(caller.Actor) : Role.Staff;
        if (request.Caller is null || !Permissions.Allow(role, Right.Export))
        {
            Log.WishRefused(logger, nameof(Right.Export), request.Caller?.Actor.AccountId ?? "nobody");
            return TurnReply.Say(words.NotAllowed, language);
        }

        if (archive.Current.Notices.IsEmpty)
        {
            return TurnReply.Say(words.Nothing, language);
        }

        return period is null && !IsOfTheTable(wanted) ? TurnReply.Say(words.NoPeriod(wanted), language) : await ReplyAsync(request.Caller, period, language);
    }

    private static bool IsOfTheTable(string wanted) =>
        Fillers.Aggregate(wanted, (rest, filler) => rest.Replace(filler, string.Empty, StringComparison.OrdinalIgnoreCase)).Trim().Length == 0;

    private async ValueTask<TurnReply> ReplyAsync(Caller caller, ReportPeriod? period, ReplyLanguage language)
    {
        var words = ExportText.In(language);
        var name = period is { } named ? ReportText.In(language).Period(named) : language == ReplyLanguage.Chinese ? "截至今日" : "up to today";
        var ready = words.Ready(name, (int)DownloadLinks.Lifetime.TotalMinutes);
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        var lines = new List<string> { ready };
        foreach (var format in new[] { ExportFormat.Docx, ExportFormat.Xlsx, ExportFormat.Csv })
        {
            var ticket = new DownloadTicket(caller.Actor.AccountId, period?.Code ?? string.Empty, format.Name, language == ReplyLanguage.Chinese, default);
            var address = DownloadEndpoint.AddressOf(await links.IssueAsync(ticket), options.Value, server);
            buttons.Add(new LinkButton(words.Button(format), address));
            lines.Add($"{words.Button(format)}: {address.AbsoluteUri}");
        }

        return new TurnReply
        {
            Language = language,
            Card = new AdaptiveCard { Language = language, Summary = ready, Body = [new TextBlock(ready)], Buttons = buttons.ToImmutable() },
            Text = string.Join('\n', lines),
        };
    }
}

internal static class ExportRegistration
{
    /// <summary>Files by chat.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services) => services
        .AddSingleton(provider => new DownloadLinks(
            new SignedText(new LiteDbDocumentStore(provider.GetRequiredService<LiteDbFile>(), "exports"), provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ITurnPart, ExportTurns>();
}
