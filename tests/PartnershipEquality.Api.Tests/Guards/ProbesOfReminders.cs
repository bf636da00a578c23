using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Policies, reminders and digests: the authority's alone, whatever its partnership plans.</summary>
internal static class ProbesOfReminders
{
    public static IEnumerable<Probe> All() =>
    [
        new("ListReminderPolicies", Council, async w => Prepared.Get("/v1/reminder-policies", $"{await PolicyAsync(w)}"),
            Others.GetTheirOwn),
        new("GetReminderPolicy", Council, async w => Prepared.Get($"/v1/reminder-policies/{await PolicyAsync(w)}"), Others.FindNothing),
        new("SetReminderPolicy", Council, w => Task.FromResult(Set(w.Own.SchemeId)), Others.MayNotName, IsPartnership,
            "for its own scheme"),
        new("SetReminderPolicy", Council, w => Task.FromResult(Set(w.Shared.SchemeId)), Others.MayNotName,
            (w, o) => w.Mine.Authorities.Contains(o) ? Others.GetTheSame : IsPartnership(w, o), "for the shared scheme"),
        new("RemoveReminderPolicy", Council,
            async w => Prepared.Send(HttpMethod.Delete, $"/v1/reminder-policies/{await PolicyAsync(w)}", null, "*"), Others.FindNothing),
        new("ListReminders", Council,
            Get(w => $"/v1/reminders?limit=200&schemeId={w.Shared.SchemeId}", w => w.SharedWork[0], w => w.Posts[0]), Others.GetTheirOwn),
        new("ListUpcomingReminders", Council, Get(_ => "/v1/reminders/upcoming?limit=200", w => w.SharedWork[0]), Others.GetTheirOwn),
        new("PreviewReminders", Council, Get(_ => "/v1/reminders/preview?date=2027-01-25",
            w => $"@{w.Council.Code.ToLowerInvariant()}.example.org"), Others.GetTheirOwn, IsPartnership),
        new("CreateCalendar", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/calendars", new { name = w.Unique("Calendar") })), Others.GetTheSame,
                IsPartnership),
        new("ListCalendars", Council,
            async w => Prepared.Get("/v1/calendars?limit=200", $"{(await CalendarAsync(w, w.Council)).Id}",
                $"{(await CalendarAsync(w, w.Council)).Id}"), Others.GetTheirOwn),
        new("GetCalendar", Council, async w => Prepared.Get($"/v1/calendars/{(await CalendarAsync(w, w.Council)).Id}"), Others.FindNothing),
        new("RevokeCalendar", Council,
            async w => Prepared.Send(HttpMethod.Delete, $"/v1/calendars/{(await CalendarAsync(w, w.Council)).Id}", null, "*"),
                Others.FindNothing),
        // Its address is the credential: whoever has it reads it, whatever else they send.
        new("GetCalendarFeed", Council, async w => Prepared.Get((await CalendarAsync(w, w.Council)).Path), Others.SeeIt),
        new("ShowSubscription", Council, async w => Prepared.Get(await w.MessageLinkAsync(w.Council)), Others.SeeIt),
        new("Unsubscribe", Council, async w => Prepared.Send(HttpMethod.Post, $"{await w.MessageLinkAsync(w.Council)}/leave", null),
            Others.SeeIt),
        new("Resubscribe", Council, async w => Prepared.Send(HttpMethod.Post, $"{await w.MessageLinkAsync(w.Council)}/again", null),
            Others.SeeIt),
        new("ListDigests", Council, Get(_ => "/v1/digests?limit=200", w => $"robin@{w.Council.Code.ToLowerInvariant()}.example.org"),
            Others.GetTheirOwn),
    ];

    private static Others? IsPartnership(ProbeWorld w, TestOrganisation o) =>
        o.Kind == Domain.Organisations.OrganisationKind.Partnership ? Others.HaveNone : null;

    private static async Task<(Guid Id, string Path)> CalendarAsync(ProbeWorld w, TestOrganisation owner)
    {
        var made = await ProbeWorld.SendAsync(owner, HttpMethod.Post, "/v1/calendars", new { name = w.Unique("Calendar") });
        return (made.GetProperty("calendar").Id(), new Uri(made.Text("address")!).AbsolutePath);
    }

    private static Prepared Set(Guid? scheme) =>
        Prepared.Send(HttpMethod.Put, "/v1/reminder-policies",
            new { schemeId = scheme, deliveryOffsets = new[] { -14, 0 }, deliveryRepeatDays = 28, reviewOffsets = new[] { 0 } }, "*");

    /// <summary>The policy of the council's own scheme, made again where a probe has removed it.</summary>
    private static async Task<Guid> PolicyAsync(ProbeWorld w) =>
        ProbeWorld.IdOf(
            await (await w.Council.Admin.SendAsync(Set(w.Own.SchemeId).Request(), TestContext.Current.CancellationToken)).ShouldBeAsync(
                System.Net.HttpStatusCode.OK));
}
