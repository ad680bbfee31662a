using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ZhoushanBot.Configuration;
using ZhoushanBot.Conversations;
using ZhoushanBot.Core.Journal;
using ZhoushanBot.Core.Reminders;
using ZhoushanBot.Import;
using ZhoushanBot.Office;
using ZhoushanBot.Review;
using ZhoushanBot.Saving;
using ZhoushanBot.Storage.Documents;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Commands;

/// <summary>What a command has around it: at a terminal its own store, inside the running service the service's.</summary>
internal sealed record CommandSurroundings
{
    /// <summary>Opens the store of a folder; null means the configured one.</summary>
    public required Func<string?, CancellationToken, Task<OpenStore>> OpenAsync { get; init; }

    public required OfficeClock Clock { get; init; }

    public required CommandText Text { get; init; }

    /// <summary>Relative paths start here.</summary>
    public required string Folder { get; init; }

    /// <summary>Where a person answers; null when nobody can.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Whether somebody watches the error output, so that long work may say what it is at.</summary>
    public bool IsWatched { get; init; }

    /// <summary>At a terminal.</summary>
    public static CommandSurroundings OfThisProcess(ImmutableArray<string> settings) => new()
    {
        OpenAsync = (folder, cancellationToken) => OpenStore.OfAsync(
            Settings.Store(Settings.Read(settings), folder), Settings.Questions(Settings.Read(settings)), ClockOf(settings), cancellationToken, Settings.Read(settings).GetSection(OfficeOptions.Section).Get<OfficeOptions>()),
        Clock = ClockOf(settings),
        Text = CommandText.OfThisProcess(),
        Folder = Environment.CurrentDirectory,
        Input = Console.In,
        IsWatched = !Console.IsErrorRedirected,
    };

    private static OfficeClock ClockOf(ImmutableArray<string> settings) =>
        new(TimeProvider.System, Settings.Read(settings).GetSection(ClockOptions.Section).Get<ClockOptions>()?.Start);
}

/// <summary>An opened store: loaded notices with what belongs to them, the journal, the outbox; and the file behind them if it was opened for this command alone.</summary>
internal sealed class OpenStore : IDisposable
{
    private readonly QuestionLog questions;
    private readonly LateSaving? saving;
    private readonly IDisposable? owned;

    /// <summary>Those of the running service.</summary>
    public OpenStore(
        NoticeArchive archive, NameFiles names, TaughtWords taught, QuestionLog questions, LateSaving saving, OfficeBook book, OfficeView view, IOutbox outbox, LiteDbFile file)
        : this(archive, names, taught, questions, saving, book, view, outbox, file, null)
    {
    }

    private OpenStore(
        NoticeArchive archive, NameFiles names, TaughtWords taught, QuestionLog questions, LateSaving? saving, OfficeBook book, OfficeView view, IOutbox outbox,
        LiteDbFile file, IDisposable? owned)
    {
        Conversations = new LiteDbDocumentStore(file, KeptConversations.Collection);
        Book = book;
        View = view;
        Outbox = outbox;
        Archive = archive;
        Names = names;
        Taught = taught;
        this.questions = questions;
        this.saving = saving;
        this.owned = owned;
    }

    public NoticeArchive Archive { get; }

    public NameFiles Names { get; }

    public TaughtWords Taught { get; }

    /// <summary>All that people did, and what follows from it. At a terminal it is read with the first decision, or by <see cref="OfficeBook.LoadAsync"/>.</summary>
    public OfficeBook Book { get; }

    /// <summary>What plans are made from; see <see cref="Book"/>.</summary>
    public OfficeView View { get; }

    public IJournal Journal => Book;

    /// <summary>Chats that have been heard of, see <see cref="KeptConversations"/>.</summary>
    public IDocumentStore Conversations { get; }

    /// <summary>Inside the service: whoever puts something in wakes the worker.</summary>
    public IOutbox Outbox { get; }

    /// <summary>Opens and loads a store.</summary>
    /// <exception cref="Storage.StoreException">It cannot be opened.</exception>
    public static async Task<OpenStore> OfAsync(StoreOptions store, QuestionOptions questions, OfficeClock time, CancellationToken cancellationToken, OfficeOptions? office = null)
    {
        var file = LiteDbFile.Open(store.File);
        try
        {
            var names = new NameFiles(NameFiles.OfTheProgram, store.Folder);
            var archive = new NoticeArchive(new LiteDbNoticeStore(file), names);
            await archive.LoadAsync(cancellationToken);
            var log = new QuestionLog(QuestionLogRegistration.DocumentsIn(file), Options.Create(questions), time);
            var book = new OfficeBook(new LiteDbJournal(file), time, NullLogger<OfficeBook>.Instance);
            var view = new OfficeView(archive, book, new OfficeCalendar(Options.Create(store)), Options.Create(office ?? new OfficeOptions()), time);
            return new OpenStore(archive, names, new TaughtWords(store.Folder), log, null, book, view, new LiteDbOutbox(file), file, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The questions to look through.</summary>
    public async Task<QuestionLog> QuestionsAsync(CancellationToken cancellationToken)
    {
        // The service has them loaded.
        if (saving is null)
        {
            await questions.LoadAsync(cancellationToken);
        }

        return questions;
    }

    /// <summary>Saves what was changed in the questions.</summary>
    public Task SaveAsync() => saving?.SaveNowAsync() ?? questions.SaveAsync(CancellationToken.None);

    public void Dispose()
    {
        if (owned is not null)
        {
            Archive.Dispose();
            Book.Dispose();
            owned.Dispose();
        }
    }
}
