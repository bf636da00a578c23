namespace PartnershipEquality.Domain.Webhooks;

/// <summary>What one try to deliver came to.</summary>
public enum DeliveryVerdict
{
    /// <summary>It was taken: an answer in the 200s, and nothing else.</summary>
    Delivered,

    /// <summary>It was not taken, and is tried again.</summary>
    TryAgain,

    /// <summary>It was not taken, and was the last try.</summary>
    GiveUp,

    /// <summary>The address said that it is no more (410).</summary>
    Gone,
}

/// <summary>
/// When a delivery that was not taken is tried again: the waits that Standard Webhooks recommends, each counted from the
/// try before, over a little more than three days in all.
/// </summary>
public static class WebhookRetries
{
    /// <summary>How much a wait may grow by chance, so that what failed together does not come back together.</summary>
    public const double Jitter = 0.2;

    /// <summary>What <c>Retry-After</c> may ask for at most; more is taken for this much.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private static readonly int[] SlowDown = [429, 502, 503, 504];

    /// <summary>The waits before the second try, the third and so on.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    public static int MaxTries => Waits.Count + 1;

    /// <summary>What follows from a try.</summary>
    /// <param name="tries">How many there have been, this one among them.</param>
    /// <param name="status">The status of the answer; null where there was none.</param>
    /// <param name="retryAfter">What the answer asked for; heard where the status says that there was too much.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static (DeliveryVerdict Verdict, TimeSpan? Wait) After(int tries, int? status, TimeSpan? retryAfter, double chance)
    {
        switch (status)
        {
            case >= 200 and < 300:
                return (DeliveryVerdict.Delivered, null);
            case 410:
                return (DeliveryVerdict.Gone, null);
        }

        if (tries >= MaxTries)
        {
            return (DeliveryVerdict.GiveUp, null);
        }

        var wait = Waits[Math.Max(tries, 1) - 1] * (1 + Jitter * chance);
        return (DeliveryVerdict.TryAgain, AsksToWait(status, retryAfter) is { } asked && asked > wait ? asked : wait);
    }

    /// <summary>How long the address asked to be left alone; null where it did not, or where its answer is none that asks so.</summary>
    public static TimeSpan? AsksToWait(int? status, TimeSpan? retryAfter) =>
        retryAfter is { } asked && asked > TimeSpan.Zero && status is { } code && SlowDown.Contains(code)
            ? asked < LongestWait ? asked : LongestWait : null;

    /// <summary>
    /// How long an address is left alone that did not take what it was sent, so that what waits for it does not queue up
    /// before a door that is shut: a little longer each time, a minute at most unless it asks for more.
    /// </summary>
    /// <param name="failures">How many tries at this address have failed in a row.</param>
    public static TimeSpan Rest(int failures, TimeSpan? asked)
    {
        var rest = TimeSpan.FromSeconds(Math.Min(60, 5 * Math.Max(failures, 1)));
        return asked > rest ? asked.Value : rest;
    }
}
