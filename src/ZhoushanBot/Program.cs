using System.Text;
using Microsoft.Extensions.Options;
using ZhoushanBot.Activities;
using ZhoushanBot.ChatPage;
using ZhoushanBot.Commands;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Delivery;
using ZhoushanBot.DirectLine;
using ZhoushanBot.Exports;
using ZhoushanBot.Health;
using ZhoushanBot.Import;
using ZhoushanBot.Ledger;
using ZhoushanBot.Model;
using ZhoushanBot.Office;
using ZhoushanBot.People;
using ZhoushanBot.Relay;
using ZhoushanBot.Reminding;
using ZhoushanBot.Reporting;
using ZhoushanBot.Review;
using ZhoushanBot.Saving;
using ZhoushanBot.SignIn;
using ZhoushanBot.Subscriptions;
using ZhoushanBot.Turns;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var (settings, rest) = Settings.Split(args);
var surroundings = CommandSurroundings.OfThisProcess(settings);

// serve (or nothing), import, ask, findings, tasks, people, deadline, reminders, questions, outbox, journal, teams-package.
var commands = CommandLine.Of(surroundings).WithServe(surroundings.Text, options => Build([.. settings, .. options]).RunAsync());
try
{
    return await commands.RunAsync(rest, Console.Out, Console.Error, CancellationToken.None);
}
#pragma warning disable CA1031 // The last place where a failure can still be told in words.
catch (Exception e)
#pragma warning restore CA1031
{
    // While the service has the store, it runs the command in our place.
    var (code, message) = Failures.Of(e, surroundings.Text);
    if (code == ExitCode.StoreInUse && commands.StoreOf(rest, settings) is { } store && await RelayClient.TryRunAsync(store, rest, surroundings.Text.Language) is { } answered)
    {
        return answered;
    }

    await Console.Error.WriteLineAsync(message);
    return code;
}

// The service.
static WebApplication Build(string[] settings)
{
    var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
    builder.AddListening();
    builder.Services
        .AddSettings()
        .AddStore()
        .AddNotices()
        .AddQuestionLog()
        .AddModel()
        .AddOffice()
        .AddChat()
        .AddExports()
        .AddReporting()
        .AddSaving()
        .AddConversations()
        .AddPeople()
        .AddDelivery()
        .AddReminding()
        .AddSubscriptions()
        .AddLedger()
        .AddBotChannel(builder.Configuration.GetSection("Bot").Bind)
        .AddSignIn(builder.Configuration)
        .AddDirectLine()
        .AddChatPage()
        .AddRelay();

    var service = builder.Build();
    service.Services.GetRequiredService<IStartupValidator>().Validate();
    service.MapSignIn();
    service.MapBotChannel();
    service.MapDirectLine();
    service.MapChatPage();
    service.MapExports();
    service.MapHealth();
    service.MapRelay();
    return service;
}
