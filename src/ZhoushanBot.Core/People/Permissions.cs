using System.Collections.Frozen;

namespace ZhoushanBot.Core.People;

/// <summary>What can be done, as far as not everybody may.</summary>
public enum Right
{
    /// <summary>Ask about tasks, figures and the notice.</summary>
    Ask,

    /// <summary>签收: acknowledge what falls to one's own unit or area.</summary>
    AcknowledgeOwn,

    /// <summary>稍后提醒: put off a reminder of one's own unit or area.</summary>
    SnoozeOwn,

    /// <summary>填报: report the progress of one's own unit or area.</summary>
    ReportOwn,

    /// <summary>申请延期, for one's own unit or area.</summary>
    RequestExtension,

    /// <summary>Bind one's chat to one's unit or area by a one-time code.</summary>
    RedeemCode,

    /// <summary>Look at the status of anything.</summary>
    SeeStatus,

    /// <summary>See tasks and notes that are marked internal.</summary>
    SeeInternal,

    /// <summary>Set and clear deadlines and milestones.</summary>
    SetDeadline,

    /// <summary>Grant or refuse an extension.</summary>
    DecideExtension,

    /// <summary>催办.</summary>
    Chase,

    /// <summary>Return a report, or close a task (销号).</summary>
    Review,

    /// <summary>Correct a lamp, with a reason.</summary>
    OverrideLamp,

    /// <summary>See who was told what and what they did, and who has not acknowledged.</summary>
    SeeLedger,

    /// <summary>Export tables and everything behind them.</summary>
    Export,

    /// <summary>See what will be sent on the coming days.</summary>
    PreviewReminders,

    /// <summary>Subscribe a chat to a regular status card.</summary>
    Subscribe,

    /// <summary>Import notices and years of holidays.</summary>
    Import,

    /// <summary>Mark tasks and notes as internal.</summary>
    MarkInternal,

    /// <summary>Keep the directory of people.</summary>
    KeepDirectory,

    /// <summary>Bind chats to units and give out one-time codes.</summary>
    BindChats,

    /// <summary>Look at and retry what could not be delivered.</summary>
    RetryDelivery,
}

/// <summary>Who may do what: the one table, deny by default.</summary>
public static class Permissions
{
    private static readonly Right[] OfStaff = [Right.Ask];

    private static readonly Right[] OfLiaisons =
    [
        Right.Ask, Right.AcknowledgeOwn, Right.SnoozeOwn, Right.ReportOwn, Right.RequestExtension, Right.RedeemCode,
    ];

    private static readonly Right[] OfManagers =
    [
        Right.Ask, Right.RedeemCode, Right.SeeStatus, Right.SeeInternal, Right.SetDeadline, Right.DecideExtension, Right.Chase,
        Right.Review, Right.OverrideLamp, Right.SeeLedger, Right.Export, Right.PreviewReminders, Right.Subscribe,
    ];

    // An administrator keeps the machine running and does not govern: no deadlines, no decisions, no lamps.
    private static readonly Right[] OfAdministrators =
    [
        Right.Ask, Right.RedeemCode, Right.SeeStatus, Right.SeeInternal, Right.SeeLedger, Right.Export, Right.PreviewReminders,
        Right.Import, Right.MarkInternal, Right.KeepDirectory, Right.BindChats, Right.RetryDelivery,
    ];

    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, Right[]>
    {
        [Role.Staff] = OfStaff,
        [Role.Liaison] = OfLiaisons,
        [Role.Manager] = OfManagers,
        [Role.Administrator] = OfAdministrators,
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>True only where the table says so. What is one's own (unit or area) is looked at besides.</summary>
    public static bool Allow(Role role, Right right) => Table.TryGetValue(role, out var allowed) && allowed.Contains(right);

    /// <summary>Everything that a role may.</summary>
    public static IReadOnlySet<Right> Of(Role role) => Table.TryGetValue(role, out var allowed) ? allowed : FrozenSet<Right>.Empty;
}
