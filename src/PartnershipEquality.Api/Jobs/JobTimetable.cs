namespace PartnershipEquality.Api.Jobs;

/// <summary>One line of the timetable: when, in London, the work of a kind is looked for.</summary>
/// <param name="Id">What the line is called.</param>
/// <param name="Cron">When: seconds, minutes, hours, day of month, month, day of week.</param>
/// <param name="Kind">The kind of work, as <c>work_due</c> names it.</param>
public sealed record TimetableEntry(string Id, string Cron, string Kind);

/// <summary>
/// What runs unasked. The engine only looks; which organisation has work, and from when, stands in the database, so
/// that any number of workers may look and one that is lost costs nothing.
/// </summary>
public static class JobTimetable
{
    public static IReadOnlyList<TimetableEntry> Entries { get; } =
    [
        new("plan-reminders", "0 * * * * ?", OrganisationWork.Plan),
        new("make-digests", "30 * * * * ?", OrganisationWork.Send),
        new("deliver-mail", "0/15 * * * * ?", OrganisationWork.Deliver),
    ];
}
