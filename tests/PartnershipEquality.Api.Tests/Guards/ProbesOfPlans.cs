using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// Imports, schemes, commitments, actions and the board. A partnership's plan is read by its members; an authority's own by itself alone.
/// </summary>
internal static class ProbesOfPlans
{
    public static IEnumerable<Probe> All() => [.. Imports(), .. Schemes(), .. Actions(), .. Board(), .. Exports()];

    private static IEnumerable<Probe> Imports() =>
    [
        new("UploadImport", Council, w => Task.FromResult(ProbeWorld.Upload(title: w.Unique("Plan"))), Others.GetTheSame),
        new("GetImportTemplate", Council, Get(_ => "/v1/imports/template.csv"), Others.GetTheSame),
        new("ListImports", Partnership, Get(_ => "/v1/imports", w => w.Shared.ImportId, w => w.Shared.SchemeId), Others.GetTheirOwn),
        new("GetImport", Partnership, Get(w => $"/v1/imports/{w.Shared.ImportId}", w => w.Shared.ImportId), Others.FindNothing),
        new("GetImport", Council, Get(w => $"/v1/imports/{w.Own.ImportId}"), Others.FindNothing, What: "an authority's own"),
        new("ChangeImport", Partnership, w => OnNewAsync(w, w.Partnership, HttpMethod.Patch, new { title = w.Unique("Title") }),
            Others.FindNothing),
        new("AbandonImport", Council, w => OnNewAsync(w, w.Council, HttpMethod.Delete, null), Others.FindNothing),
        new("GetImportFile", Partnership, Get(w => $"/v1/imports/{w.Shared.ImportId}/file"), Others.FindNothing),
        // With its terms first: the guards of bodies take the first of an endpoint, and to make a new scheme it needs none.
        new("ApplyImport", Council, ApplyIntoNewAsync, Others.FindNothing, What: "an authority's own, into its live scheme"),
        new("ApplyImport", Partnership,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/imports/{await w.NewImportAsync(w.Partnership)}/apply", null),
                Others.FindNothing),
        new("ApplyImport", Council,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/imports/{await w.NewImportAsync(w.Council)}/apply", null), Others.FindNothing,
                What: "an authority's own"),
        new("GetImportDifference", Partnership, async w => Prepared.Get($"/v1/imports/{await IntoNewAsync(w, w.Partnership)}/difference"),
            Others.FindNothing),
    ];

    private static async Task<Prepared> ApplyIntoNewAsync(ProbeWorld w)
    {
        var import = $"/v1/imports/{await IntoNewAsync(w, w.Council)}";
        var difference = (await w.Council.Admin.ReadAsync($"{import}/difference")).GetProperty("fingerprint").GetString();
        return Prepared.Send(HttpMethod.Post, $"{import}/apply", new { difference, gone = "keep", reason = "Agreed." });
    }

    /// <summary>An upload for a live scheme of its owner's.</summary>
    private static async Task<Guid> IntoNewAsync(ProbeWorld w, TestOrganisation owner)
    {
        var (plan, import) = (await w.NewPlanAsync(owner, small: true), await w.NewImportAsync(owner));
        await ProbeWorld.SendAsync(owner, HttpMethod.Patch, $"/v1/imports/{import}", new { intoSchemeId = plan.SchemeId },
            await ProbeWorld.TagAsync(owner, $"/v1/imports/{import}"));
        return import;
    }

    private static async Task<Prepared> OnNewAsync(ProbeWorld w, TestOrganisation owner, HttpMethod method, object? body)
    {
        var import = $"/v1/imports/{await w.NewImportAsync(owner)}";
        return Prepared.Send(method, import, body, await ProbeWorld.TagAsync(owner, import));
    }

    private static IEnumerable<Probe> Schemes() =>
    [
        new("ListSchemes", Council, Get(_ => "/v1/schemes?limit=200", w => w.Own.SchemeId), Others.GetTheirOwn, What: "an authority's own"),
        new("ListSchemes", Partnership, Get(_ => "/v1/schemes?limit=200", w => w.Shared.SchemeId), Others.GetTheirOwn,
            Members(Others.SeeIt), "shared"),
        new("GetScheme", Council, Get(w => $"/v1/schemes/{w.Own.SchemeId}", w => w.Own.SchemeId), Others.FindNothing,
            What: "an authority's own"),
        new("GetScheme", Partnership, Get(w => $"/v1/schemes/{w.Shared.SchemeId}", w => w.Shared.SchemeId), Others.FindNothing,
            Members(Others.SeeIt), "shared"),
        new("ChangeScheme", Council, Change(Council, HttpMethod.Patch, w => $"/v1/schemes/{w.Own.SchemeId}",
            w => new { title = w.Unique("Title") }), Others.FindNothing, What: "an authority's own"),
        new("ChangeScheme", Partnership, Change(Partnership, HttpMethod.Patch, w => $"/v1/schemes/{w.Shared.SchemeId}",
            w => new { title = w.Unique("Title") }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("ListCommitments", Council, Get(w => $"/v1/schemes/{w.Own.SchemeId}/commitments", w => w.Own.CommitmentId), Others.FindNothing,
            What: "an authority's own"),
        new("ListCommitments", Partnership, Get(w => $"/v1/schemes/{w.Shared.SchemeId}/commitments", w => w.Shared.CommitmentId),
            Others.FindNothing, Members(Others.SeeIt), "shared"),
        new("GetCommitment", Council, Get(w => $"/v1/commitments/{w.Own.CommitmentId}", w => w.Own.CommitmentId), Others.FindNothing,
            What: "an authority's own"),
        new("GetCommitment", Partnership, Get(w => $"/v1/commitments/{w.Shared.CommitmentId}", w => w.Shared.CommitmentId),
            Others.FindNothing, Members(Others.SeeIt), "shared"),
        new("ListActions", Council, Get(w => $"/v1/schemes/{w.Own.SchemeId}/actions", w => w.Own.ActionIds[0]), Others.FindNothing,
            What: "an authority's own"),
        new("ListActions", Partnership, Get(w => $"/v1/schemes/{w.Shared.SchemeId}/actions", w => w.Shared.ActionIds[0]),
            Others.FindNothing, Members(Others.SeeIt), "shared"),
    ];

    private static IEnumerable<Probe> Actions() =>
    [
        new("GetAction", Council, Get(w => $"/v1/actions/{w.Own.ActionIds[0]}", w => w.OwnWork[0]), Others.FindNothing,
            What: "an authority's own"),
        // A member reads the action, and not the id of another member's assignment in it.
        new("GetAction", Council, Get(w => $"/v1/actions/{w.Shared.ActionIds[0]}", w => w.SharedWork[0]), Others.FindNothing,
            (w, o) => o == w.Partnership ? Others.SeeIt : w.Mine.Authorities.Contains(o) ? Others.GetTheirOwn : null, "shared"),
        new("ChangeAction", Council, Change(Council, HttpMethod.Patch, w => $"/v1/actions/{w.Own.ActionIds[0]}",
            w => new { outcome = w.Unique("Outcome") }), Others.FindNothing, What: "an authority's own"),
        new("ChangeAction", Partnership, Change(Partnership, HttpMethod.Patch, w => $"/v1/actions/{w.Shared.ActionIds[0]}",
            w => new { outcome = w.Unique("Outcome") }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("CrossReferenceAction", Council, Change(Council, HttpMethod.Put, w => $"/v1/actions/{w.Own.ActionIds[2]}",
            w => new { text = w.Council.Code, reason = "Ours" }, "/cross-reference"), Others.FindNothing, What: "an authority's own"),
        new("CrossReferenceAction", Partnership, Change(Partnership, HttpMethod.Put, w => $"/v1/actions/{w.Shared.ActionIds[2]}",
            w => new { text = $"{w.Council.Code}; {w.Colleague.Code}", reason = "Both" }, "/cross-reference"),
            Others.FindNothing, Members(Others.MayNot), "shared"),
        new("WithdrawAction", Council, async w => Withdrawn((await w.NewPlanAsync(w.Council, small: true)).ActionIds[0]),
            Others.FindNothing, What: "an authority's own"),
        new("WithdrawAction", Partnership, async w => Withdrawn((await w.NewPlanAsync(w.Partnership, small: true)).ActionIds[0]),
            Others.FindNothing, Members(Others.MayNot), "shared"),
    ];

    private static IEnumerable<Probe> Exports() =>
    [
        new("ExportScheme", Council, Get(w => $"/v1/exports/schemes/{w.Own.SchemeId}.json", w => w.Own.SchemeId), Others.FindNothing,
            What: "an authority's own"),
        new("ExportScheme", Partnership, Get(w => $"/v1/exports/schemes/{w.Shared.SchemeId}.json", w => w.Shared.SchemeId),
            Others.FindNothing, Members(Others.SeeIt), "shared"),
        // A member's export shows its own progress, and of no other member that it has any.
        new("ExportScheme", Council, Get(w => $"/v1/exports/schemes/{w.Shared.SchemeId}.json", w => $"\"authority\":\"{w.Council.Code}\""),
            Others.FindNothing,
            (w, o) => o == w.Partnership ? Others.SeeIt : w.Mine.Authorities.Contains(o) ? Others.GetTheirOwn : null, "progress"),
    ];

    private static IEnumerable<Probe> Board() =>
    [
        new("GetBoardProgress", Council, Get(w => $"/v1/board/progress?schemeId={w.Own.SchemeId}", w => w.Own.SchemeId), Others.FindNothing,
            What: "an authority's own"),
        new("GetBoardProgress", Partnership, Get(w => $"/v1/board/progress?schemeId={w.Shared.SchemeId}", w => w.Shared.SchemeId),
            Others.FindNothing, Members(Others.SeeIt), "shared"),
        // Headlines are not shared here, so the column of another member is not there.
        new("GetBoardProgress", Council,
            Get(w => $"/v1/board/progress?schemeId={w.Shared.SchemeId}", w => w.Council.Id, w => w.Council.Code), Others.FindNothing,
            (w, o) => o == w.Partnership ? Others.SeeIt : w.Mine.Authorities.Contains(o) ? Others.GetTheirOwn : null, "a column"),
        new("ListSlippage", Council,
            Get(w => $"/v1/board/slippage?schemeId={w.Shared.SchemeId}", w => w.SharedWork[0], w => w.SharedWork[1]), Others.FindNothing,
            (w, o) => o == w.Partnership ? Others.SeeIt : w.Mine.Authorities.Contains(o) ? Others.GetTheirOwn : null, "shared"),
        new("ListSlippage", Council, Get(w => $"/v1/board/slippage?schemeId={w.Own.SchemeId}", w => w.OwnWork[0]), Others.FindNothing,
            What: "an authority's own"),
    ];

    private static Prepared Withdrawn(Guid action) =>
        Prepared.Send(HttpMethod.Post, $"/v1/actions/{action}/withdraw", new { reason = "No longer wanted" }, "\"1-0\"");
}
