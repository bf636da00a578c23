using System.Text;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Writing.Csv;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>CSV and its kin, as spreadsheets on different machines write them.</summary>
public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Any_delimiter_is_found(string d) =>
        Lines("plan.csv",
            $"Ref{d}\"Action, or actions; all of them\"{d}Lead\r\n1.1{d}\"Train{d} then \"\"test\"\"\r\nstaff, members, others\"{d}\"HR; " +
            $"all\"\r\n1.2{d}\"Publish, yearly, in June\"{d}\r\n")
        .ShouldBe(["Table 1 1: Ref / Action, or actions; all of them / Lead",
            $"Table 1 2: 1.1 / Train{(d == "\t" ? " " : d)} then \"test\"\\nstaff, members, others / HR; all",
                "Table 1 3: 1.2 / Publish, yearly, in June / "]);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void Any_encoding_is_found(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] content = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Ref,Action\r\n1.1,the council’s “own” – £5\r\n")];

        Reading.Lines("plan.csv", content).ShouldBe(["Table 1 1: Ref / Action", "Table 1 2: 1.1 / the council’s “own” – £5"]);
    }

    [Fact]
    public void Ragged_rows_stay_ragged_and_empty_ones_and_columns_go() =>
        Lines("plan.csv", "Ref,Action,Lead,,,\n1.1\n\n,,,,,\n1.2,a,b,,,\n")
            .ShouldBe(["Table 1 1: Ref / Action / Lead", "Table 1 2: 1.1", "Table 1 5: 1.2 / a / b"]);

    [Fact]
    public void A_stray_quotation_mark_is_text() =>
        Lines("plan.csv", "Ref,Action\n1.1,a 5\" pipe\n1.2,\"b\" c\n")
            .ShouldBe(["Table 1 1: Ref / Action", "Table 1 2: 1.1 / a 5\" pipe", "Table 1 3: 1.2 / b c"]);

    [Fact]
    public void Excels_own_hint_is_taken_and_is_no_row() =>
        Lines("plan.csv", "sep=;\r\nRef;Action\r\n1,1;a\r\n").ShouldBe(["Table 1 2: Ref / Action", "Table 1 3: 1,1 / a"]);

    [Fact]
    public void A_mark_that_is_never_closed_is_refused_and_its_row_named()
    {
        var refusal = Reading.Refusal("plan.csv", "Ref,Action\n1.1,\"never closed\n1.2,b\n"u8.ToArray());

        refusal.Code.ShouldBe("file-unreadable");
        refusal.Message.ShouldContain("Row 2");
    }

    [Fact]
    public void The_template_is_read_as_it_was_written()
    {
        var grid = Reading.Of("plan.csv", TemplateCsv.Template()).Grids.Single();

        grid.Rows.Select(r => r.Number).ShouldBe([1, 2]);
        grid.Rows[0].Cells.ShouldBe(CanonicalColumns.All.Select(c => c.Header));
        grid.Rows[1].Cells.ShouldBe(CanonicalColumns.All.Select(c => c.Example));
    }

    [Fact]
    public void An_apostrophe_that_keeps_a_cell_from_being_a_formula_is_taken_off_and_no_other() =>
        Lines("plan.csv", "Ref,Action\n'=1+1,'tis done\n'-5,'\n")
            .ShouldBe(["Table 1 1: Ref / Action", "Table 1 2: =1+1 / 'tis done", "Table 1 3: -5 / '"]);

    [Theory]
    [InlineData("plan.tsv")]
    [InlineData("plan.txt")]
    [InlineData("plan")]
    [InlineData("plan.xls")]
    public void Tabs_in_even_rows_are_a_table_whatever_the_name(string name) =>
        Lines(name, "Ref\tAction\n1.1\t\"two\nlines\"\n1.2\ta, b\n")
            .ShouldBe(["Table 1 1: Ref / Action", "Table 1 2: 1.1 / two\\nlines", "Table 1 3: 1.2 / a, b"]);

    [Fact]
    public void Even_commas_are_a_table_too() =>
        Lines("plan.txt", "Ref,Action,Lead\n1.1,a,b\n").ShouldBe(["Table 1 1: Ref / Action / Lead", "Table 1 2: 1.1 / a / b"]);

    [Fact]
    public void Lines_of_an_old_Mac_are_lines() =>
        Lines("plan.csv", "Ref,Action\r1.1,a\r").ShouldBe(["Table 1 1: Ref / Action", "Table 1 2: 1.1 / a"]);

    private static string[] Lines(string name, string text) => Reading.Lines(name, Encoding.UTF8.GetBytes(text));
}
