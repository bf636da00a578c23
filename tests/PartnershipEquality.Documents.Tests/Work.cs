namespace PartnershipEquality.Documents.Tests;

/// <summary>What a piece of work costs, told by the memory it asks for: the same on a busy machine as on an idle one.</summary>
internal static class Work
{
    /// <summary>
    /// Twice as much takes about twice the work. What looks at everything again for each part would take four times as much.
    /// </summary>
    public static void ShouldGrowEvenly(Action half, Action whole)
    {
        half();
        var least = Allocated(half);
        Allocated(whole).ShouldBeLessThan((least * 3) + (64 * 1024));
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
