using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Jobs;

/// <summary>What one organisation's work came to.</summary>
/// <param name="NextAt">When there is more of it.</param>
/// <param name="Result">What was done, in a few words and without anybody's name.</param>
public sealed record WorkResult(DateTimeOffset NextAt, string Result)
{
    /// <summary>An earlier moment is set by whoever makes work; this one only keeps forgotten work from lasting.</summary>
    public static readonly TimeSpan FarAhead = TimeSpan.FromDays(1);

    /// <summary>A count with its word: "1 digest", "21 digests".</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}

/// <summary>
/// One kind of work that is done unasked: when it is looked for, how urgent it is, and how it is done for one
/// organisation. Each room of the product has its own; all that are found in the program are run.
/// </summary>
/// <param name="kind">What <c>work_due</c> calls it.</param>
/// <param name="id">What its line of the timetable is called.</param>
/// <param name="title">What people read: "Send digests".</param>
/// <param name="cron">When it is looked for, as <see cref="TimetableEntry"/> has it.</param>
/// <param name="queue">Which of <see cref="WorkQueues"/> its jobs stand in.</param>
public abstract class WorkJob(WorkKind kind, string id, string title, string cron, string queue)
{
    public WorkKind Kind { get; } = kind;

    public string Title { get; } = title;

    public string Queue { get; } = queue;

    public TimetableEntry Entry { get; } = new(id, cron, kind);

    /// <summary>Does what is due for one organisation.</summary>
    public abstract Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct);

    /// <summary>Makes due what no transaction could, before it is looked which organisations have something due.</summary>
    public virtual Task BeforeLookAsync(DateTimeOffset now, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Measures what waits, after a look.</summary>
    public virtual Task AfterLookAsync(DateTimeOffset now, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>The queues, by urgency: a worker that serves several takes the jobs of the first by name before those of the next.</summary>
public static class WorkQueues
{
    /// <summary>Looks for work, which take milliseconds and never wait behind the work itself.</summary>
    public const string Looks = "looks";

    /// <summary>Somebody waits for it: mail that lies ready, files that were uploaded.</summary>
    public const string Urgent = "1-urgent";

    /// <summary>The day's round: reminders and digests.</summary>
    public const string Daily = "2-daily";

    /// <summary>What may as well be done an hour later.</summary>
    public const string Housekeeping = "3-housekeeping";

    /// <summary>Waits for other people's servers most of the time, so it has workers of its own.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Those that one pool of workers serves, most urgent first.</summary>
    public static IReadOnlyList<string> ByUrgency { get; } = [Urgent, Daily, Housekeeping];
}
