using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>A list in the order of ids is walked while others add and remove: what is there throughout comes once.</summary>
public sealed class ListStabilityTests(RunningApi running)
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 7)]
    [InlineData(4, 4)]
    public async Task What_is_there_throughout_is_neither_skipped_nor_repeated_while_rows_come_and_go(int seed, int limit)
    {
        var random = new Random(seed);
        var admin = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0].Admin;
        var there = new List<Guid>();
        async Task AddAsync() =>
            there.Add((await admin.PostAsync("/v1/portal-origins", new { origin = $"https://{Guid.NewGuid():N}.example.org" })).With(
                HttpStatusCode.Created).Id());
        for (var i = 0; i < 30; i++)
        {
            await AddAsync();
        }

        var throughout = there.ToHashSet();
        var seen = new List<Guid>();
        var next = (string?)$"/v1/portal-origins?limit={limit}";
        while (next is not null)
        {
            var page = await admin.ReadAsync(next);
            seen.AddRange(page.Items().Select(o => o.Id()));
            next = page.Text("nextCursor") is { } cursor ? $"/v1/portal-origins?limit={limit}&cursor={cursor}" : null;
            // One that was seen, one that was not, or the very one that the cursor was made of.
            var gone = random.Next(3) == 0 ? seen[^1] : there[random.Next(there.Count)];
            if (there.Remove(gone))
            {
                throughout.Remove(gone);
                (await admin.AskAsync(HttpMethod.Delete, $"/v1/portal-origins/{gone}", ifMatch: "*")).Status.ShouldBe(
                    HttpStatusCode.NoContent);
            }

            if (random.Next(2) == 0)
            {
                await AddAsync();
            }
        }

        seen.Distinct().Count().ShouldBe(seen.Count);
        throughout.ShouldNotBeEmpty();
        throughout.ShouldBeSubsetOf(seen);
    }

    [Fact]
    public async Task Assignments_are_walked_in_the_order_of_ids_whatever_is_reported_moved_or_withdrawn_meanwhile()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 3);
        var plan = await partnership.HasPlanAsync([.. Enumerable.Range(1, 8).Select(i => new Plan.Row("1.1", $"Work {i}", "June 2027"))]);
        var owner = partnership.Partnership.Admin;
        var all = plan.Assignments.Select(a => a.Id()).ToList();
        all.Count.ShouldBe(24);
        var (seen, withdrawn, n) = (new List<Guid>(), new HashSet<Guid>(), 0);
        var next = (string?)$"/v1/assignments?schemeId={plan.SchemeId}&limit=3";
        while (next is not null)
        {
            var page = await owner.ReadAsync(next);
            seen.AddRange(page.Items().Select(o => o.Id()));
            next = page.Text("nextCursor") is { } cursor ? $"/v1/assignments?schemeId={plan.SchemeId}&limit=3&cursor={cursor}" : null;
            var (late, taken, early) = (all[(n * 5 + 11) % 24], all[(n * 7 + 13) % 24], all[n % 24]);
            await ReportAsync(late);
            await ReportAsync(early);
            if (withdrawn.Add(taken))
            {
                (await owner.ChangeAsync(HttpMethod.Post, $"/v1/assignments/{taken}/withdraw", new { reason = "Not theirs" },
                    $"/v1/assignments/{taken}")).With(HttpStatusCode.OK);
            }

            n++;
        }

        seen.Distinct().Count().ShouldBe(seen.Count);
        all.Except(withdrawn).ShouldBeSubsetOf(seen);
        seen.ShouldBe(seen.OrderBy(id => id.ToString(), StringComparer.Ordinal));

        async Task ReportAsync(Guid assignment)
        {
            if (!withdrawn.Contains(assignment))
            {
                var whose = partnership.Authorities.Single(
                    a => a.Id == plan.Assignments.Single(x => x.Id() == assignment).Id("authorityId"));
                (await whose.Lead.PostAsync($"/v1/assignments/{assignment}/target-moves",
                    new { target = $"{1 + (n % 28)} May 2028", reason = "Later" })).With(HttpStatusCode.Created);
            }
        }
    }

    [Fact]
    public async Task In_an_order_that_can_change_what_does_not_change_comes_once()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(
            [.. Enumerable.Range(1, 12).Select(i => new Plan.Row("1.1", $"Work {i}", $"{i} June 2027"))]);
        var moving = plan.Assignments.Where((_, i) => i % 3 == 0).Select(a => a.Id()).ToList();
        var (seen, turn) = (new List<JsonElement>(), 0);
        var next = (string?)"/v1/assignments?sort=dueBy&limit=2";
        while (next is not null)
        {
            var page = await council.Viewer.ReadAsync(next);
            seen.AddRange(page.Items());
            next = page.Text("nextCursor") is { } cursor ? $"/v1/assignments?sort=dueBy&limit=2&cursor={cursor}" : null;
            var moved = moving[turn++ % moving.Count];
            (await council.Lead.PostAsync($"/v1/assignments/{moved}/target-moves", new
            {
                target = turn % 2 == 0
                ? $"{turn} January 2027" : $"{turn} January 2028",
                reason = "Moved"
            })).With(HttpStatusCode.Created);
            turn.ShouldBeLessThan(60);
        }

        seen.Select(a => a.Id()).Where(id => !moving.Contains(id)).Order()
            .ShouldBe(plan.Assignments.Select(a => a.Id()).Where(id => !moving.Contains(id)).Order());
    }
}
