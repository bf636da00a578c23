using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// Assignments and what hangs on them: the authority's, read by the plan's owner save what is private, and by nobody else.
/// </summary>
internal static class ProbesOfAssignments
{
    public static IEnumerable<Probe> All() => [.. Reads(), .. Reports(), .. OwnersPart()];

    private static IEnumerable<Probe> Reads() =>
    [
        new("ListAssignments", Council, Get(_ => "/v1/assignments?limit=200", w => w.SharedWork[0], w => w.SharedWork[3]),
            Others.GetTheirOwn, ItsPartnership(Others.SeeIt), "shared"),
        new("ListAssignments", Council, Get(_ => "/v1/assignments?limit=200", w => w.OwnWork[0]), Others.GetTheirOwn,
            What: "an authority's own"),
        new("GetAssignment", Council, Get(w => $"/v1/assignments/{w.SharedWork[0]}", w => w.SharedWork[0], w => w.SharedWords),
            Others.FindNothing, ItsPartnership(Others.SeeIt), "shared"),
        new("GetAssignment", Council, Get(w => $"/v1/assignments/{w.SharedWork[0]}", w => w.PrivateWords), Others.FindNothing,
            ItsPartnership(Others.GetTheirOwn), "private words"),
        new("GetAssignment", Council, Get(w => $"/v1/assignments/{w.OwnWork[0]}", w => w.OwnWork[0]), Others.FindNothing,
            What: "an authority's own"),
        new("ListOccurrences", Council, Get(w => $"/v1/assignments/{w.SharedWork[3]}/occurrences"), Others.FindNothing,
            ItsPartnership(Others.SeeIt), "shared"),
        new("ListOccurrences", Council, Get(w => $"/v1/assignments/{w.OwnWork[3]}/occurrences"), Others.FindNothing,
            What: "an authority's own"),
        new("ListProgressUpdates", Council, Get(w => $"/v1/assignments/{w.SharedWork[0]}/progress-updates", w => w.SharedWords),
            Others.FindNothing, ItsPartnership(Others.SeeIt), "shared"),
        new("ListProgressUpdates", Council, Get(w => $"/v1/assignments/{w.SharedWork[0]}/progress-updates", w => w.PrivateWords),
            Others.FindNothing, ItsPartnership(Others.GetTheirOwn), "private words"),
        new("ListTargetMoves", Council, Get(w => $"/v1/assignments/{w.SharedWork[2]}/target-moves"), Others.FindNothing,
            ItsPartnership(Others.SeeIt)),
    ];

    private static IEnumerable<Probe> Reports() =>
    [
        new("RecordProgress", Council, w => Task.FromResult(Reported(w, w.SharedWork[1])), Others.FindNothing, What: "shared"),
        new("RecordProgress", Council, w => Task.FromResult(Reported(w, w.OwnWork[1])), Others.FindNothing, What: "an authority's own"),
        new("RetractProgress", Council,
            async w => Below(w.SharedWork[1], await w.NewUpdateAsync(w.SharedWork[1], "partnership"), "retract", new { reason = "Wrong" }),
                Others.FindNothing),
        new("NarrowProgress", Council,
            async w => Below(w.SharedWork[1], await w.NewUpdateAsync(w.SharedWork[1], "partnership"), "narrow",
                new { tier = "private", reason = "Too much said" }), Others.FindNothing),
        new("SnoozeAssignment", Council,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/assignments/{w.OwnWork[3]}/snooze",
                new { until = await SoonAsync(w), reason = w.Unique("Away") }), Others.FindNothing),
        new("UnsnoozeAssignment", Council, async w =>
        {
            await ProbeWorld.SendAsync(w.Council, HttpMethod.Post, $"/v1/assignments/{w.OwnWork[3]}/snooze",
                new { until = await SoonAsync(w), reason = "Away" });
            return Prepared.Send(HttpMethod.Delete, $"/v1/assignments/{w.OwnWork[3]}/snooze", null);
        }, Others.FindNothing),
        new("AcknowledgeAssignment", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Post, $"/v1/assignments/{w.OwnWork[3]}/acknowledge",
                new { reason = w.Unique("Seen") })), Others.FindNothing),
        new("GetAssignment", Council, async w =>
        {
            var why = w.Unique("Away");
            await ProbeWorld.SendAsync(w.Council, HttpMethod.Post, $"/v1/assignments/{w.SharedWork[3]}/snooze",
                new { until = await SoonAsync(w), reason = why });
            return Prepared.Get($"/v1/assignments/{w.SharedWork[3]}", why);
        }, Others.FindNothing, ItsPartnership(Others.GetTheirOwn), "why it is snoozed"),
        new("MoveOwnTarget", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Post, $"/v1/assignments/{w.OwnWork[2]}/target-moves",
                new { target = "30 June 2028", reason = "Later" })), Others.FindNothing),
    ];

    /// <summary>What the plan's owner does to an assignment: its authority sees it and may not do it itself.</summary>
    private static IEnumerable<Probe> OwnersPart() =>
    [
        new("WithdrawAssignment", Partnership,
            async w => Prepared.Send(HttpMethod.Post, $"/v1/assignments/{await NewAssignmentAsync(w)}/withdraw",
                new { reason = "Not theirs" }, "\"1-0\""),
            Others.FindNothing, (w, o) => o == w.Council ? Others.MayNot : null),
        new("AcceptException", Partnership, PrepareExceptionAsync, Others.FindNothing, (w, o) => o == w.Council ? Others.MayNot : null),
    ];

    /// <summary>A day that reminders may be put off to.</summary>
    private static async Task<DateOnly> SoonAsync(ProbeWorld w) =>
        DateOnly.ParseExact((await w.Council.Viewer.ReadAsync("/v1/me")).GetProperty("today").GetString()!, "yyyy-MM-dd").AddDays(30);

    private static Prepared Reported(ProbeWorld w, Guid assignment) =>
        Prepared.Send(HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates",
            new
            {
                status = "atRisk",
                narrative = w.Unique("Report"),
                tier = "partnership",
                evidence = new[] { new { title = "The page", url = "https://example.org/page" } }
            });

    private static Prepared Below(Guid assignment, Guid update, string verb, object body) =>
        Prepared.Send(HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates/{update}/{verb}", body);

    /// <summary>The council's assignment in a plan of its own kind, that nothing else uses.</summary>
    private static async Task<Guid> NewAssignmentAsync(ProbeWorld w) =>
        (await ProbeWorld.WorkAsync(w.Council, await w.NewPlanAsync(w.Partnership, small: true)))[0];

    private static async Task<Prepared> PrepareExceptionAsync(ProbeWorld w)
    {
        var assignment = await NewAssignmentAsync(w);
        await ProbeWorld.SendAsync(w.Council, HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates",
            new { status = "notApplicable", reason = "We have none" });
        return Prepared.Send(HttpMethod.Post, $"/v1/assignments/{assignment}/accept-exception", null,
            await ProbeWorld.TagAsync(w.Partnership, $"/v1/assignments/{assignment}"));
    }
}
