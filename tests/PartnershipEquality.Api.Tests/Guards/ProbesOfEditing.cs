using System.Text.Json;
using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>The plan edited by hand: read by its members, changed by its owner alone; an import undone; an assignment contested.</summary>
internal static class ProbesOfEditing
{
    private static readonly object[] Notes = [new { heading = "Evidence", text = "The register" }];

    public static IEnumerable<Probe> All() => [.. Themes(), .. Commitments(), .. Actions(), .. Milestones(), .. Taken()];

    private static IEnumerable<Probe> Themes() =>
    [
        new("ListThemes", Council, Get(w => $"/v1/schemes/{w.Own.SchemeId}/themes", w => w.Own.ThemeId), Others.FindNothing,
            What: "an authority's own"),
        new("ListThemes", Partnership, Get(w => $"/v1/schemes/{w.Shared.SchemeId}/themes", w => w.Shared.ThemeId), Others.FindNothing,
            Members(Others.SeeIt), "shared"),
        new("GetTheme", Council, Get(w => $"/v1/themes/{w.Own.ThemeId}", w => w.Own.ThemeId), Others.FindNothing,
            What: "an authority's own"),
        new("GetTheme", Partnership, Get(w => $"/v1/themes/{w.Shared.ThemeId}", w => w.Shared.ThemeId), Others.FindNothing,
            Members(Others.SeeIt), "shared"),
        new("CreateTheme", Council, Make(w => $"/v1/schemes/{w.Own.SchemeId}/themes",
            w => new { number = "9", title = w.Unique("Theme"), label = "Priority 9" }), Others.FindNothing, What: "an authority's own"),
        new("CreateTheme", Partnership,
            Make(w => $"/v1/schemes/{w.Shared.SchemeId}/themes", w => new { number = "9", title = w.Unique("Theme"),
                label = "Priority 9" }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("ChangeTheme", Council, Change(Council, HttpMethod.Patch, w => $"/v1/themes/{w.Own.ThemeId}",
            w => new { title = w.Unique("Theme") }), Others.FindNothing, What: "an authority's own"),
        new("ChangeTheme", Partnership, Change(Partnership, HttpMethod.Patch, w => $"/v1/themes/{w.Shared.ThemeId}",
            w => new { title = w.Unique("Theme") }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("MoveTheme", Council, Below(Council, NewThemeAsync, "/v1/themes/", "/move", w => new { afterId = w.Own.ThemeId }),
            Others.FindNothing, What: "an authority's own"),
        new("MoveTheme", Partnership, Below(Partnership, NewThemeAsync, "/v1/themes/", "/move", w => new { afterId = w.Shared.ThemeId }),
            Others.FindNothing, Members(Others.MayNot), "shared"),
        new("WithdrawTheme", Council, Below(Council, NewThemeAsync, "/v1/themes/", "/withdraw", _ => new { reason = "Empty" }),
            Others.FindNothing, What: "an authority's own"),
        new("WithdrawTheme", Partnership, Below(Partnership, NewThemeAsync, "/v1/themes/", "/withdraw", _ => new { reason = "Empty" }),
            Others.FindNothing, Members(Others.MayNot), "shared"),
    ];

    private static IEnumerable<Probe> Commitments() =>
    [
        new("CreateCommitment", Council, Make(w => $"/v1/themes/{w.Own.ThemeId}/commitments", Promise), Others.FindNothing,
            What: "an authority's own"),
        new("CreateCommitment", Partnership, Make(w => $"/v1/themes/{w.Shared.ThemeId}/commitments", Promise), Others.FindNothing,
            Members(Others.MayNot), "shared"),
        new("ChangeCommitment", Council, Change(Council, HttpMethod.Patch, w => $"/v1/commitments/{w.Own.CommitmentId}",
            w => new { title = w.Unique("Promise") }), Others.FindNothing, What: "an authority's own"),
        new("ChangeCommitment", Partnership, Change(Partnership, HttpMethod.Patch, w => $"/v1/commitments/{w.Shared.CommitmentId}",
            w => new { title = w.Unique("Promise") }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("MoveCommitment", Council, Below(Council, NewCommitmentAsync, "/v1/commitments/", "/move",
            w => new { themeId = w.Own.ThemeId, afterId = w.Own.CommitmentId }), Others.FindNothing, What: "an authority's own"),
        new("MoveCommitment", Partnership,
            Below(Partnership, NewCommitmentAsync, "/v1/commitments/", "/move", w => new { themeId = w.Shared.ThemeId,
                afterId = w.Shared.CommitmentId }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("WithdrawCommitment", Council, Below(Council, NewCommitmentAsync, "/v1/commitments/", "/withdraw",
            _ => new { reason = "Empty" }), Others.FindNothing, What: "an authority's own"),
        new("WithdrawCommitment", Partnership, Below(Partnership, NewCommitmentAsync, "/v1/commitments/", "/withdraw",
            _ => new { reason = "Empty" }), Others.FindNothing, Members(Others.MayNot), "shared"),
    ];

    private static IEnumerable<Probe> Actions() =>
    [
        new("CreateAction", Council, Make(w => $"/v1/commitments/{w.Own.CommitmentId}/actions", Work), Others.FindNothing,
            What: "an authority's own"),
        new("CreateAction", Partnership, Make(w => $"/v1/commitments/{w.Shared.CommitmentId}/actions", Work), Others.FindNothing,
            Members(Others.MayNot), "shared"),
        new("MoveAction", Council, Below(Council, NewActionAsync, "/v1/actions/", "/move",
            w => new { commitmentId = w.Own.CommitmentId, afterId = w.Own.ActionIds[0] }), Others.FindNothing, What: "an authority's own"),
        new("MoveAction", Partnership,
            Below(Partnership, NewActionAsync, "/v1/actions/", "/move", w => new { commitmentId = w.Shared.CommitmentId,
                afterId = w.Shared.ActionIds[0] }), Others.FindNothing, Members(Others.MayNot), "shared"),
    ];

    private static IEnumerable<Probe> Milestones() =>
    [
        new("ListMilestones", Council, TwoMilestones(Council), Others.FindNothing, What: "an authority's own"),
        new("ListMilestones", Partnership, TwoMilestones(Partnership), Others.FindNothing, Members(Others.SeeIt), "shared"),
        new("GetMilestone", Council, Milestone(Council), Others.FindNothing, What: "an authority's own"),
        new("GetMilestone", Partnership, Milestone(Partnership), Others.FindNothing, Members(Others.SeeIt), "shared"),
        new("CreateMilestone", Council, NewAction(Council, "/milestones", Step), Others.FindNothing, What: "an authority's own"),
        new("CreateMilestone", Partnership, NewAction(Partnership, "/milestones", Step), Others.FindNothing, Members(Others.MayNot),
            "shared"),
        new("ChangeMilestone", Council,
            Below(Council, NewMilestoneAsync, "/v1/milestones/", "", w => new { text = w.Unique("Step"), target = "May 2028",
                reason = "Later" }, HttpMethod.Patch), Others.FindNothing, What: "an authority's own"),
        new("ChangeMilestone", Partnership,
            Below(Partnership, NewMilestoneAsync, "/v1/milestones/", "", w => new { text = w.Unique("Step"), target = "May 2028",
                reason = "Later" }, HttpMethod.Patch), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("MoveMilestone", Council, Below(Council, NewMilestoneAsync, "/v1/milestones/", "/move", _ => new { afterId = (Guid?)null }),
            Others.FindNothing, What: "an authority's own"),
        new("MoveMilestone", Partnership, Below(Partnership, NewMilestoneAsync, "/v1/milestones/", "/move",
            _ => new { afterId = (Guid?)null }), Others.FindNothing, Members(Others.MayNot), "shared"),
        new("WithdrawMilestone", Council, Below(Council, NewMilestoneAsync, "/v1/milestones/", "/withdraw",
            _ => new { reason = "Not needed" }), Others.FindNothing, What: "an authority's own"),
        new("WithdrawMilestone", Partnership, Below(Partnership, NewMilestoneAsync, "/v1/milestones/", "/withdraw",
            _ => new { reason = "Not needed" }), Others.FindNothing, Members(Others.MayNot), "shared"),
    ];

    private static IEnumerable<Probe> Taken() =>
    [
        new("UndoImport", Partnership,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/imports/{(await w.NewPlanAsync(w.Partnership, small: true)).ImportId}/undo",
                null), Others.FindNothing),
        new("UndoImport", Council,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/imports/{(await w.NewPlanAsync(w.Council, small: true)).ImportId}/undo", null),
                Others.FindNothing, What: "an authority's own"),
        new("ContestAssignment", Council,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/assignments/{await NewAssignmentAsync(w)}/contest",
                new { reason = w.Unique("Not ours") }), Others.FindNothing),
        new("DecideContest", Partnership, ContestedAsync, Others.FindNothing, (w, o) => o == w.Council ? Others.MayNot : null),
    ];

    private static object Promise(ProbeWorld w) =>
        new
        {
            reference = Guid.NewGuid().ToString("N"),
            title = w.Unique("Promise"),
            related = new[] { "1.1" },
            psedAims = new[] { "advanceEquality" },
            characteristics = new[] { "age" },
            label = "Objective 9",
            notes = Notes
        };

    private static object Work(ProbeWorld w) =>
        new
        {
            text = w.Unique("Work"),
            outcome = "Done",
            responsible = "Equality Officer",
            target = "June 2028",
            crossReference = w.Council.Code,
            label = "Action 9",
            notes = Notes
        };

    private static object Step(ProbeWorld w) => new { text = w.Unique("Step"), target = "May 2027" };

    private static Func<ProbeWorld, Task<Prepared>> Make(Func<ProbeWorld, string> path, Func<ProbeWorld, object> body) =>
        w => Task.FromResult(Prepared.Send(HttpMethod.Post, path(w), body(w)));

    /// <summary>Something made for the probe alone, and what is done with it under its first version.</summary>
    private static Func<ProbeWorld, Task<Prepared>> Below(
        Func<ProbeWorld, TestOrganisation> owner, Func<ProbeWorld, TestOrganisation, Task<Guid>> make, string room, string verb,
            Func<ProbeWorld, object> body, HttpMethod? method = null) =>
        async w => Prepared.Send(method ?? HttpMethod.Post, $"{room}{await make(w, owner(w))}{verb}", body(w), "\"1-0\"");

    private static Func<ProbeWorld, Task<Prepared>> NewAction(Func<ProbeWorld, TestOrganisation> owner, string below,
        Func<ProbeWorld, object> body) =>
        async w => Prepared.Send(HttpMethod.Post, $"/v1/actions/{await NewActionAsync(w, owner(w))}{below}", body(w));

    private static Func<ProbeWorld, Task<Prepared>> Milestone(Func<ProbeWorld, TestOrganisation> owner) => async w =>
    {
        var id = await NewMilestoneAsync(w, owner(w));
        return Prepared.Get($"/v1/milestones/{id}", $"{id}");
    };

    private static Func<ProbeWorld, Task<Prepared>> TwoMilestones(Func<ProbeWorld, TestOrganisation> owner) => async w =>
    {
        var action = await NewActionAsync(w, owner(w));
        var ids = new[] { await MadeAsync(owner(w), $"/v1/actions/{action}/milestones", Step(w)),
            await MadeAsync(owner(w), $"/v1/actions/{action}/milestones", Step(w)) };
        return Prepared.Get($"/v1/actions/{action}/milestones", [.. ids.Select(i => i.ToString())]);
    };

    private static ProbePlan PlanOf(ProbeWorld w, TestOrganisation owner) => owner == w.Council ? w.Own : w.Shared;

    private static Task<Guid> NewThemeAsync(ProbeWorld w, TestOrganisation owner) =>
        MadeAsync(owner, $"/v1/schemes/{PlanOf(w, owner).SchemeId}/themes", new { title = w.Unique("Theme") });

    private static Task<Guid> NewCommitmentAsync(ProbeWorld w, TestOrganisation owner) =>
        MadeAsync(owner, $"/v1/themes/{PlanOf(w, owner).ThemeId}/commitments", Promise(w));

    private static Task<Guid> NewActionAsync(ProbeWorld w, TestOrganisation owner) =>
        MadeAsync(owner, $"/v1/commitments/{PlanOf(w, owner).CommitmentId}/actions", Work(w));

    private static async Task<Guid> NewMilestoneAsync(ProbeWorld w, TestOrganisation owner) =>
        await MadeAsync(owner, $"/v1/actions/{await NewActionAsync(w, owner)}/milestones", Step(w));

    private static async Task<Guid> MadeAsync(TestOrganisation owner, string path, object body) =>
        ProbeWorld.IdOf(await ProbeWorld.SendAsync(owner, HttpMethod.Post, path, body));

    /// <summary>The council's assignment in a plan of its own kind, that nothing else uses.</summary>
    private static async Task<Guid> NewAssignmentAsync(ProbeWorld w) =>
        (await ProbeWorld.WorkAsync(w.Council, await w.NewPlanAsync(w.Partnership, small: true)))[0];

    private static async Task<Prepared> ContestedAsync(ProbeWorld w)
    {
        var assignment = await NewAssignmentAsync(w);
        JsonElement contested = await ProbeWorld.SendAsync(w.Council, HttpMethod.Post, $"/v1/assignments/{assignment}/contest",
            new { reason = "Not ours" });
        return Prepared.Send(HttpMethod.Post, $"/v1/assignments/{assignment}/contest/decision", new { accept = false, note = "It is" },
            $"\"{contested.GetProperty("version").GetInt32()}-0\"");
    }
}
