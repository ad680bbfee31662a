using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.WorkItems;

namespace ZhoushanBot.Storage.LiteDb;

/// <summary>
/// Keeps the notices in LiteDB: a small document for each notice, a document for each work item, and the rest of the notice, its text included, in parts
/// below LiteDB's limit for a document. A notice is written in one transaction, and a checksum over all of it is compared whenever it is read.
/// </summary>
public sealed class LiteDbNoticeStore(LiteDbFile file) : INoticeStore
{
    internal const string Notices = "notices";
    private const string Parts = "noticeParts";
    private const string WorkItems = "workItems";

    // LiteDB takes 16 MB at most; smaller pieces spare its memory.
    private const int PartSize = 1 << 20;

    /// <inheritdoc/>
    public async Task<SaveOutcome> SaveAsync(NoticeContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var written = WrittenNotice.Of(content);
        return await file.WriteAsync(database => Save(database, written), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<NoticeContent>> LoadAllAsync(CancellationToken cancellationToken) =>
        file.ReadBetweenWritesAsync(LoadAll, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string noticeId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(noticeId);
        var key = StoreKey.Of(noticeId);
        return file.WriteAsync(database => Remove(database, key), cancellationToken);
    }

    private static SaveOutcome Save(ILiteDatabase database, WrittenNotice written)
    {
        var notices = database.GetCollection(Notices, BsonAutoId.Int32);
        var header = notices.FindOne(Query.EQ("key", written.Key));
        if (header is not null && header["checksum"].AsString == written.Checksum)
        {
            return SaveOutcome.Unchanged;
        }

        var outcome = header is null ? SaveOutcome.Added : SaveOutcome.Replaced;
        header ??= new BsonDocument { ["key"] = written.Key };
        header["label"] = written.Label;
        header["parts"] = (written.Frame.Length + PartSize - 1) / PartSize;
        header["workItems"] = written.WorkItems.Length;
        header["checksum"] = written.Checksum;
        notices.Upsert(header);

        var number = header["_id"].AsInt32;
        Rewrite(database.GetCollection(Parts), number, written.Frame.Chunk(PartSize));
        Rewrite(database.GetCollection(WorkItems), number, written.WorkItems);
        return outcome;
    }

    private static bool Remove(ILiteDatabase database, string key)
    {
        var header = database.GetCollection(Notices).FindOne(Query.EQ("key", key));
        if (header is null)
        {
            return false;
        }

        var number = header["_id"].AsInt32;
        Rewrite(database.GetCollection(Parts), number, []);
        Rewrite(database.GetCollection(WorkItems), number, []);
        return database.GetCollection(Notices).Delete(header["_id"]);
    }

    private ImmutableArray<NoticeContent> LoadAll(ILiteDatabase database)
    {
        var parts = database.GetCollection(Parts);
        var workItems = database.GetCollection(WorkItems);
        return
        [
            .. database.GetCollection(Notices).FindAll().ToList()
                .Select(header => Load(header, parts, workItems))
                .OrderByDescending(content => content.Notice.Year)
                .ThenBy(content => content.Notice.DocumentNumber, StringComparer.Ordinal)
                .ThenBy(content => content.Notice.Id, StringComparer.Ordinal),
        ];
    }

    private NoticeContent Load(BsonDocument header, ILiteCollection<BsonDocument> parts, ILiteCollection<BsonDocument> workItems)
    {
        var number = header["_id"].AsInt32;
        var pieces = Stored(parts, number);
        var frame = pieces is [var whole] ? whole : [.. pieces.SelectMany(piece => piece)];
        var items = Stored(workItems, number);
        if (WrittenNotice.ChecksumOf(frame, items) != header["checksum"].AsString)
        {
            throw new StoreDamagedException(file.Path, $"{header["label"].AsString}: checksum");
        }

        return NoticeJson.ReadFrame(frame, [.. items.Select(item => NoticeJson.ReadWorkItem(item))]);
    }

    private static byte[][] Stored(ILiteCollection<BsonDocument> collection, int number) =>
        [.. collection.Find(RangeOf(number)).Select(document => document["json"].AsBinary)];

    private static void Rewrite(ILiteCollection<BsonDocument> collection, int number, IEnumerable<byte[]> pieces)
    {
        collection.DeleteMany(RangeOf(number));
        collection.Insert(pieces.Select((json, i) => new BsonDocument { ["_id"] = FirstIdOf(number) + i, ["json"] = json }));
    }

    // The number of the notice above, the place within it below: what belongs together lies together and comes back in its order.
    private static long FirstIdOf(int number) => (long)number << 32;

    private static BsonExpression RangeOf(int number) => Query.Between("_id", FirstIdOf(number), FirstIdOf(number + 1) - 1);

    /// <summary>A notice as it will stand on disk.</summary>
    private sealed record WrittenNotice(string Key, string Label, byte[] Frame, byte[][] WorkItems, string Checksum)
    {
        public static WrittenNotice Of(NoticeContent content)
        {
            var frame = NoticeJson.WriteFrame(content);
            byte[][] workItems = [.. content.WorkItems.Select(NoticeJson.WriteWorkItem)];
            return new WrittenNotice(StoreKey.Of(content.Notice.Id), LabelOf(content.Notice), frame, workItems, ChecksumOf(frame, workItems));
        }

        public static string ChecksumOf(byte[] frame, byte[][] workItems)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Append(hash, frame);
            foreach (var workItem in workItems)
            {
                Append(hash, workItem);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        /// <summary>The document number for people who look into the file, as far as UTF-8 can hold it.</summary>
        private static string LabelOf(Notice notice) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(notice.DocumentNumber));

        private static void Append(IncrementalHash hash, byte[] piece)
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, piece.Length);
            hash.AppendData(length);
            hash.AppendData(piece);
        }
    }
}
