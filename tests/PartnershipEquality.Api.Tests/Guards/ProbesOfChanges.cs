using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>What changed, who did it, and all of it as files: each organisation's own.</summary>
internal static class ProbesOfChanges
{
    public static IEnumerable<Probe> All() =>
    [
        new("ListChanges", Council, w => FedAsync(w, "/v1/changes?limit=200"), Others.GetTheirOwn),
        new("ListChangeTypes", Council, Get(_ => "/v1/changes/types"), Others.GetTheSame),
        new("ListAudit", Council, async w => Prepared.Get("/v1/audit?limit=200", $"api-keys/{await NewKeyAsync(w.Council)}"),
            Others.GetTheirOwn),
        new("GetProgressUpdate", Council,
            async w => Prepared.Get($"/v1/progress-updates/{await w.NewUpdateAsync(w.SharedWork[1], "private")}"), Others.FindNothing,
                What: "a private one"),
        new("GetProgressUpdate", Council,
            async w => Prepared.Get($"/v1/progress-updates/{await w.NewUpdateAsync(w.SharedWork[1], "partnership")}"), Others.FindNothing,
                ItsPartnership(Others.SeeIt)),
        new("RecordManyProgress", Council,
            w => Task.FromResult(
                Prepared.Send(HttpMethod.Post, "/v1/progress-updates/bulk",
                    new { items = new[] { new { assignmentId = w.SharedWork[3],
                        update = new { status = "onTrack", narrative = "Words" } } } })), Others.GetTheSame),
        new("ExportCommitments", Partnership, Get(_ => "/v1/exports/commitments.ndjson", w => w.Shared.CommitmentId), Others.GetTheirOwn,
            Members(Others.SeeIt)),
        new("ExportAssignments", Council, Get(_ => "/v1/exports/assignments.ndjson", w => w.SharedWork[0]), Others.GetTheirOwn,
            ItsPartnership(Others.SeeIt)),
        new("ExportProgressUpdates", Council, Get(_ => "/v1/exports/progress-updates.csv", w => w.PrivateWords), Others.GetTheirOwn),
        new("ExportChanges", Council, w => FedAsync(w, "/v1/exports/changes.ndjson"), Others.GetTheirOwn),
        new("ExportOrganisation", Council, _ => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/exports/organisation", null)),
            Others.GetTheSame),
        new("GetOrganisationExport", Council,
            async w => Prepared.Get(
                (await ProbeWorld.SendAsync(w.Council, HttpMethod.Post, "/v1/exports/organisation", null)).GetProperty("href")
                    .GetString()!), Others.FindNothing),
    ];

    /// <summary>A read of the feed, once there is something in it: other transactions of the server may hold it up for a while.</summary>
    private static async Task<Prepared> FedAsync(ProbeWorld w, string path)
    {
        while (ProbeWorld.Items(await w.Council.Admin.ReadAsync("/v1/changes")).Count == 0)
        {
        }

        return Prepared.Get(path, $"/v1/organisations/{w.Council.Id}");
    }
}
