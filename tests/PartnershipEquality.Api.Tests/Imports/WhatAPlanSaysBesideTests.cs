using System.Net;
using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>
/// What a plan says beside its columns: how it numbers things, what is not for it, its notes and where it says that it stands.
/// </summary>
public sealed class WhatAPlanSaysBesideTests(RunningApi running)
{
    private static readonly string[] Kinds = ["label", "notApplicable", "note", "status", "statusText", "responsibleAsWritten"];

    [Theory]
    [InlineData("city-equality-action-plan-2013.txt", 0, 0, 0, 0, 0, 0)]
    [InlineData("york-equality-improvement-plan-2011.txt", 0, 0, 0, 0, 0, 0)]
    [InlineData("melton-esg-action-plan-2014.txt", 2, 5, 0, 4, 5, 8)]
    [InlineData("borough-equality-action-plan-2022-23.txt", 22, 0, 0, 0, 0, 0)]
    [InlineData("leicestershire-partnership-scheme-2011-2014.txt", 0, 0, 0, 0, 0, 0)]
    public async Task It_goes_live_with_a_real_plan_and_out_and_in_again(string name, int labels, int notApplicable, int notes,
        int statuses, int statusTexts, int responsibles)
    {
        await using var stream = typeof(WhatAPlanSaysBesideTests).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);

        await GoesRoundAsync(bytes.ToArray(), name, labels, notApplicable, notes, statuses, statusTexts, responsibles);
    }

    [Fact]
    public async Task Notes_go_live_and_out_and_in_again_whatever_they_are_headed()
    {
        // Under "Ref" stands what is no number, "Colour of folder" means nothing to a plan, and who leads what is not applicable is kept.
        const string table = "Theme\tRef\tObjective\tAction\tLead\tBy when\tRAG\tProgress to date\tColour of folder\n"
            + "Access\tA-x\tOpen doors\tBuild a ramp\tEstates\tJune 2027\tAmber - late\tOrdered in May\t=Blue\n"
            + "Access\tA-y\tOpen doors\tPaint it\tEstates\tJuly 2027\tMauve\t\tGreen\n"
            + "Access\t\tListen\tN/A\tHR\t\t\t\tGrey\n";

        await GoesRoundAsync(Encoding.UTF8.GetBytes(table), "plan.tsv", 0, 1, 6, 1, 2, 0);
    }

    [Fact]
    public async Task An_authority_sees_beside_its_assignment_where_the_plan_says_that_it_stands_and_has_reported_nothing()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var csv = Plan.Csv(["Theme", "Reference", "Action", "Cross-reference", "Status", "Status as written"],
            ["Access", "1.1", "Build a ramp", "ALL", "complete", "Dec 2013 - done"], ["", "", "Paint it", "ALL", "", ""]);
        var import = (await partnership.Partnership.Admin.UploadAsync(csv)).With(HttpStatusCode.Created);
        (await partnership.Partnership.Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created);

        var assignments = await partnership.Authorities[0].Viewer.WalkAsync("/v1/assignments");
        var ramp = await partnership.Authorities[0].Viewer.ReadAsync(
            $"/v1/assignments/{assignments.Single(a => a.Text("reference") == "1.1/1").Id()}");
        var paint = await partnership.Authorities[0].Viewer.ReadAsync(
            $"/v1/assignments/{assignments.Single(a => a.Text("reference") == "1.1/2").Id()}");

        (ramp.GetProperty("planStatus").Text("status"), ramp.GetProperty("planStatus").Text("text"),
            ramp.Text("status")).ShouldBe(("completed", "Dec 2013 - done", "notStarted"));
        paint.TryGetProperty("planStatus", out _).ShouldBeFalse();
    }

    /// <summary>The live plan, its JSON and what its tables are read as again say just what was read at first.</summary>
    private async Task GoesRoundAsync(byte[] file, string name, params int[] expected)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var import = (await council.Admin.UploadAsync(file, null, null, fileName: name)).With(HttpStatusCode.Created);
        var said = OfImport(import);
        Kinds.Select(kind => said.Count(line => line.Contains($" {kind}: ", StringComparison.Ordinal)))
            .ShouldBe(expected, string.Join('\n', said));

        var scheme = (await council.Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created).Id("schemeId");

        (await OfLivePlanAsync(council.Viewer, scheme)).ShouldBe(said, "the live plan");
        var ct = TestContext.Current.CancellationToken;
        OfJson(JsonDocument.Parse(await council.Viewer.GetByteArrayAsync($"/v1/exports/schemes/{scheme}.json", ct)).RootElement)
            .ShouldBe(said, "as JSON");
        foreach (var format in new[] { "csv", "xlsx", "docx" })
        {
            var exported = await council.Viewer.GetByteArrayAsync($"/v1/exports/schemes/{scheme}.{format}", ct);
            var again = (await council.Admin.UploadAsync(exported, import.Text("startsOn"), import.Text("endsOn"),
                fileName: $"plan.{format}")).With(HttpStatusCode.Created);
            OfImport(again).ShouldBe(said, $"as {format}");
            again.Items("problems").ShouldNotContain(p => p.Text("code") == "unknown-column" || p.Text("severity") == "error", format);
        }
    }

    private static List<string> OfImport(JsonElement import) =>
        Said(import.GetProperty("plan").Items("themes"), theme => theme.Items("commitments"), commitment => commitment.Items("actions"),
        action => (Maybe(action, "status"), Maybe(action, "statusText")));

    private static List<string> OfJson(JsonElement export) =>
        Said(export.Items("themes"), theme => theme.Items("commitments"), commitment => commitment.Items("actions"), PlanStatus);

    private static async Task<List<string>> OfLivePlanAsync(HttpClient viewer, Guid scheme)
    {
        var commitments = (await viewer.WalkAsync($"/v1/schemes/{scheme}/commitments")).ToLookup(c => c.Id("themeId"));
        var actions = new Dictionary<Guid, JsonElement>();
        foreach (var row in await viewer.WalkAsync($"/v1/schemes/{scheme}/actions"))
        {
            var action = actions[row.Id()] = await viewer.ReadAsync($"/v1/actions/{row.Id()}");
            (row.Text("label"), PlanStatus(row), row.GetProperty("notes").GetRawText()).ShouldBe((action.Text("label"), PlanStatus(action),
                action.GetProperty("notes").GetRawText()), "in the list as alone");
        }

        return Said(await viewer.WalkAsync($"/v1/schemes/{scheme}/themes"), theme => [.. commitments[theme.Id()]],
            commitment => [.. commitment.Items("actions").Select(a => actions[a.Id()])], PlanStatus);
    }

    private static (string?, string?) PlanStatus(JsonElement action) =>
        action.TryGetProperty("planStatus", out var status) ? (Maybe(status, "status"), status.Text("text")) : (null, null);

    /// <summary>A line for each thing that is said, after where it is said.</summary>
    private static List<string> Said(
        IReadOnlyList<JsonElement> themes, Func<JsonElement, IReadOnlyList<JsonElement>> commitmentsOf,
            Func<JsonElement, IReadOnlyList<JsonElement>> actionsOf, Func<JsonElement, (string?, string?)> statusOf)
    {
        var lines = new List<string>();
        void Say(string? where, string kind, string? text) => lines.AddRange(text is null ? [] : [$"{where} {kind}: {text}"]);
        void SayNotes(JsonElement of) =>
            lines.AddRange(of.Items("notes").Select(note => $"{of.Text("reference")} note: {note.Text("heading")}: {note.Text("text")}"));
        foreach (var theme in themes)
        {
            Say(theme.Text("title"), "label", Maybe(theme, "label"));
            foreach (var commitment in commitmentsOf(theme))
            {
                Say(commitment.Text("reference"), "label", Maybe(commitment, "label"));
                Say(commitment.Text("reference"), "notApplicable", Maybe(commitment, "notApplicable"));
                SayNotes(commitment);
                foreach (var action in actionsOf(commitment))
                {
                    var (status, statusText) = statusOf(action);
                    Say(action.Text("reference"), "label", Maybe(action, "label"));
                    Say(action.Text("reference"), "status", status);
                    Say(action.Text("reference"), "statusText", statusText);
                    Say(action.Text("reference"), "responsibleAsWritten", Maybe(action, "responsibleAsWritten"));
                    SayNotes(action);
                }
            }
        }

        return lines;
    }

    private static string? Maybe(JsonElement json, string name) => json.TryGetProperty(name, out _) ? json.Text(name) : null;
}
