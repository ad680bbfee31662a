using System.Globalization;
using ZhoushanBot.Configuration;
using ZhoushanBot.Core.Language;
using ZhoushanBot.Core.Reminders;

namespace ZhoushanBot.Commands;

/// <summary>The words of <c>outbox</c>.</summary>
internal abstract class OutboxText
{
    private OutboxText()
    {
    }

    public abstract string Outbox { get; }

    public abstract string List { get; }

    public abstract string State { get; }

    public abstract string Retry { get; }

    public abstract string Key { get; }

    public abstract string Comma { get; }

    public abstract string MayRepeat { get; }

    public abstract string NameOf(OutboxStage stage);

    public abstract string NameOf(DeliveryFault fault);

    public abstract string Count(OutboxStage stage, int count);

    public abstract string Attempts(int attempts);

    public abstract string NotDead(string key);

    public abstract string Revived(string key);

    public static OutboxText In(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Chinese.Instance : English.Instance;

    /// <summary>What there is to say of a state besides its name; empty for nothing.</summary>
    public string Describe(OutboxState state) => state switch
    {
        OutboxState.FailedForNow failed => $"{Describe(failed.Failure)}{Comma}{RetryAt(failed.RetryAt)}",
        OutboxState.Dead dead => Describe(dead.Failure),
        OutboxState.Sent { ActivityId: { } id } => id,
        _ => "",
    };

    protected abstract string RetryAt(DateTimeOffset at);

    private string Describe(DeliveryFailure failure) => failure.Detail.Length == 0 ? NameOf(failure.Fault) : $"{NameOf(failure.Fault)} ({failure.Detail})";

    private static string TimeOf(DateTimeOffset at) => at.ToOffset(OfficeClock.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private sealed class Chinese : OutboxText
    {
        public static readonly Chinese Instance = new();

        public override string Outbox => "查看和处理待发消息。";

        public override string List => "列出待发、重试中和已放弃的消息；已发出和已撤回的只计数，用 --state 可列出。";

        public override string State => "只列一种状态：due（待发）、sending（发送中）、sent（已发出）、failed（待重试）、dead（已放弃）、withdrawn（已撤回）。";

        public override string Retry => "重新发送一条已放弃的消息。";

        public override string Key => "消息的键，见 outbox list。";

        public override string Comma => "，";

        public override string MayRepeat => "，可能重复";

        public override string NameOf(OutboxStage stage) => stage switch
        {
            OutboxStage.Due => "待发",
            OutboxStage.Sending => "发送中",
            OutboxStage.Sent => "已发出",
            OutboxStage.Failed => "待重试",
            OutboxStage.Dead => "已放弃",
            _ => "已撤回",
        };

        public override string NameOf(DeliveryFault fault) => fault switch
        {
            DeliveryFault.Throttled => "渠道限流",
            DeliveryFault.Unavailable => "渠道无法连接或无应答",
            DeliveryFault.NotAuthorized => "渠道不接受本机器人",
            DeliveryFault.Blocked => "对方已屏蔽或卸载机器人",
            DeliveryFault.Gone => "会话已不存在",
            DeliveryFault.UnknownConversation => "没有该会话的记录",
            DeliveryFault.TooBig => "消息过大",
            DeliveryFault.Rejected => "渠道拒绝该消息",
            DeliveryFault.UntrustedServiceUrl => "会话的服务地址不可信",
            _ => "无法由内容生成消息",
        };

        public override string Count(OutboxStage stage, int count) => $"{NameOf(stage)} {count} 条";

        public override string Attempts(int attempts) => $"已试 {attempts} 次";

        public override string NotDead(string key) => $"没有键为“{key}”的已放弃消息。请用 outbox list --state dead 查看。";

        public override string Revived(string key) => $"“{key}”将重新发送。";

        protected override string RetryAt(DateTimeOffset at) => $"{TimeOf(at)} 重试";
    }

    private sealed class English : OutboxText
    {
        public static readonly English Instance = new();

        public override string Outbox => "Look at messages to be sent, and see to those that failed.";

        public override string List => "List messages that wait, are to be retried or were given up; those sent and withdrawn are only counted, --state lists them.";

        public override string State => "Only one state: due, sending, sent, failed (to be retried), dead (given up) or withdrawn.";

        public override string Retry => "Send a message again that was given up.";

        public override string Key => "Key of the message, see outbox list.";

        public override string Comma => ", ";

        public override string MayRepeat => ", may repeat";

        public override string NameOf(OutboxStage stage) => stage switch
        {
            OutboxStage.Due => "due",
            OutboxStage.Sending => "sending",
            OutboxStage.Sent => "sent",
            OutboxStage.Failed => "to be retried",
            OutboxStage.Dead => "given up",
            _ => "withdrawn",
        };

        public override string NameOf(DeliveryFault fault) => fault switch
        {
            DeliveryFault.Throttled => "the channel allows no more for now",
            DeliveryFault.Unavailable => "the channel cannot be reached or did not answer",
            DeliveryFault.NotAuthorized => "the channel does not accept the bot",
            DeliveryFault.Blocked => "the bot was blocked or uninstalled",
            DeliveryFault.Gone => "the conversation is gone",
            DeliveryFault.UnknownConversation => "no such conversation is kept",
            DeliveryFault.TooBig => "the message is too big",
            DeliveryFault.Rejected => "the channel refused the message",
            DeliveryFault.UntrustedServiceUrl => "the conversation's service address is not trusted",
            _ => "no message could be made of its content",
        };

        public override string Count(OutboxStage stage, int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {NameOf(stage)}");

        public override string Attempts(int attempts) => attempts == 1 ? "1 attempt" : string.Create(CultureInfo.InvariantCulture, $"{attempts} attempts");

        public override string NotDead(string key) => $"No message with the key '{key}' was given up. See outbox list --state dead.";

        public override string Revived(string key) => $"'{key}' will be sent again.";

        protected override string RetryAt(DateTimeOffset at) => $"again at {TimeOf(at)}";
    }
}
