using System.Reflection;
using LiteDB;
using ZhoushanBot.Storage.LiteDb;

namespace ZhoushanBot.Storage.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_store_is_made_with_its_folder()
    {
        var path = Path.Combine(folder.Path, "new", "folder", "store.db");

        using var file = LiteDbFile.Open(path);

        Assert.Equal(path, file.Path);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_store_closed_in_good_order_is_one_file_and_its_empty_lock()
    {
        LiteDbFile.Open(folder.StorePath).Dispose();

        Assert.Equal(["store.db", "store.db.lock"], FilesIn(folder), StringComparer.Ordinal);
        Assert.Equal(0, new FileInfo(folder.At("store.db.lock")).Length);
    }

    [Fact]
    public async Task What_was_saved_is_there_after_closing_and_opening()
    {
        var notice = ANotice.OfUsualSize();
        using (var file = LiteDbFile.Open(folder.StorePath))
        {
            await new LiteDbNoticeStore(file).SaveAsync(notice, Cancelled);
        }

        using var again = LiteDbFile.Open(folder.StorePath);

        Assert.Equal(Structure.Of(notice), Structure.Of(Assert.Single(await new LiteDbNoticeStore(again).LoadAllAsync(Cancelled))));
    }

    [Fact]
    public void The_same_process_cannot_open_it_twice_either()
    {
        using var file = LiteDbFile.Open(folder.StorePath);

        Assert.Throws<StoreInUseException>(() => LiteDbFile.Open(folder.StorePath));
    }

    [Fact]
    public void A_symbolic_link_to_an_open_store_is_refused_too()
    {
        using var file = LiteDbFile.Open(folder.StorePath);
        File.CreateSymbolicLink(folder.At("link.db"), folder.StorePath);

        var refusal = Assert.Throws<StoreInUseException>(() => LiteDbFile.Open(folder.At("link.db")));

        Assert.Equal(folder.StorePath, refusal.Path);
    }

    [Fact]
    public void A_refused_opening_leaves_no_lock_behind()
    {
        File.WriteAllText(folder.StorePath, "a letter");
        Assert.Throws<StoreNotRecognisedException>(() => LiteDbFile.Open(folder.StorePath));
        File.Delete(folder.StorePath);

        LiteDbFile.Open(folder.StorePath).Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8191)]
    [InlineData(8192)]
    [InlineData(20_000)]
    public void A_file_that_is_something_else_is_refused_and_left_as_it_was(int length)
    {
        var content = Enumerable.Range(0, length).Select(i => (byte)(i * 31)).ToArray();
        File.WriteAllBytes(folder.StorePath, content);

        Assert.Throws<StoreNotRecognisedException>(() => LiteDbFile.Open(folder.StorePath));

        Assert.Equal(content, File.ReadAllBytes(folder.StorePath));
    }

    [Fact]
    public void A_LiteDB_file_of_another_program_is_refused()
    {
        using (var other = new LiteDatabase(new ConnectionString { Filename = folder.StorePath, Collation = Collation.Binary }))
        {
            other.GetCollection("customers").Insert(new BsonDocument());
        }

        Assert.Throws<StoreNotRecognisedException>(() => LiteDbFile.Open(folder.StorePath));
    }

    [Fact]
    public void A_LiteDB_file_that_compares_strings_otherwise_is_refused()
    {
        using (var other = new LiteDatabase(new ConnectionString { Filename = folder.StorePath, Collation = new Collation("en-US/IgnoreCase") }))
        {
            other.GetCollection("customers").Insert(new BsonDocument());
        }

        Assert.ThrowsAny<StoreException>(() => LiteDbFile.Open(folder.StorePath));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_with_both_schema_numbers()
    {
        using (var file = LiteDbFile.Open(folder.StorePath))
        {
            await SetSchemaAsync(file, 999);
        }

        var refusal = Assert.Throws<StoreNewerException>(() => LiteDbFile.Open(folder.StorePath));

        Assert.Contains("999", refusal.English, StringComparison.Ordinal);
        Assert.Contains($"{StoreSchema.Known}", refusal.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_an_older_program_gets_the_steps_it_lacks()
    {
        using (var file = LiteDbFile.Open(folder.StorePath))
        {
            await SetSchemaAsync(file, 0);
            await file.WriteAsync(database => database.GetCollection("notices").DropIndex("key"), Cancelled);
        }

        using var again = LiteDbFile.Open(folder.StorePath);

        Assert.Equal(StoreSchema.Known, await again.ReadAsync(StoreSchema.Reached, Cancelled));
        var indexes = await again.ReadAsync(database => database.GetCollection("$indexes").FindAll().ToList(), Cancelled);
        Assert.Contains(indexes, index => index["collection"] == "notices" && index["name"] == "key");
    }

    [Fact]
    public void A_log_whose_store_is_missing_is_not_mixed_into_a_new_one()
    {
        File.WriteAllBytes(folder.At("store-log.db"), new byte[8192]);

        var refusal = Assert.Throws<StoreDamagedException>(() => LiteDbFile.Open(folder.StorePath));

        Assert.Contains(folder.At("store-log.db"), refusal.Chinese, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.StorePath));
    }

    [Fact]
    public void What_a_crash_left_while_making_a_store_does_no_harm()
    {
        File.WriteAllBytes(folder.StorePath, []);
        File.WriteAllBytes(folder.At("store.db.new"), new byte[100]);
        File.WriteAllBytes(folder.At("store.db-log.new"), new byte[100]);

        LiteDbFile.Open(folder.StorePath).Dispose();

        Assert.Equal(["store.db", "store.db.lock"], FilesIn(folder), StringComparer.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_or_written_is_named()
    {
        // A file where a folder is needed stands for missing rights too: those do not bind root, and tests may run as root.
        File.WriteAllText(folder.At("file"), string.Empty);

        var refusal = Assert.ThrowsAny<StoreException>(() => LiteDbFile.Open(Path.Combine(folder.At("file"), "store.db")));

        Assert.Contains(folder.At("file"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_rights_are_named_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Missing rights do not bind root.");
#pragma warning disable CA1416 // Not reached on Windows.
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Throws<StoreNotWritableException>(() => LiteDbFile.Open(folder.StorePath));

        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    [Fact]
    public async Task A_closed_file_says_so()
    {
        var file = LiteDbFile.Open(folder.StorePath);
        file.Dispose();
        file.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.WriteAsync(_ => 1, Cancelled));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => file.ReadAsync(_ => 1, Cancelled));
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_and_the_next_one_works()
    {
        using var file = LiteDbFile.Open(folder.StorePath);

        await Assert.ThrowsAsync<StoreDamagedException>(() => file.WriteAsync(
            database => database.GetCollection("things").Insert(new BsonDocument()) is null ? 0 : throw new InvalidCastException("broken page"),
            Cancelled));
        await file.WriteAsync(database => database.GetCollection("things").Insert(new BsonDocument()), Cancelled);

        Assert.Equal(1, await file.ReadAsync(database => database.GetCollection("things").Count(), Cancelled));
    }

    [Fact]
    public void Every_kind_of_refusal_names_the_file_in_both_languages()
    {
        var texts = typeof(StoreErrorText).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(StoreErrorText))
            .Select(method => (StoreErrorText)method.Invoke(null, ArgumentsOf(method))!)
            .ToArray();

        Assert.Equal(8, texts.Length);
        Assert.All(texts, text => Assert.Contains("/data/store.db", text.Chinese, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Contains("/data/store.db", text.English, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.Contains("。", text.Chinese, StringComparison.Ordinal));
    }

    private static IEnumerable<string> FilesIn(ScratchFolder folder) =>
        Directory.GetFiles(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static Task<bool> SetSchemaAsync(LiteDbFile file, int number) => file.WriteAsync(
        database => database.GetCollection("about").Update(new BsonDocument { ["_id"] = "store", ["schema"] = number }), Cancelled);

    private static object[] ArgumentsOf(MethodInfo method) =>
        [.. method.GetParameters().Select((parameter, i) => parameter.ParameterType == typeof(int) ? (object)i : "/data/store.db")];
}
