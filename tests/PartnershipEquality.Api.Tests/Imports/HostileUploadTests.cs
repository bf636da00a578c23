using System.Diagnostics;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Documents.Tests.Files;
using static PartnershipEquality.Documents.Tests.Files.WordFile;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>
/// Files that are broken or made to do harm, sent to the running API: refused soon and by a code, with nothing kept and everything else
/// still answered.
/// </summary>
public sealed class HostileUploadTests(RunningApi running)
{
    private const long Megabyte = 1024 * 1024;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Entities = "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><d>&b;</d>";

    public static TheoryData<string> Small => [.. Refused.Keys];

    public static TheoryData<string> Large => [.. Failing.Keys];

    private static Dictionary<string, (string Name, string Code, Func<byte[]> Content)> Refused { get; } = new()
    {
        ["a bomb in Word's"] = ("plan.docx", "file-unpacks-too-large",
            () => HostileFile.Bomb(With(P("x")), "word/document.xml", 300 * Megabyte, (byte)' ')),
        ["a bomb in Excel's"] = ("plan.xlsx", "file-unpacks-too-large",
            () => HostileFile.Bomb(ExcelFile.With(""), "xl/worksheets/sheet1.xml", 300 * Megabyte, (byte)' ')),
        ["entities in Word's"] = ("plan.docx", "file-unreadable", () => Raw(Entities)),
        ["entities in Excel's"] = ("plan.xlsx", "file-unreadable",
            () => HostileFile.Patched(ExcelFile.With(""), "xl/workbook.xml", _ => Entities)),
        ["macros in Word's"] = ("plan.docm", "file-has-macros",
            () => HostileFile.Rewritten(With(P("x")),
                (_, xml) => xml.Replace(WordType, "application/vnd.ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal))),
        ["macros that are not declared"] = ("plan.xlsx", "file-has-macros",
            () => HostileFile.Bomb(ExcelFile.With(""), "xl/vbaProject.bin", 1)),
        ["a picture called a table"] = ("plan.csv", "file-kind-unknown",
            () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[200]]),
        ["a Word document with a password"] = ("plan.docx", "file-protected",
            () => HostileFile.Compound("EncryptionInfo", "EncryptedPackage")),
        ["a workbook with a password"] = ("plan.xlsx", "file-protected", () => HostileFile.Compound("EncryptedPackage")),
        ["nothing"] = ("plan.docx", "file-empty", () => []),
        ["half of a document"] = ("plan.docx", "file-unreadable", () => With(P("x"))[..900]),
        ["half of a workbook"] = ("plan.xlsx", "file-unreadable", () => ExcelFile.With("")[..900]),
        ["chance"] = ("plan.docx", "file-kind-unknown", () => Chance(100_000)),
        ["a zip in a zip"] = ("plan.docx", "file-kind-unknown",
            () => HostileFile.Zip(("plan.zip", HostileFile.Zip(("plan.docx", With(P("x"))))))),
        ["a part that climbs out of its folder"] = ("plan.docx", "file-unreadable",
            () => HostileFile.Bomb(With(P("x")), "../../../../tmp/escaped.xml", Megabyte / 4)),
        ["thousands of parts"] = ("plan.xlsx", "file-unpacks-too-large",
            () => HostileFile.Zip([.. Enumerable.Range(0, 6000).Select(i => ($"{i}", Array.Empty<byte>()))])),
        ["a hundred thousand columns"] = ("plan.csv", "too-many-columns",
            () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,", 100_000)))),
        ["zeros"] = ("plan.csv", "file-empty", () => new byte[10_000]),
        ["zeros among words"] = ("plan.txt", "file-kind-unknown", () => "Action,By when\nBuild\0a ramp,June 2027\n"u8.ToArray()),
        ["halves of characters"] = ("plan.csv", "file-kind-unknown", () => [0xFF, 0xFE, .. Enumerable.Repeat<byte>(0xD8, 2000)]),
        ["UTF-16 cut within a character"] = ("plan.csv", "file-kind-unknown",
            () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Action,By when\nBuild a ramp,June 2027\n"), 0x41]),
        ["too many lines"] = ("plan.txt", "too-many-rows", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", 150_000)))),
    };

    private static Dictionary<string, (string Name, string Code, Func<byte[]> Content)> Failing { get; } = new()
    {
        ["a million rows"] = ("plan.xlsx", "too-many-rows",
            () => ExcelFile.With(string.Concat(Enumerable.Range(1, 1_000_000).Select(i => $"<row><c><v>{i}</v></c></row>")))),
        ["a cell of 24 MB"] = ("plan.csv", "cell-too-long",
            () => Encoding.UTF8.GetBytes($"Action,By when\n{new string('x', 24 * (int)Megabyte)},June 2027\n")),
        ["a bomb beside a picture"] = ("plan.docx", "file-unpacks-too-large", () => HostileFile.Bomb(With(P("x"), also: main =>
        {
            using var picture = new MemoryStream(Chance(600_000));
            main.AddImagePart(ImagePartType.Png).FeedData(picture);
        }), "word/media/image2.png", 300 * Megabyte)),
        ["chance"] = ("plan.docx", "file-kind-unknown", () => Chance(1_000_000)),
        ["a password"] = ("plan.xlsx", "file-protected",
            () => [.. HostileFile.Compound("EncryptionInfo", "EncryptedPackage"), .. new byte[600_000]]),
        ["zeros"] = ("plan.csv", "file-empty", () => new byte[1_000_000]),
    };

    [Theory]
    [MemberData(nameof(Small))]
    public async Task It_is_refused_soon_and_nothing_is_kept(string what)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var (name, code, content) = Refused[what];
        var file = content();
        file.Length.ShouldBeLessThan(512 * 1024);
        var watch = Stopwatch.StartNew();

        var refused = await council.Admin.UploadAsync(file, fileName: name);

        watch.Elapsed.ShouldBeLessThan(Soon);
        refused.ShouldRefuse(HttpStatusCode.BadRequest, code, "file");
        await NothingIsKeptAsync(council);
    }

    [Fact]
    public async Task What_only_looks_hostile_is_read_for_what_it_is()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var table = With(Tbl(Tr("Theme", "Action", "By when"), Tr("Access", "Build a ramp", "June 2027")));
        foreach (var (name, content) in new (string, byte[])[]
        {
            // The name is wrong, the content is not.
            ("plan.xlsx", table),
            ("plan.docx", "Theme\tAction\tBy when\nAccess\tBuild a ramp\tJune 2027\n"u8.ToArray()),
            ("../../escaped.docx", table),
            // A byte that is no UTF-8: read as Windows wrote it.
            ("plan.csv", [.. "Theme,Action,By when\nAccess,Build a ramp caf\u00E9 "u8, 0xE9, 0xFF, .. ",June 2027\n"u8]),
        })
        {
            var import = (await council.Admin.UploadAsync(content, fileName: name)).With(HttpStatusCode.Created);
            import.GetProperty("counts").Number("actions").ShouldBe(1, name);
            import.GetProperty("source").Text("fileName").ShouldNotBeNull().ShouldNotContain("/");
        }
    }

    [Theory]
    [MemberData(nameof(Large))]
    public async Task A_large_one_fails_by_its_code_and_holds_nobody_up(string what)
    {
        await using var database = await running.NewDatabaseAsync("hostile");
        await using var api = await running.StartAsync("Production", database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        var (name, code, content) = Failing[what];
        var path = $"/v1/imports/{(await council.Admin.UploadAsync(content(), fileName: name)).With(HttpStatusCode.Accepted).Text("id")}";
        var after = $"/v1/imports/{(await council.Admin.UploadAsync(Encoding.UTF8.GetBytes(Plan.Of([.. Enumerable.Range(0, 4000).Select(i => new Plan.Row("1.1", $"Thing {i} {new string('x', 100)}"))])))).With(HttpStatusCode.Accepted).Text("id")}";
        var worker = api;
        var watch = Stopwatch.StartNew();

        (await worker.RunDueAsync(WorkKind.Import, TestContext.Current.CancellationToken)).ShouldBe(1);

        watch.Elapsed.ShouldBeLessThan(2 * Soon);
        var failed = await council.Admin.ReadAsync(path);
        (failed.Text("status"), failed.GetProperty("failure").Text("code")).ShouldBe(("failed", code));
        (await council.Admin.ReadAsync(after)).Text("status").ShouldBe("read");
        (await worker.RunDueAsync(WorkKind.Import, TestContext.Current.CancellationToken)).ShouldBe(0, "it is not tried again");
        // The file is kept for the person to look at, until it is given up.
        (await council.Admin.ChangeAsync(HttpMethod.Delete, path, null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await database.TextsAsync("select ordinal::text from import_chunks where import_id = $1", failed.Id())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_unread()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[100 * Megabyte]), "file", "plan.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/imports") { Content = form, Headers = { ExpectContinue = true } };

        using var response = await council.Admin.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await NothingIsKeptAsync(council);
    }

    [Fact]
    public async Task Of_two_files_none_is_read_in_silence()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var plan = Encoding.UTF8.GetBytes(Plan.Of(new Plan.Row("1.1", "Do it")));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(plan), "file", "one.csv" },
            { new ByteArrayContent(plan), "file", "two.csv" } };

        (await council.Admin.AskAsync(HttpMethod.Post, "/v1/imports", form)).ShouldRefuse(HttpStatusCode.BadRequest, "too-many", "file");

        await NothingIsKeptAsync(council);
    }

    private async Task NothingIsKeptAsync(TestOrganisation council)
    {
        (await council.Admin.WalkAsync("/v1/imports")).ShouldBeEmpty();
        (await running.Database.TextsAsync("""
            select id::text from imports where organisation_id = $1 union all select import_id::text from import_chunks
              where organisation_id = $1
            """, council.Id)).ShouldBeEmpty();
        (await council.Admin.UploadAsync(Plan.Of(new Plan.Row("1.1", "Do it")))).With(HttpStatusCode.Created);
    }

    private static byte[] Chance(int length)
    {
        var bytes = new byte[length];
        new Random(20261122).NextBytes(bytes);
        return bytes;
    }
}
