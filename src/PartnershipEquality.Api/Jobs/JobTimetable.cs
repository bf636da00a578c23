using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Jobs;

/// <summary>One line of the timetable: when, in London, the work of a kind is looked for.</summary>
/// <param name="Id">What the line is called; all that the engine keeps of it besides the times.</param>
/// <param name="Cron">
/// When, by the clocks of <see cref="Zone"/>: seconds, minutes, hours, day of month, month, day of week. Days of the
/// week by name, since engines number them differently; what has to happen at one time of day stands outside the hour
/// from 01:00 to 02:00, which the clocks skip in March and repeat in October.
/// </param>
/// <param name="Kind">What is looked for.</param>
public sealed record TimetableEntry(string Id, string Cron, WorkKind Kind)
{
    public static TimeZoneInfo Zone => LondonDay.Zone;
}

/// <summary>
/// What runs unasked: a line for each kind of work. The engine only looks; which organisation has work, and from when,
/// stands in the database, so that any number of workers may look and one that is lost costs nothing.
/// </summary>
public sealed record JobTimetable(IReadOnlyList<TimetableEntry> Entries)
{
    public static JobTimetable Of(IEnumerable<WorkJob> jobs) => new([.. jobs.Select(job => job.Entry).OrderBy(entry => entry.Kind)]);
}
