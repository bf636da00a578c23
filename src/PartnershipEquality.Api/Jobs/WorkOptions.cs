namespace PartnershipEquality.Api.Jobs;

/// <summary>The configuration section "Work".</summary>
public sealed class WorkOptions
{
    public const string Section = "Work";

    /// <summary>
    /// How long the work of a worker that says nothing more is left alone; while it lives, it says so three times as often.
    /// </summary>
    public int ClaimSeconds { get; set; } = 30;

    /// <summary>How long failed work waits the first time; each time after that twice as long, an hour at most.</summary>
    public int RetrySeconds { get; set; } = 60;

    /// <summary>How long a job may stand in a queue before another is made for the same work, should the first be lost.</summary>
    public int QueueSeconds { get; set; } = 30;

    /// <summary>How many organisations' work, webhooks aside, one process does at a time.</summary>
    public int AtOnce { get; set; } = 4;

    public TimeSpan QueueLasts => TimeSpan.FromSeconds(Math.Max(1, QueueSeconds));

    public TimeSpan ClaimLasts => TimeSpan.FromSeconds(Math.Max(1, ClaimSeconds));

    public TimeSpan FirstWait => TimeSpan.FromSeconds(Math.Max(1, RetrySeconds));
}
