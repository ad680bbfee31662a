using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ZhoushanBot.Storage.Tests.Crash;

/// <summary>What a process can do to itself on Linux and macOS.</summary>
internal static class UnixProcess
{
    // The numbers are the same on both systems.
    private const int SigKill = 9;
    private const int SigXFSize = 25;
    private const int LimitOfFileSize = 1;
    private static readonly nint Ignore = 1;

    /// <summary>Loads what <see cref="KillMyself"/> needs, so that it takes no time.</summary>
    public static void Prepare() => Check(Kill(Environment.ProcessId, 0));

    /// <summary>SIGKILL, at once: nothing of this process runs any more.</summary>
    public static void KillMyself() => Check(Kill(Environment.ProcessId, SigKill));

    /// <summary>No file of this process may grow beyond a size: writing there fails as on a full disk.</summary>
    public static void LimitFileSize(int bytes)
    {
        // Without this the process would be killed instead of told.
        Signal(SigXFSize, Ignore);
        SetSoftLimit(limit => (ulong)bytes);
    }

    public static void LiftLimit() => SetSoftLimit(limit => limit.Hard);

    private static void SetSoftLimit(Func<ResourceLimit, ulong> soft)
    {
        Check(GetLimit(LimitOfFileSize, out var limit));
        limit.Soft = soft(limit);
        Check(SetLimit(LimitOfFileSize, in limit));
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "signal", SetLastError = true)]
    private static extern nint Signal(int signal, nint handler);

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    private static extern int GetLimit(int resource, out ResourceLimit limit);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static extern int SetLimit(int resource, in ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
