using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartnershipEquality.Api.Features.Exports;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Tests.Exports;

/// <summary>A plan on its way out: what is in it, for whom, and that offices can open it.</summary>
public sealed class ExportSchemeTests(RunningApi running)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSettings.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow
    };

    private static readonly Plan.Row[] Rows =
    [
        new("1.1", "=HYPERLINK(\"http://example.org\")", "December 2026", "ALL", Outcome: "- first\n- second"),
        new("1.1", "Publish \"the\" programme, <b>in full</b>", "on-going", ""),
        new("1.2", "@risk register", "", "ALL"),
    ];

    [Fact]
    public async Task Each_authoritys_status_and_latest_shared_text_stand_beside_each_action_for_the_owner_and_its_own_for_an_authority()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (one, two) = (partnership.Authorities[0], partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(Rows);
        foreach (var (council, narrative, tier) in new[] { (one, "Shared words", "partnership"), (one, "Private words", "private"),
            (two, "Words of the second", "partnership") })
        {
            (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack", narrative, tier })).With(
                HttpStatusCode.Created);
        }

        var owners = await TextAsync(partnership.Partnership.Viewer, plan.SchemeId, "csv");
        owners.ShouldContain($"{one.Code}: On track (22 November 2026): Shared words");
        owners.ShouldContain($"{two.Code}: On track (22 November 2026): Words of the second");
        owners.ShouldNotContain("Private words");
        (await TextAsync(partnership.Partnership.Viewer, plan.SchemeId, "csv", $"?authorityId={two.Id}")).ShouldNotContain($"{one.Code}: ");

        var ones = await TextAsync(one.Viewer, plan.SchemeId, "csv");
        ones.ShouldContain("Shared words");
        ones.ShouldNotContain("Private words", Case.Sensitive, "what is circulated holds shared text alone");
        ones.ShouldNotContain($"{two.Code}: ");
        (await TextAsync(one.Viewer, plan.SchemeId, "csv", "?includePrivate=true")).ShouldContain("Private words");
        (await TextAsync(partnership.Partnership.Admin, plan.SchemeId, "csv", "?includePrivate=true")).ShouldNotContain("Private words");
    }

    [Fact]
    public async Task No_cell_is_a_formula_and_each_comes_back_as_it_was()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(Rows);
        var csv = await TextAsync(partnership.Partnership.Viewer, plan.SchemeId, "csv");
        csv.ShouldContain("\"'=HYPERLINK");
        csv.ShouldContain("'@risk register");
        csv.ShouldContain("\"'- first");

        var again = (await partnership.Partnership.Admin.UploadAsync(csv)).With(HttpStatusCode.Created);

        again.GetProperty("problems").EnumerateArray().Where(p => p.Text("severity") == "error").ShouldBeEmpty();
        again.GetProperty("plan").GetProperty("themes").GetRawText().ShouldContain("=HYPERLINK");
        again.GetProperty("plan").GetProperty("themes")[0].GetProperty("commitments")[0].GetProperty("actions")[0].Text("outcome")
            .ShouldBe("- first\n- second");
        again.GetProperty("plan").GetProperty("themes")[0].GetProperty("commitments")[1].GetProperty("actions")[0].Text("text")
            .ShouldBe("@risk register");

        using var sheet = new ZipArchive(new MemoryStream(await BytesAsync(partnership.Partnership.Viewer, plan.SchemeId, "xlsx")));
        using var reader = new StreamReader(sheet.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        xml.ShouldContain("=HYPERLINK");
        xml.ShouldNotContain("<f>");
    }

    [Fact]
    public async Task Word_and_Excel_files_are_valid_by_the_standard_and_named_after_the_scheme()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(Rows);

        using var word = WordprocessingDocument.Open(
            new MemoryStream(await BytesAsync(partnership.Partnership.Viewer, plan.SchemeId, "docx")), false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(word, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        using var excel = SpreadsheetDocument.Open(
            new MemoryStream(await BytesAsync(partnership.Partnership.Viewer, plan.SchemeId, "xlsx")), false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(excel, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var text = word.MainDocumentPart!.Document.InnerText;
        text.ShouldContain("Publish \"the\" programme, <b>in full</b>");
        text.ShouldContain("Progress as at 22 November 2026.");
        text.ShouldNotContain("Barriers", Case.Sensitive, "a column that no row fills takes no room");

        var response = await partnership.Partnership.Viewer.GetAsync($"/v1/exports/schemes/{plan.SchemeId}.docx",
            TestContext.Current.CancellationToken);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldEndWith("2026-11-22.docx");
    }

    [Fact]
    public async Task Json_holds_themes_commitments_and_actions_in_order_with_progress_as_data()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(Rows);

        var bytes = await BytesAsync(partnership.Partnership.Viewer, plan.SchemeId, "json");
        // It holds just what its contract says.
        JsonSerializer.Deserialize<SchemeExport>(bytes, Strict)!
            .Themes.ShouldHaveSingleItem();
        var json = JsonDocument.Parse(bytes).RootElement;

        json.Text("asOf").ShouldBe("2026-11-22");
        var commitments = json.GetProperty("themes").EnumerateArray().ShouldHaveSingleItem().GetProperty("commitments").EnumerateArray()
            .ToList();
        commitments.Select(c => c.Text("reference")).ShouldBe(["1.1", "1.2"]);
        commitments[0].GetProperty("actions").EnumerateArray().Select(a => a.Text("reference")).ShouldBe(["1.1/1", "1.1/2"]);
        commitments[0].GetProperty("actions")[0].GetProperty("progress").EnumerateArray().Select(p => p.Text("authority"))
            .ShouldBe(partnership.Authorities.Select(a => a.Code).Order(StringComparer.Ordinal));
        commitments[0].GetProperty("actions")[0].GetProperty("progress")[0].Text("dueBy").ShouldBe("2026-12-31");
    }

    [Fact]
    public async Task What_cannot_be_exported_is_a_problem_and_not_half_a_file()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(Rows);
        var ct = TestContext.Current.CancellationToken;

        await (await partnership.Partnership.Viewer.GetAsync($"/v1/exports/schemes/{Guid.NewGuid()}.docx", ct)).ShouldBeProblemAsync(
            HttpStatusCode.NotFound);
        await (await partnership.Partnership.Viewer.GetAsync($"/v1/exports/schemes/{plan.SchemeId}.pdf", ct)).ShouldBeProblemAsync(
            HttpStatusCode.NotFound);
        await (await partnership.Partnership.Viewer.GetAsync($"/v1/exports/schemes/{plan.SchemeId}.csv?authorityId={Guid.NewGuid()}",
            ct)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", "authorityId");
        await (await partnership.Partnership.Viewer.GetAsync($"/v1/exports/schemes/{plan.SchemeId}.csv?includePrivate=perhaps",
            ct)).ShouldBeProblemAsync(HttpStatusCode.BadRequest);
    }

    private static async Task<string> TextAsync(HttpClient client, Guid schemeId, string format, string query = "") =>
        Encoding.UTF8.GetString(await BytesAsync(client, schemeId, format, query)).TrimStart('\uFEFF');

    private static async Task<byte[]> BytesAsync(HttpClient client, Guid schemeId, string format, string query = "")
    {
        var response = await client.GetAsync($"/v1/exports/schemes/{schemeId}.{format}{query}", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, response.StatusCode == HttpStatusCode.OK
            ? "" : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
