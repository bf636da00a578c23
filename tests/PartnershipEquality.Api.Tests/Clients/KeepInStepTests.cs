using System.Net;
using System.Text.Json;
using PartnershipEquality.Client;
using PartnershipEquality.Examples;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>The C# client's worked example keeps its file in step, over stops and outages.</summary>
public sealed class KeepInStepTests(RunningApi running)
{
    [Fact]
    public async Task The_file_is_in_step_after_each_run_whatever_happened_on_the_way()
    {
        var ct = TestContext.Current.CancellationToken;
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (council, other) = (partnership.Authorities[0], partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(
            [.. Enumerable.Range(1, 4).Select(i => new Plan.Row($"1.{i}", $"Do part {i}", "31 March 2027"))]);
        var folder = Directory.CreateTempSubdirectory("equality-in-step-").FullName;
        var file = Path.Combine(folder, "assignments.json");
        // Every third request is lost, save what nobody could send again safely.
        var way = new OnTheWay(running.Api, (count, request) => count % 3 == 0 && request.Method != HttpMethod.Patch
            ? throw new HttpRequestException("The line went dead.") : null);
        using var client = way.Client(council.Keys["admin"], new EqualityClientOptions { FirstPause = TimeSpan.Zero });

        await new KeepInStep(client, file).RunAsync(untilCaughtUp: true, ct);
        await ShouldHoldAsync(file, council, 4);

        var again = new KeepInStep(client, file);
        await again.ReportAsync(CSharpClientTests.IdOf(plan, council, "1.1/1"), AssignmentStatus.AtRisk, "Short of people.", "report-1",
            ct);
        await again.SayWhereRepliesGoAsync("equality@example.org", ct);
        (await council.Admin.ReadAsync("/v1/settings")).Text("mailReplyTo").ShouldBe("equality@example.org");
        (await council.Officer.PostAsync($"{plan.Of(council, "1.2/1")}/progress-updates", new { status = "completed" })).With(
            HttpStatusCode.Created);
        (await other.Officer.PostAsync($"{plan.Of(other, "1.2/1")}/progress-updates", new { status = "completed" })).With(
            HttpStatusCode.Created);
        (await partnership.Partnership.Coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council, "1.3/1")}/withdraw",
            new { reason = "Done elsewhere." }, plan.Of(council, "1.3/1"))).With(HttpStatusCode.OK);
        await again.RunAsync(untilCaughtUp: true, ct);
        await ShouldHoldAsync(file, council, 3);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Following_goes_on_until_it_is_cancelled_and_tells_of_each_change_once()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Review every policy", "31 March 2027"));
        using var client = new OnTheWay(running.Api).Client(council.Keys["admin"]);
        var start = (await client.ListChangesAsync(new ListChangesQuery { From = "now" }, stop.Token)).NextCursor;
        var told = new List<string>();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            var reporting = ReportThriceAsync(client, council, plan);
            await foreach (var page in client.FollowChangesAsync(start,
                new FollowOptions { Types = ["progress_update.*"], Limit = 1, Pause = TimeSpan.FromMilliseconds(10) }, stop.Token))
            {
                told.AddRange(page.Items.Select(c => c.Subject));
                if (told.Count == 3)
                {
                    await reporting;
                    await stop.CancelAsync();
                }
            }
        });
        told.Distinct().Count().ShouldBe(3);

        var problem = await Should.ThrowAsync<ProblemException>(
            async () => await client.FollowChangesAsync("nowhere", cancellationToken: TestContext.Current.CancellationToken)
                .GetAsyncEnumerator().MoveNextAsync());
        problem.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task ReportThriceAsync(EqualityClient client, TestOrganisation council, LivePlan plan)
    {
        for (var i = 0; i < 3; i++)
        {
            await CSharpClientTests.ReportAsync(client, council, plan);
        }
    }

    private static async Task ShouldHoldAsync(string file, TestOrganisation council, int count)
    {
        var copy = JsonSerializer.Deserialize<KeepInStep.Copy>(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        var rows = await council.Viewer.WalkAsync("/v1/assignments");
        rows.Count.ShouldBe(count);
        copy.Assignments.Values.Select(a => $"{a.Id} {JsonNamingPolicy.CamelCase.ConvertName(a.Status.ToString())} {a.Version}").Order()
            .ShouldBe(rows.Select(r => $"{r.Text("id")} {r.Text("status")} {r.Number("version")}").Order());
    }
}
