using System.Diagnostics;
using System.Text;
using PartnershipEquality.Domain;
using static PartnershipEquality.Documents.Tests.Files.WordFile;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Files that are broken, of another kind, or made to do harm: each is refused by its code, soon, and in little memory.</summary>
public sealed class HostileFilesTests
{
    private const long Megabyte = 1024 * 1024;

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "plan.pdf", "%PDF-1.7\n", "file-is-pdf" },
        { "plan.docx", "\n%PDF-1.4\n", "file-is-pdf" },
        { "plan.rtf", "{\\rtf1 hello}", "file-kind-unknown" },
        { "plan.xls", "<html><table><tr><td>a</td></tr></table></html>", "file-kind-unknown" },
        { "plan.csv", "<!DOCTYPE html><p>Not found", "file-kind-unknown" },
        { "plan.xml", "<?xml version=\"1.0\"?><w:wordDocument/>", "file-kind-unknown" },
        { "plan.docx", "", "file-empty" },
        { "plan.csv", " \r\n\r\n", "file-empty" },
        { "plan.csv", ",,,\n,,,\n", "file-empty" },
        { "plan.docx", "PK\u0003\u0004", "file-unreadable" },
        { "plan.csv", "a\0b,c\n", "file-kind-unknown" },
        { "plan.png", "\u0001\u0002\u0003\u0004\u0005", "file-kind-unknown" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_no_plan_is_refused_by_its_kind(string name, string content, string code) =>
        Reading.Refusal(name, Encoding.UTF8.GetBytes(content)).Code.ShouldBe(code);

    [Theory]
    [InlineData("plan.docx", "file-protected", "EncryptionInfo", "EncryptedPackage")]
    [InlineData("plan.xlsx", "file-protected", "EncryptedPackage")]
    [InlineData("plan.doc", "file-old-word", "WordDocument", "1Table")]
    [InlineData("plan.docx", "file-old-word", "WordDocument", "Workbook")]
    [InlineData("plan.xls", "file-unreadable", "Workbook", "WordDocument")]
    [InlineData("plan.xls", "file-has-macros", "Workbook", "_VBA_PROJECT_CUR")]
    [InlineData("plan.ppt", "file-kind-unknown", "PowerPoint Document")]
    [InlineData("plan.msg", "file-kind-unknown", "__properties_version1.0")]
    [InlineData("plan.xls", "file-unreadable", "Workbook")]
    public void An_old_Office_file_is_told_apart_by_its_directory(string name, string code, params string[] streams) =>
        Reading.Refusal(name, HostileFile.Compound(streams)).Code.ShouldBe(code);

    [Fact]
    public void A_workbook_with_a_password_is_refused()
    {
        // The four records after the first (up to the one of the author's name) become the one that announces encryption.
        var content = Sample.Of("plan.xls");
        var at = content.AsSpan().IndexOf<byte>([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]) + 20;
        byte[] announced = [0x2F, 0x00, 0x80, 0x00, 1, 0, 1, 0, 1, 0];
        announced.CopyTo(content, at);

        Reading.Refusal("plan.xls", content).Code.ShouldBe("file-protected");
    }

    [Theory]
    [InlineData(4, 0x7FFF_FFFF)]
    [InlineData(10, 0xFFFF)]
    public void An_old_workbook_that_claims_to_be_huge_is_refused_soon(int place, int claimed)
    {
        var content = Sample.Of("plan.xls");
        byte[] dimensions = [0x00, 0x02, 0x0E, 0x00];
        var at = content.AsSpan().IndexOf(dimensions);
        BitConverter.TryWriteBytes(content.AsSpan(at + 4 + place), claimed).ShouldBeTrue();

        Within(TimeSpan.FromSeconds(15), 50 * Megabyte, "plan.xls", content).ShouldBe("file-unreadable");
    }

    [Theory]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "file-has-macros")]
    [InlineData("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "file-has-macros")]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "file-has-macros")]
    [InlineData("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "file-kind-unknown")]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "file-kind-unknown")]
    public void A_package_is_told_apart_by_what_it_declares(string type, string code) =>
        Reading.Refusal("plan.docx",
            HostileFile.Rewritten(With(P("x")),
                (_, xml) => xml.Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", type,
                    StringComparison.Ordinal)))
        .Code.ShouldBe(code);

    [Fact]
    public void A_macro_that_is_not_declared_is_found() =>
        Reading.Refusal("plan.docx", HostileFile.Bomb(With(P("x")), "word/vbaProject.bin", 1)).Code.ShouldBe("file-has-macros");

    [Fact]
    public void Another_zip_is_refused()
    {
        Reading.Refusal("plan.docx", HostileFile.Zip(("plan.csv", [65]))).Code.ShouldBe("file-kind-unknown");
        Reading.Refusal("plan.docx", HostileFile.Zip(("mimetype", [65]), ("content.xml", [60]))).Message.ShouldContain("OpenDocument");
        Reading.Refusal("plan.docx", HostileFile.Zip()).Code.ShouldBe("file-kind-unknown");
    }

    [Theory]
    [InlineData("word/document.xml", (byte)' ', "file-unpacks-too-large")]
    [InlineData("word/media/image1.png", (byte)0, "file-unpacks-too-large")]
    [InlineData("word/theme/theme1.xml", (byte)'<', "file-unreadable")]
    public void A_zip_bomb_is_refused_soon_and_in_little_memory(string part, byte filling, string code)
    {
        var bomb = HostileFile.Bomb(With(P("x")), part, 4096 * Megabyte, filling);

        Within(TimeSpan.FromSeconds(15), 100 * Megabyte, "plan.docx", bomb).ShouldBe(code);
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><d>&c;</d>")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\"><d/>")]
    public void Entities_are_refused(string document)
    {
        Reading.Refusal("plan.docx", Raw(document)).Code.ShouldBe("file-unreadable");
        Reading.Refusal("plan.xlsx", HostileFile.Patched(ExcelFile.With(""), "xl/workbook.xml", _ => document)).Code.ShouldBe(
            "file-unreadable");
    }

    [Fact]
    public void Markup_nested_without_end_is_refused() =>
        Reading.Refusal("plan.docx",
            With(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000))
                + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 100_000)))).Code.ShouldBe("file-too-complex");

    [Fact]
    public void Markup_without_measure_is_refused() =>
        Within(TimeSpan.FromSeconds(15), 100 * Megabyte, "plan.docx", With(string.Concat(Enumerable.Repeat("<w:p/>", 1_200_000))))
            .ShouldBe("file-too-complex");

    [Fact]
    public void Thousands_of_parts_are_refused() =>
        Reading.Refusal("plan.docx",
            HostileFile.Zip([.. Enumerable.Range(0, 6000).Select(i => ($"{i}.bin", Array.Empty<byte>()))])).Code.ShouldBe(
                "file-unpacks-too-large");

    [Fact]
    public void A_span_of_a_million_columns_is_refused() =>
        Reading.Refusal("plan.docx", With(Tbl(Tr(Tc("x", "<w:gridSpan w:val=\"1000000\"/>"))))).Code.ShouldBe("too-many-columns");

    [Fact]
    public void A_note_that_is_repeated_without_end_is_refused() =>
        Within(TimeSpan.FromSeconds(15), 200 * Megabyte, "plan.docx",
            With($"<w:p>{string.Concat(Enumerable.Repeat("<w:r><w:footnoteReference w:id=\"1\"/></w:r>", 50_000))}</w:p>",
            footnotes: $"<w:footnote w:id=\"1\">{P(new string('x', 30_000))}</w:footnote>"))
        .ShouldBe("cell-too-long");

    [Fact]
    public void More_tables_than_a_plan_has_are_refused() =>
        Reading.Refusal("plan.docx", With(string.Concat(Enumerable.Repeat(Tbl(Tr("a")), 501)))).Code.ShouldBe("too-many-tables");

    [Fact]
    public void A_million_rows_are_refused()
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= 1_000_000; i++)
        {
            rows.Append("<row><c t=\"str\"><v>").Append(i).Append("</v></c></row>");
        }

        Within(TimeSpan.FromSeconds(15), 250 * Megabyte, "plan.xlsx", ExcelFile.With(rows.ToString())).ShouldBe("too-many-rows");
        Within(TimeSpan.FromSeconds(15), 250 * Megabyte, "plan.csv",
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 1_000_000)))).ShouldBe("too-many-rows");
        Within(TimeSpan.FromSeconds(15), 250 * Megabyte, "plan.txt",
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", 1_000_000)))).ShouldBe("too-many-rows");
        Within(TimeSpan.FromSeconds(15), 250 * Megabyte, "plan.txt",
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\tb\nc\n", 1_000_000)))).ShouldBe("too-many-tables");
    }

    [Fact]
    public void A_string_that_every_cell_shares_counts_for_each() =>
        Within(TimeSpan.FromSeconds(15), 200 * Megabyte, "plan.xlsx", ExcelFile.With(
            string.Concat(Enumerable.Range(1, 2000)
                .Select(i => $"<row>{string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 90))}</row>")),
                    $"<si><t>{new string('x', 31_000)}</t></si>"))
        .ShouldBe("too-much-text");

    [Fact]
    public void Too_long_and_too_wide_tables_are_refused_by_their_codes()
    {
        Reading.Refusal("plan.csv", Encoding.UTF8.GetBytes("a,b\n" + new string('x', 40_000) + ",c\n")).Code.ShouldBe("cell-too-long");
        Reading.Refusal("plan.csv", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("a", 101)) + "\n")).Code.ShouldBe(
            "too-many-columns");
        Reading.Refusal("plan.xlsx", ExcelFile.With("<row>" + ExcelFile.C("DA1", "x") + "</row>")).Code.ShouldBe("too-many-columns");
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_unread() =>
        Within(TimeSpan.FromSeconds(1), 10 * Megabyte, "plan.csv", new byte[100 * Megabyte]).ShouldBe("too-large");

    [Fact]
    public void A_file_that_takes_too_long_is_refused()
    {
        var time = TimeSpan.FromMilliseconds(20);
        (string Name, byte[] Content)[] slow =
        [
            ("plan.docx", With(string.Concat(Enumerable.Repeat(P("x"), 150_000)))),
            ("plan.xlsx", ExcelFile.With(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 500_000)))),
            ("plan.csv",
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("cell", 90)) + "\n", 20_000)))),
        ];

        foreach (var (name, content) in slow)
        {
            Should.Throw<Refusal>(() => Documents.Files.FileReader.Read(name, content, time,
                TestContext.Current.CancellationToken)).Code.ShouldBe("file-too-slow", name);
        }
    }

    [Fact]
    public void A_request_that_is_given_up_is_not_refused()
    {
        using var given = new CancellationTokenSource();
        given.Cancel();

        Should.Throw<OperationCanceledException>(() => Documents.Files.FileReader.Read("plan.docx", With(P("x")), given.Token));
    }

    [Fact]
    public void Files_cut_short_anywhere_are_refused_or_read()
    {
        foreach (var (name, content) in Whole.Files)
        {
            for (var length = 1; length < content.Length; length += Math.Max(1, content.Length / 40))
            {
                Read(name, content[..length]);
            }
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(20260629);
        foreach (var name in new[] { "plan.docx", "plan.xlsx", "plan.xls", "plan.csv", "plan.txt" })
        {
            for (var length = 64; length < 200_000; length *= 3)
            {
                var content = new byte[length];
                random.NextBytes(content);
                Reading.Refusal(name, content).Code.ShouldBe("file-kind-unknown", $"{length} bytes");
            }
        }
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var before = Directory.GetFileSystemEntries(Path.GetTempPath()).ToHashSet();
        var storage = IsolatedFiles();

        foreach (var (name, content) in Whole.Files)
        {
            Read(name, content);
            Read(name, content[..(content.Length / 2)]);
        }

        Directory.GetFileSystemEntries(Path.GetTempPath()).Where(f => !before.Contains(f) && Path.GetExtension(f) is ".tmp" or ".xml")
            .ShouldBeEmpty();
        IsolatedFiles().ShouldBe(storage);
    }

    /// <summary>Where System.IO.Packaging used to spill large parts.</summary>
    private static int IsolatedFiles()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "IsolatedStorage");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;
    }

    private static void Read(string name, byte[] content)
    {
        try
        {
            Reading.Of(name, content);
        }
        catch (Refusal)
        {
            // What a damaged file may come to.
        }
    }

    /// <summary>The code of the refusal, once it came within the time and without this much more memory in use.</summary>
    private static string Within(TimeSpan time, long memory, string name, byte[] content)
    {
        using var process = Process.GetCurrentProcess();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var watching = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 5);
        var watch = Stopwatch.StartNew();

        var refusal = Reading.Refusal(name, content);

        watch.Stop();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{refusal.Code}: {watch.Elapsed.TotalSeconds:0.00} s, {(most - before) / Megabyte} MB more, from {content.Length / 1024} kB");
        watch.Elapsed.ShouldBeLessThan(time);
        (most - before).ShouldBeLessThan(memory);
        return refusal.Code;
    }
}
