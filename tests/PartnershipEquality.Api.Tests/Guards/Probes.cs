using System.Net;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>The one table of probes, a file for each room. An endpoint without one fails <see cref="EndpointsTests"/>.</summary>
public static class Probes
{
    public static IReadOnlyList<Probe> All { get; } =
        [.. OfTheOrganisation(), .. ProbesOfPlans.All(), .. ProbesOfEditing.All(), .. ProbesOfAssignments.All(), .. ProbesOfPosts.All(),
            .. ProbesOfReminders.All(), .. ProbesOfMail.All(), .. ProbesOfChanges.All(), .. ProbesOfWebhooks.All(),
                .. ProbesOfSandboxes.All(), .. ProbesOfWays.All()];

    /// <summary>Members of the owner's partnership get this, everybody else what the probe says.</summary>
    internal static Func<ProbeWorld, TestOrganisation, Others?> Members(Others get) =>
        (w, o) => w.Mine.Authorities.Contains(o) ? get : null;

    /// <summary>The owner's partnership gets this, everybody else what the probe says.</summary>
    internal static Func<ProbeWorld, TestOrganisation, Others?> ItsPartnership(Others gets) => (w, o) => o == w.Partnership ? gets : null;

    internal static TestOrganisation Council(ProbeWorld w) => w.Council;

    internal static TestOrganisation Partnership(ProbeWorld w) => w.Partnership;

    /// <summary>A read of what is in the world from the start.</summary>
    internal static Func<ProbeWorld, Task<Prepared>> Get(Func<ProbeWorld, string> path, params Func<ProbeWorld, object>[] marks) =>
        w => Task.FromResult(Prepared.Get(path(w), [.. marks.Select(m => m(w).ToString()!)]));

    /// <summary>A change of a resource, under the version that its owner reads just before.</summary>
    internal static Func<ProbeWorld, Task<Prepared>> Change(Func<ProbeWorld, TestOrganisation> owner, HttpMethod method,
        Func<ProbeWorld, string> resource, Func<ProbeWorld, object?> body, string below = "") =>
        async w => Prepared.Send(method, resource(w) + below, body(w), await ProbeWorld.TagAsync(owner(w), resource(w)));

    private static IEnumerable<Probe> OfTheOrganisation() =>
    [
        new("GetMe", Council, Get(_ => "/v1/me", w => $"\"code\":\"{w.Council.Code}\",\"name\":\"The {w.Council.Code} organisation\""),
            Others.GetTheirOwn, ItsPartnership(Others.SeeIt)),
        new("ListOrganisations", Council, Get(_ => "/v1/organisations?limit=200", w => w.Council.Id, w => w.Partnership.Id),
            Others.GetTheirOwn,
            (w, o) => w.Mine.Everyone.Contains(o) ? Others.SeeIt : null),
        new("GetOrganisation", Council, Get(w => $"/v1/organisations/{w.Council.Id}", w => w.Council.Id), Others.FindNothing,
            (w, o) => w.Mine.Everyone.Contains(o) ? Others.SeeIt : null),
        new("GetSettings", Council, async w => Prepared.Get("/v1/settings", await ChangedReplyToAsync(w.Council)), Others.GetTheirOwn),
        // Settings have no id: what another organisation changes with the same request is its own, so its version is asked for.
        new("ChangeSettings", Council,
            _ => Task.FromResult(Prepared.Send(HttpMethod.Patch, "/v1/settings", new { mailReplyTo = "asked@example.org" }, "*")),
                Others.GetTheSame),
        new("ListApiKeys", Council, async w => Prepared.Get("/v1/api-keys?limit=200", $"{await NewKeyAsync(w.Council)}"),
            Others.GetTheirOwn),
        new("CreateApiKey", Council,
            _ => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/api-keys", new { name = "probe", role = "viewer" })),
                Others.GetTheSame),
        new("GetApiKey", Council, async w => Prepared.Get($"/v1/api-keys/{await NewKeyAsync(w.Council)}"), Others.FindNothing),
        new("RevokeApiKey", Council,
            async w => Prepared.Send(HttpMethod.Delete, $"/v1/api-keys/{await NewKeyAsync(w.Council)}", null, "\"1-0\""),
                Others.FindNothing),
        new("ReadTargetDate", Council,
            _ => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/target-dates/read", new { text = "autumn 2026" })), Others.GetTheSame),
    ];

    internal static async Task<Guid> NewKeyAsync(TestOrganisation organisation)
    {
        var created = await (await organisation.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys",
            new { name = "probe", role = "viewer" })).ShouldBeAsync(HttpStatusCode.Created);
        return created.GetProperty("key").GetProperty("id").GetGuid();
    }

    private static async Task<string> ChangedReplyToAsync(TestOrganisation organisation)
    {
        var address = $"{Guid.NewGuid():N}@example.org";
        await (await organisation.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailReplyTo = address }, "*")).ShouldBeAsync(
            HttpStatusCode.OK);
        return address;
    }
}
