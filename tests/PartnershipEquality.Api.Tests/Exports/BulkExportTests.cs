using System.Net;
using System.Text;
using System.Text.Json;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Tests.Changes;

namespace PartnershipEquality.Api.Tests.Exports;

/// <summary>Memory is told for the whole process, so nothing else runs beside these.</summary>
[CollectionDefinition(nameof(BulkExportTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>Everything of a kind in one file, and from where to go on.</summary>
[Collection(nameof(BulkExportTests))]
public sealed class BulkExportTests(FeedServer feed) : IClassFixture<FeedServer>
{
    private static readonly string[] Kinds = ["commitments", "assignments", "progress-updates", "changes"];

    [Fact]
    public async Task Each_file_has_the_rows_of_the_list_and_is_of_one_moment_from_which_the_feed_goes_on()
    {
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 2);
        var (owner, council) = (partnership.Partnership, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "=HYPERLINK(\"x\")", "June 2027"),
            new Plan.Row("1.2", "Ask, \"the\" forums", "July 2027"), new Plan.Row("1.2", "Withdrawn work", "July 2027"));
        await partnership.HasPlanAsync(new Plan.Row("1.1", "Of another scheme", "June 2028"));
        var shared = (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new
        {
            status = "onTrack",
            narrative = "Shared",
            tier = "partnership"
        })).With(HttpStatusCode.Created).GetProperty("update").Id();
        var own = (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "atRisk", narrative = "Own", tier = "private" })).With(HttpStatusCode.Created).GetProperty("update").Id();
        (await owner.Coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council, "1.2/2")}/withdraw", new { reason = "Not needed" },
            plan.Of(council, "1.2/2"))).With(HttpStatusCode.OK);

        var file = await LinesAsync(council.Viewer, "assignments");
        var listed = (await council.Viewer.WalkAsync("/v1/assignments")).Concat(
            await council.Viewer.WalkAsync("/v1/assignments?withdrawn=true"));
        file.Rows.Select(r => r.GetRawText()).ShouldBe(listed.OrderBy(r => r.Id()).Select(r => r.GetRawText()));
        (file.End.Flag("end"), file.End.Number("count"), file.End.Text("asOf"),
            file.End.Text("position")).ShouldBe((true, 4, "2026-11-22T10:00:00Z", file.Position));
        (await LinesAsync(council.Viewer, "assignments", $"?schemeId={plan.SchemeId}")).Rows.Count.ShouldBe(3);
        (await LinesAsync(council.Viewer, "assignments", "?since=2026-11-22T10:00:01Z")).Rows.ShouldBeEmpty();
        (await LinesAsync(owner.Viewer, "assignments")).Rows.Count.ShouldBe(8);

        (await LinesAsync(council.Viewer, "progress-updates")).Rows.Select(r => r.Id()).ShouldBe([shared, own]);
        (await LinesAsync(owner.Viewer, "progress-updates")).Rows.Select(r => r.Id()).ShouldBe([shared]);
        (await LinesAsync(owner.Viewer, "progress-updates", $"?schemeId={plan.SchemeId}&since=2026-11-22T10:00:00Z")).Rows.Count.ShouldBe(
            1);
        (await LinesAsync(partnership.Authorities[1].Viewer, "progress-updates")).Rows.ShouldBeEmpty();
        (await LinesAsync(council.Viewer, "commitments", $"?schemeId={plan.SchemeId}")).Rows.Select(r => r.GetRawText())
            .ShouldBe((await council.Viewer.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments")).Select(r => r.GetRawText()));
        (await LinesAsync(council.Viewer, "changes")).Rows.Select(r => r.GetRawText())
            .ShouldBe((await council.Viewer.FollowAsync()).Events.Select(r => r.GetRawText()));
        (await LinesAsync(council.Viewer, "changes", "?types=progress_update.*")).Rows.Count.ShouldBe(2);

        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack" })).With(HttpStatusCode.Created);
        (await council.Viewer.FollowAsync(file.Position)).Events.Select(e => e.Text("type"))
            .ShouldBe(["assignment.status_changed", "progress_update.recorded"]);
    }

    [Fact]
    public async Task As_csv_each_row_has_its_fields_under_their_names_and_no_cell_is_a_formula()
    {
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "=HYPERLINK(\"x\")", "June 2027"),
            new Plan.Row("1.2", "Ask, \"the\"\r\nforums", ""));
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new
        {
            status = "onTrack",
            narrative = "@risk",
            evidence = new[] { new { title = "It", url = "https://example.org/it" } }
        })).With(HttpStatusCode.Created);

        foreach (var kind in Kinds)
        {
            var response = await council.Viewer.GetAsync($"/v1/exports/{kind}.csv", TestContext.Current.CancellationToken);
            response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8; header=present");
            response.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith($"{kind} 2026-11-22.csv");
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            bytes[0].ShouldBeInRange((byte)'a', (byte)'z', "no mark of the byte order stands before the first name");
            var table = ReadCsv(Encoding.UTF8.GetString(bytes));
            var lines = await LinesAsync(council.Viewer, kind);
            // What has no value is left out of a line, and is an empty cell.
            lines.Rows.SelectMany(r => r.EnumerateObject().Select(p => p.Name)).Distinct().ShouldBeSubsetOf(table[0]);
            table.Count.ShouldBe(1 + lines.Rows.Count);
            foreach (var (row, line) in table.Skip(1).Zip(lines.Rows))
            {
                foreach (var field in line.EnumerateObject())
                {
                    var cell = row[Array.IndexOf(table[0], field.Name)];
                    cell.ShouldBe(field.Value.ValueKind switch
                    {
                        JsonValueKind.Null => "",
                        JsonValueKind.String when field.Value.GetString() is { } text => text[0] is '=' or '@' ? $"'{text}" : text,
                        JsonValueKind.Array when field.Value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) =>
                            string.Join("; ", field.Value.EnumerateArray().Select(e => e.GetString())),
                        _ => field.Value.GetRawText(),
                    }, $"{kind} {field.Name}");
                }
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_exported_is_a_problem_and_not_half_a_file()
    {
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 2);
        var council = partnership.Authorities[0].Viewer;
        foreach (var kind in Kinds[..3])
        {
            (await council.GetAnswerAsync($"/v1/exports/{kind}.ndjson?schemeId={Guid.NewGuid()}")).ShouldRefuse(HttpStatusCode.BadRequest,
                "unknown-value", "schemeId");
        }

        (await council.GetAnswerAsync("/v1/exports/assignments.xml")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await council.GetAnswerAsync("/v1/exports/assignments.csv?since=yesterday")).ShouldRefuse(HttpStatusCode.BadRequest, "format",
            "since");
        (await council.GetAnswerAsync($"/v1/exports/changes.csv?after={await partnership.Authorities[1].Viewer.NowAsync()}")).ShouldRefuse(
            HttpStatusCode.BadRequest, "position-invalid", "after");
    }

    /// <summary>
    /// What has been committed when the file begins is in it; what is committed while it is read is not, and comes from its position.
    /// </summary>
    [Fact]
    public async Task What_is_committed_late_is_in_the_file_or_comes_from_its_position()
    {
        var ct = TestContext.Current.CancellationToken;
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 1);
        var (owner, council) = (partnership.Partnership, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        await using var early = await feed.Database.Superuser.OpenConnectionAsync(ct);
        await using var transaction = await early.BeginTransactionAsync(ct);
        await using (var change = new NpgsqlCommand("""
            insert into changes (id, organisation_id, audience, type, subject, version, actor, at)
              values (gen_random_uuid(), $1, 'self', 'settings.changed', 'late', 1, 'test', '2026-11-22Z')
            """, early))
        {
            change.Parameters.Add(new() { Value = council.Id });
            await change.ExecuteNonQueryAsync(ct);
        }

        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack" })).With(HttpStatusCode.Created);
        var file = await LinesAsync(council.Viewer, "assignments");
        await transaction.CommitAsync(ct);

        file.Rows.Single().Text("status").ShouldBe("onTrack");
        // The report is in the file already and is told of again; what was late is not missed.
        (await council.Viewer.FollowAsync(file.Position)).Events.Select(e => e.Text("type"))
            .ShouldBe(["settings.changed", "assignment.status_changed", "progress_update.recorded"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_costs_the_memory_of_a_few_rows_however_many_it_has_and_walks_an_index()
    {
        var ct = TestContext.Current.CancellationToken;
        await OpenDatabases.MakeAsync(feed.Address, "counted", ct);
        await using var database = new Database(feed.Address, "counted");
        var told = new List<string>();
        string key;
        await using (var databases = OpenDatabases.Of(feed.Address, database.Name))
        {
            await databases.UpgradeAsync(StoppedClock.Start, ct);
            await using var api = await ApiInstance.StartAsync("Production", databases);
            var partnership = await TestPartnership.CreateAsync(api, members: 1);
            var council = partnership.Authorities[0];
            var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
            key = council.Keys["viewer"];
            foreach (var rows in new[] { 3_000, 40_000 })
            {
                await database.RunAsync("""
                    insert into progress_updates (id, authority_id, owner_id, assignment_id, status, finished, narrative, tier, reported_by,
                      reported_at)
                    select gen_random_uuid(), authority_id, owner_id, id, 'onTrack', false, repeat(md5(n::text), 30), 'private', 'test',
                      '2026-11-01Z' from assignments, generate_series(1, $2) n where id = $1
                    """, Guid.Parse(plan.Of(council)["/v1/assignments/".Length..]), rows);
                foreach (var format in new[] { "ndjson", "csv" })
                {
                    var (lines, bytes, grown) = await HeldAsync(council, format);
                    told.Add($"{lines} lines of {bytes / 1e6:0.0} MB as {format} held {grown / 1e6:0.0} MB more");
                    grown.ShouldBeLessThan(8_000_000, told[^1]);
                    lines.ShouldBeGreaterThan(rows);
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("; ", told));
        await database.RunAsync("analyze progress_updates");
        // What a connection did is counted at the latest when it is closed: all are, before and after.
        await ClosedAsync(database);
        await database.RunAsync("select pg_stat_reset()");
        await using (var databases = OpenDatabases.Of(feed.Address, database.Name))
        await using (var api = await ApiInstance.StartAsync("Production", databases))
        {
            using var client = api.Client(key);
            (await client.GetStringAsync("/v1/exports/progress-updates.ndjson", ct)).Length.ShouldBeGreaterThan(40_000_000);
        }

        await ClosedAsync(database);
        var (sequential, byIndex) = (await database.ReadAsync("""
            select seq_scan, idx_scan from pg_stat_user_tables where relname = 'progress_updates'
            """, r => (r.GetInt64(0), r.GetInt64(1)))).Single();
        sequential.ShouldBe(0);
        // One for each read; planning them looks at an index's ends as well.
        byIndex.ShouldBeInRange((43_000 / 500) + 1, 43_000 / 250);
    }

    private static async Task ClosedAsync(Database database)
    {
        while ((await database.TextsAsync("""
            select pid::text from pg_stat_activity where datname = current_database() and usename like 'equality%'
            """)).Count > 0)
        {
        }
    }

    private static async Task<(int Lines, long Bytes, long Grown)> HeldAsync(TestOrganisation council, string format)
    {
        var ct = TestContext.Current.CancellationToken;
        using var response = await council.Viewer.GetAsync($"/v1/exports/progress-updates.{format}",
            HttpCompletionOption.ResponseHeadersRead, ct);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
        var (lines, bytes, before, most) = (0, 0L, 0L, 0L);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            (lines, bytes) = (lines + 1, bytes + line.Length);
            if (lines == 500)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (lines % 2_500 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        return (lines, bytes, most);
    }

    private static async Task<(IReadOnlyList<JsonElement> Rows, JsonElement End, string Position)> LinesAsync(HttpClient client,
        string kind, string query = "")
    {
        var response = await client.GetAsync($"/v1/exports/{kind}.ndjson{query}", TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        text.ShouldEndWith("\n");
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        var position = response.Headers.GetValues("Export-Position").Single();
        response.Headers.GetValues("Export-As-Of").Single().ShouldBe("2026-11-22T10:00:00Z");
        response.Headers.GetValues("Link").Single().ShouldBe($"</v1/changes?after={position}>; rel=\"next\"");
        lines[^1].Number("count").ShouldBe(lines.Count - 1);
        return (lines[..^1], lines[^1], position);
    }

    private static List<string[]> ReadCsv(string text)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    rows.Add([.. row]);
                    row.Clear();
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        return rows;
    }
}
