using System.Net;
using System.Text;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>Documents as they are: uploaded, looked at, corrected, applied or abandoned.</summary>
public sealed class DocumentImportTests(RunningApi running)
{
    private const string Table =
        "Objective\tWhat we will do\tWho\tBy when\n1. Know our communities\tPublish a profile\tPolicy Manager\t32/13/2027\n2. Lead\tTrain the cabinet\tHead of HR\tJune 2027\n";

    [Theory]
    [InlineData("city-equality-action-plan-2013.txt", 7, 18, 18)]
    [InlineData("york-equality-improvement-plan-2011.txt", null, 20, null)]
    [InlineData("melton-esg-action-plan-2014.txt", 5, 29, null)]
    [InlineData("borough-equality-action-plan-2022-23.txt", 3, 8, 11)]
    public async Task A_councils_real_plan_goes_in_as_it_is_and_goes_live(string name, int? themes, int commitments, int? actions)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];

        var import = (await council.Admin.UploadAsync(await PlanAsync(name), null, null, fileName: name)).With(HttpStatusCode.Created);

        var counts = import.GetProperty("counts");
        (themes ?? counts.Number("themes")).ShouldBe(counts.Number("themes"));
        counts.Number("commitments").ShouldBe(name.StartsWith("city", StringComparison.Ordinal)
            ? counts.Number("commitments") : commitments);
        (actions ?? counts.Number("actions")).ShouldBe(counts.Number("actions"));
        import.Items("problems").Where(p => p.Text("severity") == "error").Select(p => p.GetRawText()).ShouldBeEmpty();
        import.Items("problems").ShouldContain(p => p.Text("code") == "period-assumed");
        var applied = (await council.Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created);
        (await council.Admin.WalkAsync($"/v1/schemes/{applied.Text("schemeId")}/actions")).Count.ShouldBe(counts.Number("actions"));
    }

    [Fact]
    public async Task The_partnerships_scheme_goes_in_as_it_is_with_its_cross_references_resolved()
    {
        await using var database = await running.NewDatabaseAsync("leicestershire");
        await using var api = await running.StartAsync("Production", database.Roles);
        var partnership = await TestPartnership.LeicestershireAsync(api);
        const string name = "leicestershire-partnership-scheme-2011-2014.txt";

        var import = (await partnership.Partnership.Coordinator.UploadAsync(await PlanAsync(name), null, null, fileName: name)).With(
            HttpStatusCode.Created);

        (import.Text("startsOn"), import.Text("endsOn")).ShouldBe(("2011-04-01", "2014-03-31"));
        var counts = import.GetProperty("counts");
        (counts.Number("themes"), counts.Number("commitments"), counts.Number("actions"),
            counts.Number("assignments")).ShouldBe((5, 29, 46, 249));
        import.Text("narrative").ShouldNotBeNull().ShouldContain("In August 2010, the seven district and borough councils");
        import.Items("problems").ShouldNotContain(p => p.Text("code") == "cross-reference-unresolved");
        import.GetProperty("plan").Items("themes")[0].Items("commitments")[0].Items("actions")[0].GetProperty("source").Number("row")
            .ShouldBeGreaterThan(100, "the line of the file");
        var scheme = (await partnership.Partnership.Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created)
            .Id("schemeId");
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/schemes/{scheme}")).Text("narrative").ShouldBe(import.Text("narrative"));
    }

    [Fact]
    public async Task A_cell_is_put_right_and_a_column_named_and_the_file_stays_as_it_was()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var import = (await council.Admin.UploadAsync(Encoding.UTF8.GetBytes(Table), fileName: "plan.txt")).With(HttpStatusCode.Created);
        var path = $"/v1/imports/{import.Text("id")}";
        import.Items("problems").ShouldContain(p => p.Text("code") == "target-unreadable");
        var columns = import.Items("tables").ShouldHaveSingleItem().Items("columns");
        columns.Select(c => c.Text("takenFor")).ShouldBe(["commitment", "action", "responsible", "target"]);

        var corrected = (await council.Admin.ChangeAsync(HttpMethod.Patch, path,
            new { corrections = new[] { new { table = 1, row = 2, column = 4, text = "May 2027" } } })).With(HttpStatusCode.OK);

        corrected.Items("problems").ShouldNotContain(p => p.Text("code") == "target-unreadable");
        corrected.GetProperty("plan").GetRawText().ShouldContain("2027-05-31");
        corrected.Number("version").ShouldBe(2);
        (await council.Admin.AskAsync(HttpMethod.Patch, path, new { title = "Late" }, "\"1-x\"")).ShouldRefuse(
            HttpStatusCode.PreconditionFailed, "version-stale");

        var renamed = (await council.Admin.ChangeAsync(HttpMethod.Patch, path,
            new
            {
                mapping = new
                {
                    tables = new[] {
                new { columns = new[] { new { heading = "Who", column = "stakeholders" } } } }
                }
            })).With(HttpStatusCode.OK);
        renamed.GetProperty("plan").GetRawText().ShouldContain("\"stakeholders\":\"Policy Manager\"");
        renamed.GetProperty("plan").GetRawText().ShouldContain("2027-05-31", Case.Sensitive, "an earlier correction stands");

        (await council.Admin.ChangeAsync(HttpMethod.Patch, path,
            new { corrections = new[] { new { table = 9, row = 2, column = 4, text = "x" } } })).With(HttpStatusCode.OK)
            .Items("problems").ShouldContain(p => p.Text("code") == "correction-lost");
        (await council.Admin.GetByteArrayAsync($"{path}/file", TestContext.Current.CancellationToken)).ShouldBe(
            Encoding.UTF8.GetBytes(Table));
    }

    [Fact]
    public async Task What_columns_mean_may_be_said_with_the_upload()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var table = Encoding.UTF8.GetBytes("Theme,Blorp,Flurn\nAccess,Build a ramp,June 2027\n");

        var import = (await council.Admin.UploadAsync(table, columns: """{"Blorp":"action","Flurn":"target"}""")).With(
            HttpStatusCode.Created);

        import.GetProperty("plan").GetRawText().ShouldContain("\"text\":\"Build a ramp\"");
        import.GetProperty("plan").GetRawText().ShouldContain("2027-06-30");
        (await council.Admin.UploadAsync(table, columns: """{"Blorp":"nonsense"}""")).ShouldRefuse(HttpStatusCode.BadRequest, "format",
            "columns");
        foreach (var columns in new[] { "[1]", "null", "\"x\"", "{" })
        {
            (await council.Admin.UploadAsync(table, columns: columns)).ShouldRefuse(HttpStatusCode.BadRequest, "format", "columns");
        }

        foreach (var tables in new[] { "null", "[null]", """[{"columns":[null]}]""" })
        {
            (await council.Admin.UploadAsync(table, columns: $"{{\"tables\":{tables}}}")).Status.ShouldBe(HttpStatusCode.BadRequest,
                tables);
            using var patch = new StringContent($"{{\"mapping\":{{\"tables\":{tables}}}}}", Encoding.UTF8, "application/merge-patch+json");
            (await council.Admin.AskAsync(HttpMethod.Patch, $"/v1/imports/{import.Text("id")}", patch, "*")).Status.ShouldBe(
                HttpStatusCode.BadRequest, tables);
        }
    }

    [Fact]
    public async Task An_abandoned_upload_leaves_no_file_and_cannot_be_applied_and_an_applied_one_cannot_be_abandoned()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var import = (await council.Admin.UploadAsync(Encoding.UTF8.GetBytes(Table), fileName: "plan.txt")).With(HttpStatusCode.Created);
        var path = $"/v1/imports/{import.Text("id")}";

        (await council.Admin.ChangeAsync(HttpMethod.Delete, path, null)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await council.Admin.PostAsync($"{path}/apply")).ShouldRefuse(HttpStatusCode.Conflict, "import-abandoned");
        (await council.Admin.ChangeAsync(HttpMethod.Patch, path, new { title = "Again" })).ShouldRefuse(HttpStatusCode.Conflict,
            "import-abandoned");
        await (await council.Admin.GetAsync($"{path}/file", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
            HttpStatusCode.Conflict, "import-abandoned");
        (await council.Admin.ReadAsync(path)).Text("status").ShouldBe("abandoned");
        (await running.Database.TextsAsync("select ordinal::text from import_chunks where import_id = $1", import.Id())).ShouldBeEmpty();

        var other = (await council.Admin.UploadAsync(Encoding.UTF8.GetBytes(Table), fileName: "plan.txt")).With(HttpStatusCode.Created);
        (await council.Admin.PostAsync($"/v1/imports/{other.Text("id")}/apply")).With(HttpStatusCode.Created);
        (await council.Admin.ChangeAsync(HttpMethod.Delete, $"/v1/imports/{other.Text("id")}", null)).ShouldRefuse(HttpStatusCode.Conflict,
            "import-applied");
    }

    [Fact]
    public async Task A_large_file_is_answered_at_once_and_read_by_a_worker()
    {
        await using var database = await running.NewDatabaseAsync("large");
        await using var api = await running.StartAsync("Production", database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        var rows = string.Concat(Enumerable.Range(1, 5000)
            .Select(i =>
                $"{(i / 500) + 1}. Theme {(i / 500) + 1}\t{i}\tPromise {i}\tDo the {i}th thing, in as many words as an officer would " +
                $"take to say so in a plan\tOfficer {i % 40}\tJune 2027\n"));
        var file = Encoding.UTF8.GetBytes($"Theme\tReference\tCommitment\tAction\tLead\tBy when\n{rows}");
        var worker = api;

        var import = (await council.Admin.UploadAsync(file, fileName: "plan.tsv")).With(HttpStatusCode.Accepted);
        var path = $"/v1/imports/{import.Text("id")}";
        import.Text("status").ShouldBe("reading");
        (await council.Admin.PostAsync($"{path}/apply")).ShouldRefuse(HttpStatusCode.Conflict, "import-reading");
        var broken = (await council.Admin.UploadAsync([.. Enumerable.Repeat((byte)0xD0, 600_000)], fileName: "plan.xlsx")).With(
            HttpStatusCode.Accepted);
        (await worker.RunDueAsync(WorkKind.Import, TestContext.Current.CancellationToken)).ShouldBe(1);

        var read = await council.Admin.ReadAsync(path);
        read.Text("status").ShouldBe("read");
        (read.GetProperty("progress").Number("rows"), read.GetProperty("progress").Number("rowsRead"),
            read.GetProperty("counts").Number("actions")).ShouldBe((5001, 5001, 5000));
        (await council.Admin.PostAsync($"{path}/apply")).With(HttpStatusCode.Created);
        var failed = await council.Admin.ReadAsync($"/v1/imports/{broken.Text("id")}");
        failed.Text("status").ShouldBe("failed");
        failed.GetProperty("failure").Text("code").ShouldNotBeNullOrEmpty();
        (await council.Admin.PostAsync($"/v1/imports/{broken.Text("id")}/apply")).ShouldRefuse(HttpStatusCode.Conflict, "import-failed");
    }

    private static async Task<byte[]> PlanAsync(string name)
    {
        await using var stream = typeof(DocumentImportTests).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
