using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Jobs;

/// <summary>What one day's run did for one organisation.</summary>
public sealed record DaySummary(string Code, int Owed, int Digests, int Stopped, int NoRecipient, int Sent, int Waiting);

/// <summary>
/// Does, once and for every authority, what the timetable would do on a day. Doing the same day again sends nothing twice.
/// </summary>
public sealed class DayRun(Databases databases, OrganisationWork work)
{
    /// <param name="day">The day in London.</param>
    /// <param name="at">The moment at which mail is tried.</param>
    /// <param name="previewOnly">Nothing is kept and nothing leaves.</param>
    public async Task<IReadOnlyList<DaySummary>> RunAsync(DateOnly day, DateTimeOffset at, bool previewOnly, CancellationToken ct)
    {
        var summaries = new List<DaySummary>();
        foreach (var organisationId in await WorkDue.AuthoritiesAsync(databases.Platform, ct))
        {
            if (await WorkDue.ScopeAsync(databases.Platform, organisationId, day, ct) is { } reach)
            {
                summaries.Add(previewOnly ? await PreviewAsync(reach, day, ct) : await DoAsync(reach, day, at, ct));
            }
        }

        return summaries;
    }

    private async Task<DaySummary> DoAsync(TenantScope reach, DateOnly day, DateTimeOffset at, CancellationToken ct)
    {
        var owed = await work.PlanAsync(reach, day, ct);
        var made = await work.AskAsync(reach, new Features.Reminders.MakeDigests(day), ct);
        var (sent, left) = await work.DeliverAsync(reach, at, ct);
        return new DaySummary(reach.Code, owed, made.Digests, made.Stopped, made.NoRecipient, sent, left.Waiting);
    }

    private async Task<DaySummary> PreviewAsync(TenantScope reach, DateOnly day, CancellationToken ct)
    {
        var (owed, made, _) = await work.PreviewAsync(reach, day, ct);
        return new DaySummary(reach.Code, owed, made.Digests, made.Stopped, made.NoRecipient, 0, 0);
    }
}
