using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Assignments;

public sealed class ListAssignmentsTests(RunningApi running)
{
    [Fact]
    public async Task Each_filter_answers_what_fits_and_nothing_else()
    {
        var (partnership, plan) = await MixedAsync();
        var viewer = partnership.Partnership.Viewer;
        var all = await viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}");
        all.Count.ShouldBe(12);
        var first = all[0];
        bool Wanted(JsonElement a) => a.Text("status") is not ("completed" or "notApplicable");
        var checks = new Dictionary<string, Func<JsonElement, bool>>
        {
            [$"themeId={first.Text("themeId")}"] = _ => true,
            [$"commitmentId={first.Text("commitmentId")}"] = a => a.Text("reference")!.StartsWith("1.1/", StringComparison.Ordinal),
            [$"actionId={first.Text("actionId")}"] = a => a.Text("reference") == "1.1/1",
            [$"authorityId={partnership.Authorities[1].Id}"] = a => a.Id("authorityId") == partnership.Authorities[1].Id,
            ["status=atRisk,completed"] = a => a.Text("status") is "atRisk" or "completed",
            ["overdue=true"] = a => Wanted(a) && a.Day("dueBy") < new DateOnly(2026, 11, 22),
            ["overdue=false"] = a => !(Wanted(a) && a.Day("dueBy") < new DateOnly(2026, 11, 22)),
            ["noTarget=true"] = a => a.Text("targetText") is null,
            ["noTarget=false"] = a => a.Text("targetText") is not null,
            ["dueBefore=2027-03-31"] = a => a.Day("dueBy") < new DateOnly(2027, 3, 31),
            ["dueAfter=2026-12-31"] = a => a.Day("dueBy") > new DateOnly(2026, 12, 31),
            ["dueAfter=2026-10-30&dueBefore=2026-11-01&overdue=true"] = a => a.Text("dueBy") == "2026-10-31",
            ["q=TOOLKIT"] = a => a.Text("action")!.Contains("toolkit", StringComparison.Ordinal),
            ["q=100%25"] = a => a.Text("action")!.Contains("100%", StringComparison.Ordinal),
            ["q=_"] = _ => false,
            ["q=promise%201.2"] = a => a.Text("reference")!.StartsWith("1.2/", StringComparison.Ordinal),
            ["notUpdated=true"] = _ => false,
            ["withdrawn=true"] = _ => false,
        };
        foreach (var (filter, fits) in checks)
        {
            (await viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}&{filter}")).Select(a => a.Id())
                .ShouldBe(all.Where(fits).Select(a => a.Id()), filter);
        }

        (await partnership.Authorities[0].Viewer.WalkAsync($"/v1/assignments?authorityId={partnership.Authorities[1].Id}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("id", 1)]
    [InlineData("id", 5)]
    [InlineData("dueBy", 1)]
    [InlineData("dueBy", 5)]
    public async Task A_walk_by_pages_meets_each_row_once_in_order(string sort, int limit)
    {
        var (partnership, plan) = await MixedAsync();
        var viewer = partnership.Partnership.Viewer;
        var all = await viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}");

        var walked = await viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}&sort={sort}", limit);

        // Ties by id; those that show no date come last, whatever date they have kept.
        var expected = sort == "id" ? all
            : [.. all.OrderBy(a => a.Text("dueBy") ?? "9999", StringComparer.Ordinal).ThenBy(a => a.Text("id"), StringComparer.Ordinal)];
        walked.Select(a => a.Id()).ShouldBe(expected.Select(a => a.Id()));
    }

    [Fact]
    public async Task A_cursor_serves_the_list_it_was_made_for_alone()
    {
        var (partnership, plan) = await MixedAsync();
        var viewer = partnership.Partnership.Viewer;
        var cursor = (await viewer.ReadAsync($"/v1/assignments?schemeId={plan.SchemeId}&limit=2")).Text("nextCursor");

        foreach (var path in new[] { $"?schemeId={plan.SchemeId}&sort=dueBy&limit=2&cursor={cursor}", $"?limit=2&cursor={cursor}",
            "?cursor=x", $"?schemeId={plan.SchemeId}&status=atRisk&cursor={cursor}" })
        {
            (await viewer.GetAnswerAsync($"/v1/assignments{path}")).ShouldRefuse(HttpStatusCode.BadRequest, "cursor-invalid");
        }

        (await partnership.Authorities[0].Viewer.GetAnswerAsync(
            $"/v1/assignments?schemeId={plan.SchemeId}&limit=2&cursor={cursor}")).ShouldRefuse(HttpStatusCode.BadRequest, "cursor-invalid");
        foreach (var (path, pointer) in new[] { ("?sort=name", "sort"), ("?limit=201", "limit"), ("?limit=0", "limit"),
            ("?status=late", "status"), ("?dueBefore=soon", "dueBefore"), ("?colour=red", "colour") })
        {
            var refused = await viewer.GetAnswerAsync($"/v1/assignments{path}");
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, path);
            refused.Pointers.ShouldContain(pointer);
        }
    }

    /// <summary>Two councils, six actions: dates alike and apart, none, completed, not applicable with a date kept.</summary>
    private async Task<(TestPartnership Partnership, LivePlan Plan)> MixedAsync()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(
            new("1.1", "Refresh the toolkit", "March 2027"), new("1.1", "Publish", "March 2027"), new("1.1", "Train all", "October 2026"),
            new("1.2", "Reach 100% of staff", "On-going"), new("1.2", "Meet"), new("1.2", "Report", "December 2026 and yearly thereafter"));
        var (a, b) = (partnership.Authorities[0], partnership.Authorities[1]);
        async Task ReportAsync(TestOrganisation council, string reference, string status) =>
            (await council.Officer.PostAsync($"{plan.Of(council, reference)}/progress-updates",
                new { status, reason = "None here.", finished = status == "completed" ? true : (bool?)null })).With(HttpStatusCode.Created);
        await ReportAsync(a, "1.1/1", "notApplicable");
        await ReportAsync(a, "1.2/3", "completed");
        await ReportAsync(b, "1.1/2", "completed");
        await ReportAsync(b, "1.1/3", "notApplicable");
        await ReportAsync(b, "1.2/1", "atRisk");
        return (partnership, plan);
    }
}
