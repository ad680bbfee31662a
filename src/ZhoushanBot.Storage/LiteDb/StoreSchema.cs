using LiteDB;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// The store's schema, as numbered steps. A step is never changed once released: a new one follows it. The number reached is kept in the store
/// and written in the same transaction as the step.
/// </summary>
internal static class StoreSchema
{
    private const string About = "about";
    private const string Key = "store";

    private static readonly Action<ILiteDatabase>[] Steps =
    [
        // 1: notices by the hash of their id.
        database => database.GetCollection(LiteDbNoticeStore.Notices).EnsureIndex("key", unique: true),

        // 2: the outbox by state and time, and by the conversations that have to wait. The journal's key is its order already.
        database =>
        {
            var outbox = database.GetCollection(LiteDbOutbox.Outbox);
            outbox.EnsureIndex(OutboxDocument.Place);
            outbox.EnsureIndex(OutboxDocument.Hold);
        },
    ];

    /// <summary>The newest schema that this program knows.</summary>
    public static int Known => Steps.Length;

    /// <summary>Runs the steps that a store lacks.</summary>
    /// <exception cref="StoreNewerException">The store has steps that this program does not know.</exception>
    /// <exception cref="StoreNotRecognisedException">A LiteDB file, but not one of ours.</exception>
    public static void BringUpToDate(StoreEngine engine, string path, bool isNew)
    {
        var reached = isNew ? 0 : Reached(engine.Database) ?? throw new StoreNotRecognisedException(path);
        if (reached > Known)
        {
            throw new StoreNewerException(path, reached, Known);
        }

        for (var number = reached + 1; number <= Known; number++)
        {
            engine.Transact(database => Run(database, number));
        }
    }

    /// <summary>The number of the last step run; null when the file is not a store of ours.</summary>
    public static int? Reached(ILiteDatabase database) =>
        database.GetCollection(About).FindById(Key) is { } about && about["schema"].IsInt32 ? about["schema"].AsInt32 : null;

    private static bool Run(ILiteDatabase database, int number)
    {
        Steps[number - 1](database);
        return database.GetCollection(About).Upsert(new BsonDocument { ["_id"] = Key, ["schema"] = number });
    }
}
