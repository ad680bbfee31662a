using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.People;
using ZhoushanBot.Core.Progress;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Office;
using ZhoushanBot.SignIn;

namespace ZhoushanBot.Exports;

/// <summary>
/// <c>GET /exports/TICKET</c>: the file that somebody asked for in the chat. The file is made when it is fetched, by the rights that its asker has then. Who is
/// signed in here as somebody else gets nothing; forged 404, expired 410.
/// </summary>
internal static class DownloadEndpoint
{
    private const string Path = "/exports/";

    public static IEndpointConventionBuilder MapExports(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path + "{ticket}", GetAsync);

    /// <summary>Address of a ticket, as the asker's browser reaches it.</summary>
    public static Uri AddressOf(string ticket, DirectLineOptions options, IServer server)
    {
        var origin = options.PublicUrl.Length > 0 ? options.PublicUrl.TrimEnd('/')
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/').Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            ?? "http://localhost";
        return new Uri($"{origin}{Path}{ticket}");
    }

    private static async Task<IResult> GetAsync(string ticket, HttpContext http, DownloadLinks links, OfficeBook book, OfficeView view)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (verdict, asked) = await links.ReadAsync(ticket);
        if (verdict == LinkVerdict.Expired)
        {
            return Results.Text("链接已过期，请在聊天里重新导出。\nThis link is over; please export again in the chat.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
        }

        var role = asked is null ? Role.Staff : book.Current.People.Directory.RoleOf(new Actor(asked.Account, string.Empty));
        if (asked is null || ExportFormat.Named(asked.Format) is not { } format || !Permissions.Allow(role, Right.Export)
            || (SignedInVisitor.Of(http.User) is { } visitor && visitor.Id != asked.Account))
        {
            return Results.NotFound();
        }

        // Files get passed on: what is internal stays out of them.
        var context = view.Status(role, seesInternal: false) with { Through = ReportPeriod.FromCode(asked.Period) };
        var export = new StatusExport(context, asked.IsChinese ? ReplyLanguage.Chinese : ReplyLanguage.English);
        var file = new MemoryStream();
        export.Write(file, format);
        file.Position = 0;
        return Results.File(file, format.ContentType, $"{export.Name}.{format.Name}");
    }
}
