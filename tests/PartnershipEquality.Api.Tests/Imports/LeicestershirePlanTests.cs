namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>The real plan of seven councils, uploaded and applied as a coordinator would, both as written and fifteen years on.</summary>
public sealed class LeicestershirePlanTests(RunningApi running)
{
    [Theory]
    [InlineData("2011-2014", "2011-04-01", "2014-03-31", 2011, "closed")]
    [InlineData("2026-2029", "2026-04-01", "2029-03-31", 2026, "inForce")]
    public async Task The_whole_plan_goes_live_for_the_seven_councils(string years, string startsOn, string endsOn, int year, string stage)
    {
        await using var database = await running.NewDatabaseAsync("leicestershire");
        await using var api = await running.StartAsync(databases: database.Roles);
        var leicestershire = await TestPartnership.LeicestershireAsync(api);
        var board = leicestershire.Partnership.Viewer;
        var schemeId = await leicestershire.ImportPlanAsync(Plan.Leicestershire(years), startsOn, endsOn);

        var scheme = await board.ReadAsync($"/v1/schemes/{schemeId}");
        (scheme.Text("stage"), scheme.Number("commitments"), scheme.Number("actions"),
            scheme.Number("unassignedActions")).ShouldBe((stage, 29, 46, 6));
        scheme.Items("themes").Select(t => t.Text("number")).ShouldBe(["1", "2", "3", "4", "5"]);
        var commitments = await board.WalkAsync($"/v1/schemes/{schemeId}/commitments", limit: 10);
        commitments.Count.ShouldBe(29);
        commitments.Where(c => c.Items("actions").Count == 0).ShouldHaveSingleItem().Text("reference").ShouldBe("4.1");
        commitments.Single(c => c.Text("reference") == "4.6").Text("title").ShouldBeNull();
        commitments.Sum(c => c.Items("actions").Count).ShouldBe(46);

        var all = await board.WalkAsync($"/v1/assignments?schemeId={schemeId}");
        all.Count.ShouldBe(249);
        all.CountBy(a => a.Text("authorityCode")!).ToDictionary(c => c.Key, c => c.Value)
            .ShouldBe(new Dictionary<string, int>
            {
                ["BDC"] = 34,
                ["CBC"] = 36,
                ["HDC"] = 36,
                ["HBBC"] = 34,
                ["MBC"] = 37,
                ["NWL"] = 35,
                ["OWDC"] = 37
            }, ignoreOrder: true);
        foreach (var council in leicestershire.Authorities)
        {
            var own = await council.Viewer.WalkAsync($"/v1/assignments?schemeId={schemeId}");
            own.Select(a => a.Id()).ShouldBe(all.Where(a => a.Text("authorityCode") == council.Code).Select(a => a.Id()));
        }

        string DueOf(string council, string reference) =>
            all.Single(a => a.Text("authorityCode") == council && a.Text("reference") == reference).Text("dueBy") ?? "none";
        foreach (var council in leicestershire.Authorities)
        {
            var due = council.Code is "NWL" or "HBBC" or "BDC" ? $"{year}-08-31" : $"{year}-10-31";
            new[] { "1.2/1", "1.2/2", "1.2/3", "1.2/4" }.Select(r => DueOf(council.Code, r))
                .ShouldBe([due, due, $"{year}-07-31", "none"], council.Code);
        }

        var ongoing = all.First(a => a.Text("reference") == "1.2/4");
        (ongoing.Flag("noTarget"), ongoing.Text("targetText")).ShouldBe((false, "On-going"));
        var unassigned = await board.WalkAsync($"/v1/schemes/{schemeId}/actions?unassigned=true");
        unassigned.Select(a => a.Text("reference")).ShouldBe(["2.2/1", "2.4/2", "4.6/1", "5.3/1", "5.3/2", "5.4/1"]);
        (await board.WalkAsync($"/v1/schemes/{schemeId}/actions?unassigned=false")).Count.ShouldBe(40);

        all.Where(a => a.Text("qualifier") is not null).Select(a => $"{a.Text("authorityCode")}: {a.Text("qualifier")}")
            .ShouldBe(["MBC: pilot scheme for vulnerable adults aged 18 - 5918+", "CBC: BTEC"]);
        var welland = await board.ReadAsync($"/v1/actions/{all.First(a => a.Text("reference") == "2.7/1").Text("actionId")}");
        welland.GetProperty("crossReference").Items("outsideBodies").Select(b => b.GetString()).ShouldBe(["WELLAND PARTNERSHIP"]);
        welland.Items("authorities").Count.ShouldBe(7);
    }
}
