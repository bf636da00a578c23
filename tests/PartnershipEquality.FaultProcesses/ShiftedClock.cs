namespace PartnershipEquality.FaultProcesses;

/// <summary>The machine's clock, so much ahead: the same for every process of one test.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
