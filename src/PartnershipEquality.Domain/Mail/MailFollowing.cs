namespace PartnershipEquality.Domain.Mail;

/// <summary>When to ask what became of a mail that was handed over: soon at first, then ever less often, for 72 hours.</summary>
public static class MailFollowing
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public static DateTimeOffset FirstAt(DateTimeOffset sentAt) => sentAt + First;

    /// <summary>The next time after one that told nothing; null once the 72 hours are over.</summary>
    public static DateTimeOffset? NextAt(DateTimeOffset sentAt, DateTimeOffset askedAt)
    {
        if (askedAt - sentAt >= Lasts)
        {
            return null;
        }

        // Each wait is as long as all the time before it, so that a fate known in minutes is learnt in minutes.
        var wait = TimeSpan.FromTicks(Math.Clamp((askedAt - sentAt).Ticks, First.Ticks, Longest.Ticks));
        var (next, end) = (askedAt + wait, sentAt + Lasts);
        return next < end ? next : end;
    }
}
