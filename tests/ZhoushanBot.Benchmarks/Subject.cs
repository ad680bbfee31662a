using ZhoushanBot.Core.Answers;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Notices;
using ZhoushanBot.Core.Questions;
using ZhoushanBot.Core.WorkItems;
using ZhoushanBot.Import;

namespace ZhoushanBot.Benchmarks;

/// <summary>The shipped notice, the questions, and a fixed time.</summary>
internal static class Subject
{
    public static DateTimeOffset Now { get; } = new(2024, 5, 6, 15, 8, 9, TimeSpan.FromHours(8));

    public static byte[] NoticeBytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "zhoushan-2024-13.txt"));

    public static string[] Questions { get; } = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "questions.txt"));

    public static NoticeContent Read() => NoticeReader.Read(((DecodedNotice.Text)NoticeDecoder.Decode(NoticeBytes)).Value);

    public static NoticeSnapshot Snapshot() => NoticeSnapshot.Of([Read()], new NameFiles(NameFiles.OfTheProgram));

    public static AssistantReply Ask(this NoticeSnapshot snapshot, string question) =>
        Assistant.Reply(question, ConversationContext.Empty, snapshot.Index, Now, ReplyLanguage.Chinese, snapshot.Search);
}
