using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>The TypeScript client is the one made from the document, compiles with nothing left loose, and its example works.</summary>
public sealed class TypeScriptClientTests(RunningApi running)
{
    [Fact]
    public async Task Its_types_are_those_made_from_the_document()
    {
        var folder = Directory.CreateTempSubdirectory("equality-types-").FullName;
        var (made, document) = (Path.Combine(folder, "schema.ts"), Path.Combine(folder, "v1.json"));
        await File.WriteAllTextAsync(document, await running.Api.Client()
            .GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var (exit, said) = await NodeTools.RunAsync("generate", "--", made, document);
        exit.ShouldBe(0, said);
        await Repository.HoldAsync("openapi/typescript/src/schema.ts",
            (await File.ReadAllTextAsync(made, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Its_example_keeps_a_file_in_step_over_two_runs()
    {
        var ct = TestContext.Current.CancellationToken;
        var (exit, said) = await NodeTools.RunAsync("build");
        exit.ShouldBe(0, said);
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(
            [.. Enumerable.Range(1, 3).Select(i => new Plan.Row($"1.{i}", $"Do part {i}", "31 March 2027"))]);
        var folder = Directory.CreateTempSubdirectory("equality-in-step-").FullName;
        var file = Path.Combine(folder, "assignments.json");

        await RunAsync(council, file);
        await ShouldHoldAsync(file, council);
        var assignments = await council.Viewer.WalkAsync("/v1/assignments");
        assignments.Count(a => a.Text("status") == "onTrack").ShouldBe(1, "the example reports on one");
        (await council.Admin.ReadAsync("/v1/settings")).Text("mailReplyTo").ShouldBe("equality@example.org");

        (await council.Officer.PostAsync($"{plan.Of(council, "1.2/1")}/progress-updates",
            new { status = "atRisk", narrative = "Short of people." })).With(HttpStatusCode.Created);
        (await partnership.Partnership.Coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council, "1.3/1")}/withdraw",
            new { reason = "Done elsewhere." }, plan.Of(council, "1.3/1"))).With(HttpStatusCode.OK);
        await RunAsync(council, file);
        await ShouldHoldAsync(file, council);
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(TestOrganisation council, string file)
    {
        var (exit, said) = await NodeTools.NodeAsync("typescript/dist/examples/keep-in-step.js", [file],
            ("EQUALITY_URL", running.Api.Address.ToString().TrimEnd('/')), ("EQUALITY_KEY", council.Keys["admin"]));
        exit.ShouldBe(0, said);
    }

    private static async Task ShouldHoldAsync(string file, TestOrganisation council)
    {
        var kept = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .GetProperty("assignments");
        var rows = await council.Viewer.WalkAsync("/v1/assignments");
        kept.EnumerateObject().Select(a => $"{a.Name} {a.Value.Text("status")} {a.Value.Number("version")}").Order()
            .ShouldBe(rows.Select(r => $"{r.Text("id")} {r.Text("status")} {r.Number("version")}").Order());
    }
}
