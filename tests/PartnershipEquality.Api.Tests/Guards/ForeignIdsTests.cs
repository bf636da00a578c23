using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// Ids in filters, bodies and below other paths: each first shown to find something for its owner, then tried by those whose it is not.
/// </summary>
public sealed class ForeignIdsTests(ProbeWorld world) : IClassFixture<ProbeWorld>
{
    /// <summary>
    /// The filters of lists, with what they find for the council. A colleague in the shared plan has rows of its own under the shared ids.
    /// </summary>
    private static readonly (string Filter, Func<ProbeWorld, string> Path, bool ColleagueHasOwn)[] Filters =
    [
        ("assignments of its scheme", w => $"/v1/assignments?schemeId={w.Own.SchemeId}", false),
        ("assignments of its theme", w => $"/v1/assignments?themeId={w.Own.ThemeId}", false),
        ("assignments of its commitment", w => $"/v1/assignments?commitmentId={w.Own.CommitmentId}", false),
        ("assignments of its action", w => $"/v1/assignments?actionId={w.Own.ActionIds[0]}", false),
        ("assignments of the authority", w => $"/v1/assignments?authorityId={w.Council.Id}", false),
        ("assignments of the shared scheme", w => $"/v1/assignments?schemeId={w.Shared.SchemeId}", true),
        ("assignments of the shared action", w => $"/v1/assignments?actionId={w.Shared.ActionIds[0]}&sort=dueBy", true),
        ("posts of the authority", w => $"/v1/posts?authorityId={w.Council.Id}", false),
        ("reminders of its scheme", w => $"/v1/reminders?schemeId={w.Own.SchemeId}", false),
        ("reminders of its assignment", w => $"/v1/reminders?assignmentId={w.SharedWork[0]}", false),
        ("slippage of the authority", w => $"/v1/board/slippage?schemeId={w.Shared.SchemeId}&authorityId={w.Council.Id}", false),
    ];

    [Fact]
    public async Task A_filter_by_anothers_id_finds_nothing_of_it()
    {
        foreach (var (filter, path, colleagueHasOwn) in Filters)
        {
            var owners = await world.Council.Admin.ReadAsync(path(world));
            var ids = ProbeWorld.Items(owners).Select(KeyOf).ToList();
            ids.ShouldNotBeEmpty(filter);
            foreach (var other in world.Everyone.Where(o => o != world.Council && o != world.Partnership))
            {
                var response = await other.Admin.GetAsync(path(world), TestContext.Current.CancellationToken);
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                ids.Where(text.Contains).ShouldBeEmpty($"{filter} as {other.Code}");
                if (response.StatusCode != HttpStatusCode.NotFound)
                {
                    response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{filter}: {text}");
                    (colleagueHasOwn && other == world.Colleague).ShouldBe(JsonDocument.Parse(text).RootElement.GetProperty("items")
                        .GetArrayLength() > 0, $"{filter} as {other.Code}: {text}");
                }
            }
        }
    }

    [Fact]
    public async Task The_councils_own_plan_is_no_filter_for_its_partnership_either()
    {
        foreach (var filter in new[] { $"schemeId={world.Own.SchemeId}", $"themeId={world.Own.ThemeId}",
            $"commitmentId={world.Own.CommitmentId}", $"actionId={world.Own.ActionIds[0]}" })
        {
            ProbeWorld.Items(await world.Council.Admin.ReadAsync($"/v1/assignments?{filter}")).ShouldNotBeEmpty(filter);
            ProbeWorld.Items(await world.Partnership.Admin.ReadAsync($"/v1/assignments?{filter}")).ShouldBeEmpty(filter);
        }

        ProbeWorld.Items(await world.Partnership.Admin.ReadAsync($"/v1/assignments?authorityId={world.Council.Id}&limit=200")).Select(KeyOf)
            .Intersect(world.OwnWork.Select(i => i.ToString())).ShouldBeEmpty();
        ProbeWorld.Items(await world.Partnership.Admin.ReadAsync($"/v1/reminders?assignmentId={world.SharedWork[0]}"))
            .ShouldBeEmpty("reminders are the authority's own");
    }

    [Fact]
    public async Task A_theme_of_another_plan_finds_no_commitments_of_this_one()
    {
        ProbeWorld.Items(
            await world.Council.Admin.ReadAsync($"/v1/schemes/{world.Shared.SchemeId}/commitments?themeId={world.Shared.ThemeId}"))
                .ShouldNotBeEmpty();
        foreach (var theme in new[] { world.TheirShared.ThemeId, world.Own.ThemeId })
        {
            ProbeWorld.Items(await world.Council.Admin.ReadAsync($"/v1/schemes/{world.Shared.SchemeId}/commitments?themeId={theme}"))
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_report_names_an_occurrence_of_its_own_assignment_only()
    {
        var yearly = world.SharedWork[3];
        var foreign = new[]
        {
            OccurrenceOf(world.Colleague, world.ColleaguesWork[3]), OccurrenceOf(world.Council, world.OwnWork[3]),
                OccurrenceOf(world.Council, world.SharedWork[2]), Task.FromResult(Guid.NewGuid()),
        };
        var before = await world.KeptOfAsync(world.Colleague) + await world.KeptOfAsync(world.Council);
        foreach (var occurrence in await Task.WhenAll(foreign))
        {
            await (await ReportDoneAsync(yearly, occurrence)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, null, "#/occurrenceId");
        }

        (await world.KeptOfAsync(world.Colleague) + await world.KeptOfAsync(world.Council)).ShouldBe(before);
        await (await ReportDoneAsync(yearly, await OccurrenceOf(world.Council, yearly))).ShouldBeAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_update_is_found_below_its_own_assignment_only()
    {
        var update = await world.NewUpdateAsync(world.SharedWork[1], "partnership");
        var body = new { reason = "Wrong" };
        foreach (var (who, assignment) in new[] { (world.Council, world.SharedWork[2]), (world.Council, world.OwnWork[0]),
            (world.Colleague, world.ColleaguesWork[1]) })
        {
            await (await who.Admin.SendAsync(HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates/{update}/retract",
                body)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
            await (await who.Admin.SendAsync(HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates/{update}/narrow",
                new { tier = "private", reason = "Wrong" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
        }

        await (await world.Council.Admin.SendAsync(HttpMethod.Post,
            $"/v1/assignments/{world.SharedWork[1]}/progress-updates/{update}/retract", body)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Posts_of_another_authority_answer_for_nothing_of_ours()
    {
        var mine = await world.Colleague.Admin.ReadAsync("/v1/posts");
        var own = ProbeWorld.IdOf(ProbeWorld.Items(mine)[0]);
        var path = $"/v1/assignments/{world.ColleaguesWork[0]}/posts";
        var before = await world.KeptOfAsync(world.Colleague) + await world.KeptOfAsync(world.Council);
        foreach (var foreign in new[] { world.Posts[0], Guid.NewGuid(), world.SharedWork[0] })
        {
            await (await world.Colleague.Admin.SendAsync(HttpMethod.Put, path,
                new { postIds = new[] { own, foreign } })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", "#/postIds/1");
            await (await world.Colleague.Admin.SendAsync(HttpMethod.Put, "/v1/role-mappings", new
            {
                role = "Equality Officer",
                postId = foreign
            })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", "#/postId");
        }

        (await world.KeptOfAsync(world.Colleague) + await world.KeptOfAsync(world.Council)).ShouldBe(before);
        await (await world.Colleague.Admin.SendAsync(HttpMethod.Put, path, new { postIds = new[] { own } })).ShouldBeAsync(
            HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_policy_is_set_for_a_scheme_that_one_sees_only()
    {
        foreach (var scheme in new[] { world.Own.SchemeId, world.TheirShared.SchemeId, Guid.NewGuid() })
        {
            await (await SetPolicyAsync(scheme)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", "#/schemeId");
        }

        await (await SetPolicyAsync(world.Shared.SchemeId)).ShouldBeAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cross_reference_names_no_authority_outside_the_partnership()
    {
        var path = $"/v1/actions/{world.Shared.ActionIds[1]}";
        foreach (var code in world.Theirs.Everyone.Select(o => o.Code))
        {
            await (await world.Partnership.Admin.SendAsync(HttpMethod.Put, $"{path}/cross-reference",
                new { text = $"ALL; {code}", reason = "More" }, await ProbeWorld.TagAsync(world.Partnership, path)))
                .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", "#/text");
        }
    }

    private static string KeyOf(JsonElement item) =>
        (item.TryGetProperty("id", out var id) ? id : item.GetProperty("assignmentId")).GetString()!;

    private static async Task<Guid> OccurrenceOf(TestOrganisation who, Guid assignment) =>
        ProbeWorld.IdOf(ProbeWorld.Items(await who.Admin.ReadAsync($"/v1/assignments/{assignment}/occurrences"))
            .First(o => o.GetProperty("status").GetString() == "open"));

    private Task<HttpResponseMessage> ReportDoneAsync(Guid assignment, Guid occurrence) =>
        world.Council.Admin.SendAsync(HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates",
            new { status = "completed", occurrenceId = occurrence });

    private Task<HttpResponseMessage> SetPolicyAsync(Guid scheme) =>
        world.Colleague.Admin.SendAsync(HttpMethod.Put, "/v1/reminder-policies",
            new { schemeId = scheme, deliveryOffsets = new[] { 0 }, reviewOffsets = new[] { 0 } }, "*");
}
