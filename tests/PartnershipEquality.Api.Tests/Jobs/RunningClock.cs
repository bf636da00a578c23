namespace PartnershipEquality.Api.Tests.Jobs;

/// <summary>A clock that is set once and then goes on as clocks do.</summary>
internal sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _begun = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(_begun);
}
