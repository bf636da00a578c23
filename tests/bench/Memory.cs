using System.Diagnostics;

namespace PartnershipEquality.Bench;

/// <summary>The most memory that this process took while something ran, looked at fifty times a second.</summary>
internal sealed class Memory : IDisposable
{
    private readonly Timer _timer;
    private long _managed;
    private long _resident;

    public Memory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));

    /// <summary>What was taken at most since the last time it was asked, in MB: by objects, and by the process as a whole.</summary>
    public (double Managed, double Resident) Peak()
    {
        Look();
        return (Interlocked.Exchange(ref _managed, 0) / 1e6, Interlocked.Exchange(ref _resident, 0) / 1e6);
    }

    /// <summary>What objects hold once nothing that can be collected is left, in MB.</summary>
    public static double Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        Raise(ref _managed, GC.GetTotalMemory(forceFullCollection: false));
        using var process = Process.GetCurrentProcess();
        Raise(ref _resident, process.WorkingSet64);
    }

    private static void Raise(ref long highest, long seen)
    {
        for (var before = Volatile.Read(ref highest); seen > before; before = Volatile.Read(ref highest))
        {
            Interlocked.CompareExchange(ref highest, seen, before);
        }
    }
}
