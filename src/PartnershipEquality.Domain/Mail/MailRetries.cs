namespace PartnershipEquality.Domain.Mail;

/// <summary>When a mail that could not be handed over is tried again: soon at first, then ever more patiently, then no more.</summary>
public static class MailRetries
{
    public const int MaxAttempts = 10;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6)];

    /// <summary>How long to wait after this many failed attempts; null when it is given up.</summary>
    public static TimeSpan? WaitAfter(int attempts) => attempts > MaxAttempts ? null : Waits[Math.Clamp(attempts, 1, Waits.Length) - 1];
}
