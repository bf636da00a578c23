using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Board;

public sealed class BoardFiguresTests(RunningApi running)
{
    private static readonly string[] Councils = ["BDC", "CBC", "HBBC", "HDC", "MBC", "NWL", "OWDC"];
    private static readonly string[] Groups = ["byStatus", "flags", "headline"];
    private static readonly string[] Statuses = ["notStarted", "onTrack", "onTrack", "atRisk", "offTrack", "completed", "completed",
        "notApplicable"];
    private static readonly string?[] OwnTargets = ["March 2027", "May 2027", "January 2028", "November 2026", "On-going", null];

    // Instants around midnight in London, in summer time and after it, and days around the end of quarters.
    private static readonly string[] Instants =
    [
        "2026-05-05T09:00:00Z", "2026-06-30T22:59:00Z", "2026-07-01T08:00:00Z", "2026-07-15T22:59:30Z", "2026-07-15T23:00:30Z",
            "2026-08-31T12:00:00Z", "2026-09-02T12:00:00Z",
        "2026-10-24T22:59:00Z", "2026-10-25T23:59:00Z", "2026-10-26T00:01:00Z", "2026-11-12T10:00:00Z", "2026-11-21T23:59:00Z",
    ];

    [Fact]
    public async Task The_board_equals_figures_worked_out_from_the_CSV_and_the_updates_today_and_at_two_past_days()
    {
        await using var database = await running.NewDatabaseAsync("board");
        await using var api = await running.StartAsync(databases: database.Roles);
        api.Clock.Now = At("2026-04-10T09:00:00Z");
        var leicestershire = await TestPartnership.LeicestershireAsync(api);
        var owner = leicestershire.Partnership;
        var csv = Plan.Leicestershire("2026-2029");
        var schemeId = await leicestershire.ImportPlanAsync(csv);
        var simple = new SimpleBoard(csv, Day(api.Clock.Now));
        var ids = (await owner.Viewer.WalkAsync($"/v1/assignments?schemeId={schemeId}")).ToDictionary(
            a => (a.Text("authorityCode")!, a.Text("reference")!), a => (Id: a.Id(), ActionId: a.Id("actionId")));
        ids.Count.ShouldBe(simple.All.Count);

        var posts = await PostAsync(leicestershire, simple, ids);

        api.Clock.Now = At("2026-11-22T10:00:00Z");
        TestContext.Current.TestOutputHelper?.WriteLine($"{posts} posts");
        DateOnly[] days = [new(2026, 11, 22), new(2026, 10, 25), new(2026, 7, 15), new(2026, 4, 9)];
        foreach (var day in days)
        {
            await CompareAsync(simple, owner.Viewer, schemeId, day, Councils, Councils);
            await CompareSlippageAsync(simple, owner.Viewer, schemeId, day, Councils);
        }

        // A member alone: its own column and no more.
        foreach (var council in leicestershire.Authorities)
        {
            await CompareAsync(simple, council.Viewer, schemeId, new(2026, 10, 25), [council.Code], [council.Code], partial: true);
        }

        // Once the partnership shares headlines, a member sees them all.
        await database.RunAsync("update organisations set shares_headlines = true where id = $1", owner.Id);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await CompareAsync(simple, leicestershire["NWL"].Viewer, schemeId, new(2026, 11, 22), Councils, Councils);

        // Who has left is counted on the days on which it belonged.
        await database.RunAsync("update memberships set to_on = '2026-09-30' where authority_id = $1", leicestershire["HDC"].Id);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        string[] six = [.. Councils.Where(c => c != "HDC")];
        await CompareAsync(simple, owner.Viewer, schemeId, new(2026, 11, 22), six, six);
        await CompareAsync(simple, owner.Viewer, schemeId, new(2026, 10, 1), six, six);
        await CompareAsync(simple, owner.Viewer, schemeId, new(2026, 9, 30), Councils, Councils);
        await CompareSlippageAsync(simple, owner.Viewer, schemeId, new(2026, 11, 22), six);
        await CompareSlippageAsync(simple, owner.Viewer, schemeId, new(2026, 9, 30), Councils);

        (await owner.Viewer.GetAnswerAsync($"/v1/board/progress?schemeId={schemeId}&asOf=2026-11-23")).ShouldRefuse(
            HttpStatusCode.BadRequest, "in-the-future", "asOf");
    }

    /// <summary>A varied set of posts, the same each run: reports, moves of both kinds, exceptions, withdrawals.</summary>
    private static async Task<int> PostAsync(TestPartnership leicestershire, SimpleBoard simple,
        Dictionary<(string, string), (Guid Id, Guid ActionId)> ids)
    {
        var random = new Random(20261122);
        var (coordinator, posts) = (leicestershire.Partnership.Coordinator, 0);
        foreach (var instant in Instants)
        {
            leicestershire.Api.Clock.Now = At(instant);
            var today = Day(leicestershire.Api.Clock.Now);
            foreach (var work in random.GetItems([.. simple.All.OrderBy(w => w.Council, StringComparer.Ordinal)
                .ThenBy(w => w.Reference, StringComparer.Ordinal)], 22).Distinct())
            {
                var (id, actionId) = ids[(work.Council, work.Reference)];
                var lead = leicestershire[work.Council].Lead;
                var choice = random.Next(10);
                if (work.Withdrawn)
                {
                    var text = (await coordinator.ReadAsync($"/v1/actions/{actionId}")).GetProperty("crossReference").Text("text");
                    (await coordinator.ChangeAsync(HttpMethod.Put, $"/v1/actions/{actionId}/cross-reference",
                        new { text, reason = "Named again." }, $"/v1/actions/{actionId}")).With(HttpStatusCode.OK);
                    simple.All.Where(w => w.Reference == work.Reference && w.Withdrawn).ToList().ForEach(w => w.Withdraw(today, false));
                }
                else if (choice == 0)
                {
                    (await coordinator.ChangeAsync(HttpMethod.Post, $"/v1/assignments/{id}/withdraw", new { reason = "Not theirs." },
                        $"/v1/assignments/{id}")).With(HttpStatusCode.OK);
                    work.Withdraw(today, true);
                }
                else if (choice <= 2 && !work.Recurs)
                {
                    var target = work.HasOwn ? random.GetItems(OwnTargets, 1)[0] : OwnTargets[random.Next(OwnTargets.Length - 1)];
                    (await lead.PostAsync($"/v1/assignments/{id}/target-moves", new { target, reason = $"Reason {posts}" })).With(
                        HttpStatusCode.Created);
                    work.MoveOwn(today, target, $"Reason {posts}");
                }
                else if (work is { Status: "notApplicable", Accepted: false } && choice <= 5)
                {
                    (await coordinator.ChangeAsync(HttpMethod.Post, $"/v1/assignments/{id}/accept-exception", new { },
                        $"/v1/assignments/{id}")).With(HttpStatusCode.OK);
                    work.Accept(today);
                }
                else
                {
                    var status = Statuses[random.Next(Statuses.Length)];
                    bool? finished = status == "completed" && random.Next(8) == 0 ? true : null;
                    (await lead.PostAsync($"/v1/assignments/{id}/progress-updates", new
                    {
                        status,
                        finished,
                        reason = status == "notApplicable" ? "No such service here." : null,
                        narrative = "Done so far."
                    }))
                        .With(HttpStatusCode.Created);
                    work.Report(today, status, finished == true);
                }

                posts++;
            }

            // The owner's own moves, of actions that nobody was withdrawn from.
            foreach (var (reference, target) in new[] { ("1.2/3", "September 2026"), ("2.4/3", "On-going"), ("1.5/1", "May 2027"),
                ("2.1/2", "November 2026"), ("2.4/3", "October 2026") })
            {
                var concerned = simple.All.Where(w => w.Reference == reference).ToList();
                if (random.Next(12) > 1 || concerned.Exists(w => w.Withdrawn))
                {
                    continue;
                }

                var path = $"/v1/actions/{ids[(concerned[0].Council, reference)].ActionId}";
                var before = (await coordinator.ReadAsync(path)).Text("target");
                if (before == target)
                {
                    continue;
                }

                (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { target, reason = $"The board agreed {posts}" })).With(
                    HttpStatusCode.OK);
                concerned.ForEach(w => w.MoveShared(today, target, $"The board agreed {posts}"));
                posts++;
            }
        }

        return posts;
    }

    private static async Task CompareAsync(SimpleBoard simple, HttpClient viewer, Guid schemeId, DateOnly day, string[] members,
        string[] columns, bool partial = false)
    {
        var board = await viewer.ReadAsync($"/v1/board/progress?schemeId={schemeId}&asOf={day:yyyy-MM-dd}");
        (board.Flag("partial"), board.Number("visibleAuthorities")).ShouldBe((partial, columns.Length));
        Same(simple.Figures(day, members), board.GetProperty("totals"), $"{day} totals");
        board.Items("authorities").Select(a => a.Text("code")).ShouldBe(columns);
        foreach (var column in board.Items("authorities"))
        {
            Same(simple.Figures(day, members, council: column.Text("code")), column, $"{day} {column.Text("code")}");
        }

        board.Items("themes").Select(t => t.Text("number")).ShouldBe(["1", "2", "3", "4", "5"]);
        foreach (var theme in board.Items("themes"))
        {
            Same(simple.Figures(day, members, theme.Text("number")), theme.GetProperty("totals"), $"{day} theme {theme.Text("number")}");
            theme.Items("authorities").Select(a => a.Text("code")).ShouldBe(columns);
            foreach (var cell in theme.Items("authorities"))
            {
                Same(simple.Figures(day, members, theme.Text("number"), cell.Text("code")), cell,
                    $"{day} theme {theme.Text("number")} {cell.Text("code")}");
            }
        }
    }

    private static void Same(Dictionary<string, int> expected, JsonElement shown, string where)
    {
        var figures = Groups.SelectMany(group => shown.GetProperty(group).EnumerateObject()
            .Select(p => ($"{group}.{p.Name}", p.Value.GetInt32())))
            .Append(("expected", shown.Number("expected"))).Where(f => f.Item2 > 0);
        string.Join(" ", figures.OrderBy(f => f.Item1, StringComparer.Ordinal).Select(f => $"{f.Item1}={f.Item2}"))
            .ShouldBe(string.Join(" ", expected.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")), where);
    }

    private static async Task CompareSlippageAsync(SimpleBoard simple, HttpClient viewer, Guid schemeId, DateOnly day, string[] members)
    {
        var shown = await viewer.WalkAsync($"/v1/board/slippage?schemeId={schemeId}&asOf={day:yyyy-MM-dd}", limit: 7);
        var order = shown.Select(s => (s.Number("daysOverdue") == 0, s.Day("dueBy") ?? s.Day("baselineDueBy"), s.Text("assignmentId")))
            .ToList();
        order.ShouldBe(order.OrderBy(o => o.Item1).ThenBy(o => o.Item2).ThenBy(o => o.Item3, StringComparer.Ordinal));
        shown.Select(
            s => new Slip(s.Text("authorityCode")!, s.Text("reference")!, s.Day("dueBy"), s.Day("baselineDueBy"), s.Number("daysOverdue"),
                s.Text("daysSlipped") is null ? null : s.Number("daysSlipped"), s.Number("timesMoved"), s.Text("lastReason")))
            .ShouldBe(simple.Slipped(day, members), ignoreOrder: true, $"{day}");
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The day in London, told by hand: summer time of 2026 runs from 29 March to 25 October, 01:00 UTC.</summary>
    private static DateOnly Day(DateTimeOffset at) =>
        DateOnly.FromDateTime(at.UtcDateTime.AddHours(at < new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero) ? 1 : 0));
}
