using System.Globalization;
using Hangfire.Common;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// What people read on the engine's pages: "Send digests: Blaby District Council, 30 November 2026". A job keeps the
/// organisation's id alone; its public name is read when the page is made.
/// </summary>
public sealed class JobNames(Databases databases, IEnumerable<WorkJob> jobs, JobTimetable timetable)
{
    private readonly Dictionary<WorkKind, string> _titles = jobs.ToDictionary(job => job.Kind, job => job.Title);
    private volatile IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    public string NameOf(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Args switch
        {
            [string kind, Guid organisationId, DateOnly day, ..] when EnumText.TryRead<WorkKind>(kind, out var known) =>
                $"{_titles[known]}: {OrganisationName(organisationId)}, {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}",
            [string entryId, ..] =>
                timetable.Entries.SingleOrDefault(e => e.Id == entryId) is { } entry && _titles.TryGetValue(entry.Kind, out var title)
                    ? $"Look for: {title}" : entryId,
            _ => job.ToString(),
        };
    }

    private string OrganisationName(Guid id)
    {
        if (!_names.ContainsKey(id))
        {
            _names = WorkDue.Names(databases.Platform);
        }

        return _names.GetValueOrDefault(id) ?? "an organisation that is gone";
    }
}
