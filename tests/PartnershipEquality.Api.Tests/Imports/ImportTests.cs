using System.Net;
using System.Text;

namespace PartnershipEquality.Api.Tests.Imports;

public sealed class ImportTests(RunningApi running)
{
    private static readonly string[] Header = ["Theme", "Reference", "Commitment", "Action", "Target date", "Cross-reference"];

    private static readonly string[] Tables = ["schemes", "themes", "commitments", "actions", "cross_references", "assignments",
        "assignment_states", "occurrences"];

    [Fact]
    public async Task The_template_says_every_column_and_its_own_example_row_goes_live_again()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 3);
        var template = await partnership.Partnership.Coordinator.GetAnswerAsync("/v1/imports/template.csv");
        template.Status.ShouldBe(HttpStatusCode.OK);
        template.Body.TrimStart('\uFEFF')
            .ShouldStartWith(
                "Theme number,Theme,Reference,Commitment,Responsible officer,Action,Outcome,Measures,Target date,Cross-reference");

        var codes = string.Join("; ", partnership.Authorities.Select(a => a.Code));
        var schemeId = await partnership.ImportPlanAsync(template.Body.Replace("NWL; HBBC; BDC", codes, StringComparison.Ordinal));

        var action = (await partnership.Partnership.Viewer.WalkAsync($"/v1/schemes/{schemeId}/actions")).ShouldHaveSingleItem();
        action.Items("authorityIds").Count.ShouldBe(3);
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/actions/{action.Id()}")).Items("milestones").Select(m => m.Text("text"))
            .ShouldBe(["Draft agreed", "Consultation closes"]);
    }

    [Fact]
    public async Task Errors_in_the_plan_refuse_to_apply_and_nothing_is_saved()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var coordinator = partnership.Partnership.Coordinator;
        var csv = Plan.Csv(Header, ["Knowing", "1.1", "Promise", "Do it", "March 2027", "ALL"],
            ["Knowing", "1.2", "Promise", "", "May 2027", "ALL"]);
        var import = (await coordinator.UploadAsync(csv)).With(HttpStatusCode.Created);
        var problem = import.Items("problems").Single(p => p.Text("severity") == "error");
        (problem.Number("row"), problem.Text("column"), problem.Text("code")).ShouldBe((3, "Action", "action-missing"));

        var refused = await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply");

        refused.ShouldRefuse(HttpStatusCode.Conflict, "import-has-problems", "row 3, Action");
        (await RowsAsync(partnership)).ShouldBe(0);
        (await coordinator.ReadAsync($"/v1/imports/{import.Text("id")}")).Text("status").ShouldBe("read");
        (await coordinator.WalkAsync("/v1/schemes")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_is_applied_once()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var coordinator = partnership.Partnership.Coordinator;
        var import = (await coordinator.UploadAsync(Plan.Of(new Plan.Row("1.1", "Do it", "March 2027")))).With(HttpStatusCode.Created);
        var path = $"/v1/imports/{import.Text("id")}/apply";

        // Both at once: one waits for the other and then finds it done.
        var answers = await Task.WhenAll(coordinator.PostAsync(path), coordinator.PostAsync(path));

        answers.Select(a => a.Status).ShouldBe([HttpStatusCode.Created, HttpStatusCode.Conflict], ignoreOrder: true);
        (await coordinator.PostAsync(path)).ShouldRefuse(HttpStatusCode.Conflict, "import-applied");
        (await coordinator.WalkAsync("/v1/schemes")).ShouldHaveSingleItem();
        (await coordinator.ReadAsync($"/v1/imports/{import.Text("id")}")).Text("status").ShouldBe("applied");
    }

    [Theory]
    [InlineData("empty", "file", "file-empty")]
    [InlineData("unclosed quote", "file", "file-unreadable")]
    [InlineData("no file", "file", "required")]
    [InlineData("no first day", "startsOn", "required")]
    [InlineData("a last day that is none", "endsOn", "format")]
    [InlineData("a stage that is none", "stage", "unknown-value")]
    [InlineData("an end before the start", "endsOn", "out-of-range")]
    public async Task A_form_that_cannot_be_used_names_the_field(string fault, string field, string code)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = Encoding.UTF8.GetBytes(Plan.Of(new Plan.Row("1.1", "Do it")));
        var file = fault switch
        {
            "empty" => [],
            "unclosed quote" => [.. plan, .. "\"1\",\"never closed"u8],
            "no file" => null,
            _ => plan,
        };

        var refused = await partnership.Partnership.Coordinator.UploadAsync(file, fault == "no first day" ? null : "2026-04-01",
            fault switch
            {
                "a last day that is none" => "31 March",
                "an end before the start" => "2026-03-31",
                _ =>
                "2029-03-31"
            }, fault == "a stage that is none" ? "soon" : null);

        refused.ShouldRefuse(HttpStatusCode.BadRequest, code, field);
        (await partnership.Partnership.Coordinator.WalkAsync("/v1/imports")).ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_25_MB_is_refused_as_too_large()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var coordinator = partnership.Partnership.Coordinator;
        var file = new byte[(25 * 1024 * 1024) + 1];
        Array.Fill(file, (byte)'a');

        (await coordinator.UploadAsync(file)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await coordinator.WalkAsync("/v1/imports")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_authority_s_own_plan_gives_it_one_assignment_for_each_action_and_nobody_else_any()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (mine, other) = (partnership.Authorities[0], partnership.Authorities[1]);
        var schemeId = await mine.ImportPlanAsync(
            Plan.Of(new("1.1", "Do it", "March 2027", ""), new("1.1", "Do more", "On-going", ""), new("1.2", "Do all", "", "")));

        var own = await mine.Viewer.WalkAsync($"/v1/assignments?schemeId={schemeId}");

        own.Select(a => (a.Id("authorityId"), a.Id("ownerId"), a.Text("reference")))
            .ShouldBe([(mine.Id, mine.Id, "1.1/1"), (mine.Id, mine.Id, "1.1/2"), (mine.Id, mine.Id, "1.2/1")]);
        foreach (var stranger in new[] { other, partnership.Partnership })
        {
            (await stranger.Admin.GetAnswerAsync($"/v1/schemes/{schemeId}")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            (await stranger.Admin.GetAnswerAsync($"/v1/assignments/{own[0].Id()}")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task Another_organisation_s_import_is_not_there()
    {
        var (mine, theirs) = (await TestPartnership.CreateAsync(running, members: 1),
            await TestPartnership.CreateAsync(running, members: 1));
        var id = (await mine.Partnership.Coordinator.UploadAsync(Plan.Of(new Plan.Row("1.1", "Do it")))).With(HttpStatusCode.Created)
            .Text("id");
        (await mine.Partnership.Coordinator.ReadAsync($"/v1/imports/{id}")).Text("id").ShouldBe(id);

        foreach (var stranger in new[] { theirs.Partnership.Admin, mine.Authorities[0].Admin })
        {
            (await stranger.GetAnswerAsync($"/v1/imports/{id}")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            (await stranger.PostAsync($"/v1/imports/{id}/apply")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            (await stranger.WalkAsync("/v1/imports")).ShouldBeEmpty();
        }

        (await mine.Partnership.Viewer.UploadAsync(Plan.Of(new Plan.Row("1.1", "Do it")))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task ALL_is_who_belonged_on_the_first_day_and_who_joined_later_is_named()
    {
        var founded = await TestPartnership.CreateAsync(running, members: 2);
        var (partnership, later) = await founded.WithMemberAsync(new DateOnly(2026, 9, 1));
        var (_, left) = await founded.WithMemberAsync(new DateOnly(2025, 4, 1), new DateOnly(2026, 3, 31));
        var schemeId = await partnership.ImportPlanAsync(
            Plan.Of(new("1.1", "For all"), new("1.1", "For the late one", For: later.Code), new("1.1", "For who left", For: left.Code)));

        var all = await partnership.Partnership.Viewer.WalkAsync($"/v1/assignments?schemeId={schemeId}");

        all.Where(a => a.Text("reference") == "1.1/1").Select(a => a.Id("authorityId"))
            .ShouldBe(founded.Authorities.Select(a => a.Id), ignoreOrder: true);
        all.Where(a => a.Text("reference") == "1.1/2").Select(a => a.Id("authorityId")).ShouldBe([later.Id]);
        all.ShouldNotContain(a => a.Text("reference") == "1.1/3");
        var gone = (await partnership.Partnership.Viewer.WalkAsync(
            $"/v1/schemes/{schemeId}/actions?unassigned=true")).ShouldHaveSingleItem();
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/actions/{gone.Id()}")).GetProperty("crossReference").Items("unresolved")
            .Select(u => u.GetString()).ShouldBe([left.Code]);
    }

    private async Task<long> RowsAsync(TestPartnership partnership)
    {
        var union = string.Join(" union all ", Tables.Select(table => $"select owner_id from {table}"));
        return (await running.Database.ReadAsync($"select count(*) from ({union}) rows where owner_id = $1", r => r.GetInt64(0),
            partnership.Partnership.Id)).Single();
    }
}
