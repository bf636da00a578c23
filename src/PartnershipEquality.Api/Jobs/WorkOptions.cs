namespace PartnershipEquality.Api.Jobs;

/// <summary>The configuration section "Work".</summary>
public sealed class WorkOptions
{
    public const string Section = "Work";

    /// <summary>How long the work of a worker that says nothing more is left alone; while it lives, it says so three times as often.</summary>
    public int ClaimSeconds { get; set; } = 60;

    /// <summary>How long failed work waits the first time; each time after that twice as long, an hour at most.</summary>
    public int RetrySeconds { get; set; } = 60;

    public TimeSpan ClaimLasts => TimeSpan.FromSeconds(Math.Max(1, ClaimSeconds));

    public TimeSpan FirstWait => TimeSpan.FromSeconds(Math.Max(1, RetrySeconds));
}
