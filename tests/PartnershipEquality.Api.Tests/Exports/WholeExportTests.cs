using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnershipEquality.Api.Features.Exports.Whole;

namespace PartnershipEquality.Api.Tests.Exports;

/// <summary>All that an organisation has here, for who leaves.</summary>
public sealed partial class WholeExportTests(RunningApi running)
{
    [Fact]
    public async Task Every_table_leaves_or_is_named_with_the_reason_why_it_stays()
    {
        var tables = await running.Database.TextsAsync("""
            select relname::text from pg_class where relnamespace = 'equality'::regnamespace and relkind in ('r', 'p') and relrowsecurity
            """);

        tables.Order().ShouldBe(WholeTables.All.Select(t => t.Name).Concat(WholeTables.LeftOut.Keys).Order());
        WholeTables.LeftOut.Values.ShouldAllBe(reason => reason.Length > 20);
    }

    [Fact]
    public async Task What_opens_a_door_stays()
    {
        var leaving = await running.Database.ReadAsync("""
            select table_name::text, column_name::text from information_schema.columns where table_schema = 'equality'
            """, r => (Table: r.GetString(0), Column: r.GetString(1)));

        leaving.Where(c => Opening().IsMatch(c.Column) && WholeTables.All.SingleOrDefault(t => t.Name == c.Table) is { } table
            && !table.Without.Contains(c.Column))
            .Select(c => $"{c.Table}.{c.Column}").ShouldBe(["imports.sha256"], "it is of a file that is in the zip");
    }

    [Fact]
    public async Task It_holds_an_organisations_rows_and_files_and_nothing_of_anybody_elses()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (owner, council, other) = (partnership.Partnership, partnership.Authorities[0], partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        var ownCsv = Plan.Of(new Plan.Row("1.1", "Work of its own", "June 2028"));
        await council.ImportPlanAsync(ownCsv);
        foreach (var (who, words) in new[] { (council, "Words of one"), (other, "Words of two") })
        {
            (await who.Officer.PostAsync($"{plan.Of(who)}/progress-updates",
                new { status = "onTrack", narrative = words, tier = "private" })).With(HttpStatusCode.Created);
        }

        await council.Admin.SendAsync(HttpMethod.Post, "/v1/posts", new { title = "Equality Officer" });
        var (files, manifest) = await FetchAsync(council);

        manifest.GetProperty("organisation").Text("code").ShouldBe(council.Code);
        manifest.Items("files").Select(f => f.Text("path")).ShouldBe(files.Keys.Where(k => k != "manifest.json"), ignoreOrder: true);
        foreach (var file in manifest.Items("files"))
        {
            var bytes = files[file.Text("path")!];
            Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(file.Text("sha256"), file.Text("path"));
            if (file.Text("path")!.StartsWith("data/", StringComparison.Ordinal))
            {
                JsonDocument.Parse(bytes).RootElement.GetArrayLength().ShouldBe(file.Number("rows"), file.Text("path"));
            }
        }

        Rows("assignments").Select(a => a.Id("authorityId")).Distinct().ShouldBe([council.Id]);
        Rows("assignments").Count.ShouldBe(2);
        Rows("schemes").Count.ShouldBe(2, "the partnership's plan, which it works on, and its own");
        Rows("progress-updates").Select(u => u.Text("narrative")).ShouldBe(["Words of one"]);
        Rows("posts").Select(p => p.Text("title")).ShouldBe(["Equality Officer"]);
        Rows("audit").Select(c => c.Text("type")).ShouldContain("organisation.exported");
        Rows("api-keys").Count.ShouldBe(4);
        Rows("api-keys")[0].EnumerateObject().Select(p => p.Name).ShouldNotContain("secretSha256");
        Rows("actions")[0].GetProperty("targets").ValueKind.ShouldBe(JsonValueKind.Array);
        System.Text.Encoding.UTF8.GetString(files.Single(f => f.Key.StartsWith("files/imports/", StringComparison.Ordinal)).Value)
            .ShouldBe(ownCsv);
        files.Values.ShouldAllBe(bytes => !System.Text.Encoding.UTF8.GetString(bytes).Contains("Words of two"));

        var (owners, _) = await FetchAsync(owner);
        JsonDocument.Parse(owners["data/assignments.json"]).RootElement.GetArrayLength().ShouldBe(2);
        owners.Values.ShouldAllBe(bytes => !System.Text.Encoding.UTF8.GetString(bytes).Contains("Words of")
            && !System.Text.Encoding.UTF8.GetString(bytes).Contains("Work of its own"));

        IReadOnlyList<JsonElement> Rows(string file) => [.. JsonDocument.Parse(files[$"data/{file}.json"]).RootElement.EnumerateArray()];
    }

    [Fact]
    public async Task Who_asked_stands_in_the_audit_and_the_file_is_there_for_a_day()
    {
        await using var database = await running.NewDatabaseAsync("leaving");
        await using var api = await running.StartAsync("Production", database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        (await council.Lead.PostAsync("/v1/exports/organisation")).ShouldRefuse(HttpStatusCode.Forbidden, "permission-missing");
        var key = (await council.Admin.PostAsync("/v1/api-keys",
            new { name = "settings alone", scopes = new[] { "settings:manage" } })).With(HttpStatusCode.Created).Text("secret");
        using (var settingsAlone = api.Client(key))
        {
            (await settingsAlone.PostAsync("/v1/exports/organisation")).ShouldRefuse(HttpStatusCode.Forbidden, "permission-missing");
        }

        var asked = (await council.Admin.PostAsync("/v1/exports/organisation")).With(HttpStatusCode.Created);
        asked.Text("expiresAt").ShouldBe("2026-11-23T10:00:00Z");
        (await council.Admin.WalkAsync("/v1/audit?types=organisation.exported")).ShouldHaveSingleItem().Text("actor")
            .ShouldStartWith("key:");

        api.Clock.Advance(TimeSpan.FromHours(23));
        (await council.Admin.GetAsync(asked.Text("href"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromHours(1));
        (await council.Admin.GetAnswerAsync(asked.Text("href")!)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
    }

    private static async Task<(Dictionary<string, byte[]> Files, JsonElement Manifest)> FetchAsync(TestOrganisation organisation)
    {
        var ct = TestContext.Current.CancellationToken;
        var asked = (await organisation.Admin.PostAsync("/v1/exports/organisation")).With(HttpStatusCode.Created);
        var response = await organisation.Admin.GetAsync(asked.Text("href"), ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, response.StatusCode == HttpStatusCode.OK
            ? "" : await response.Content.ReadAsStringAsync(ct));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync(ct)));
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var from = await entry.OpenAsync(ct);
            await from.CopyToAsync(bytes, ct);
            files.Add(entry.FullName, bytes.ToArray());
        }

        zip.Entries[^1].FullName.ShouldBe("manifest.json", "without it the zip was cut short");
        return (files, JsonDocument.Parse(files["manifest.json"]).RootElement);
    }

    [GeneratedRegex("secret|sha256|token|password|hash|api_key$|unsubscribe_address")]
    private static partial Regex Opening();
}
