using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Jobs;

/// <summary>One line of the timetable: when, in London, the work of a kind is looked for.</summary>
/// <param name="Id">What the line is called; all that an engine keeps of it besides the times.</param>
/// <param name="Cron">
/// When, by the clocks of <see cref="Zone"/>: seconds, minutes, hours, day of month, month, day of week. Days of the
/// week by name, since engines number them differently; what has to happen at one time of day stands outside the hour
/// from 01:00 to 02:00, which the clocks skip in March and repeat in October.
/// </param>
/// <param name="Kind">What is asked for: the kind of work, as <c>work_due</c> names it.</param>
public sealed record TimetableEntry(string Id, string Cron, string Kind)
{
    public static TimeZoneInfo Zone => LondonDay.Zone;
}

/// <summary>
/// What runs unasked. The engine only looks; which organisation has work, and from when, stands in the database, so
/// that any number of workers may look and one that is lost costs nothing.
/// </summary>
public sealed record JobTimetable(IReadOnlyList<TimetableEntry> Entries)
{
    public static JobTimetable Standard { get; } = new(
    [
        new("plan-reminders", "0 * * * * ?", OrganisationWork.Plan),
        new("make-digests", "30 * * * * ?", OrganisationWork.Send),
        new("deliver-mail", "0/15 * * * * ?", OrganisationWork.Deliver),
        new("read-imports", "0/5 * * * * ?", OrganisationWork.Import),
        new("keep-feed", "0 0/5 * * * ?", OrganisationWork.Feed),
        new("forget-answers", "45 * * * * ?", OrganisationWork.Tidy),
    ]);
}
