namespace ZhoushanBot.Storage;

/// <summary>What a <see cref="StoreException"/> says: always the file, the reason and the remedy, in both languages.</summary>
internal readonly record struct StoreErrorText(string Chinese, string English)
{
    public static StoreErrorText Damaged(string path, string detail) => new(
        $"数据库文件 {path} 已损坏（{detail}）。请停止服务，用备份替换该文件并删除同名的 -log 文件，或移走后重新导入通知。",
        $"The store {path} is damaged ({detail}). Stop the service, put a backup in its place and delete the -log file beside it, "
            + "or move it away and import the notices again.");

    public static StoreErrorText DiskFailure(string path, string detail) => new(
        $"读写数据库文件 {path} 时磁盘出错（{detail}）。请检查磁盘后重试；出错的写入没有留下任何内容。",
        $"The disk failed while reading or writing the store {path} ({detail}). "
            + "Check the disk and try again; the write that failed left nothing behind.");

    public static StoreErrorText DiskFull(string path) => new(
        $"数据库文件 {path} 无法写入：磁盘空间或配额已用完。请腾出空间后重试；出错的写入没有留下任何内容。",
        $"The store {path} cannot be written: no room is left on the disk or in the quota. "
            + "Free some and try again; the write that failed left nothing behind.");

    public static StoreErrorText InUse(string path) => new(
        $"数据库文件 {path} 正被另一个进程使用，一个文件同一时间只能由一个进程打开。请先停止那个进程，或用 --data 另选文件夹。",
        $"The store {path} is in use by another process; only one process may have it open. "
            + "Stop the other one first, or choose another folder with --data.");

    public static StoreErrorText LogWithoutStore(string path, string log) => new(
        $"数据库文件 {path} 不存在，但它的日志 {log} 还在。请放回数据库文件或备份；确认不再需要时删除该日志。",
        $"The store {path} is missing, but its log {log} is there. "
            + "Put the store or a backup back; delete the log when it is not needed any more.");

    public static StoreErrorText Newer(string path, int found, int known) => new(
        $"数据库文件 {path} 由较新版本的程序写成（格式 {found}，本程序最高支持 {known}）。请改用较新版本的程序，或恢复旧备份。",
        $"The store {path} was written by a newer version of this program (schema {found}; this one knows up to {known}). "
            + "Use the newer version, or restore an older backup.");

    public static StoreErrorText NotRecognised(string path) => new(
        $"文件 {path} 不是本程序的数据库，未作任何改动。请移走该文件，或用 --data 另选文件夹。",
        $"The file {path} is not a store of this program; it was left untouched. Move it away, or choose another folder with --data.");

    public static StoreErrorText NotWritable(string path) => new(
        $"数据库文件 {path} 或其所在文件夹不可写。请授予当前用户写权限，或用 --data 另选文件夹。",
        $"The store {path} or its folder cannot be written. Give this user the right to write there, or choose another folder with --data.");
}
