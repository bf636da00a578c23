using System.Text;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Plain text as it comes out of a PDF: read as lines, whatever the encoding.</summary>
public sealed class PlainTextTests
{
    private const string Text =
        "Our plan\n\nPriority 1\nRef\tAction\tLead\n1.1\tTrain\nstaff in June\tHR\nPriority 2 – services\nRef\tAction\n2.1\tPublish\n";

    [Fact]
    public void Text_with_several_tables_is_what_the_domain_reads_in_it()
    {
        var read = Reading.Of("plan.txt", Encoding.Unicode.GetBytes(Text));

        Shape(read).ShouldBe(Shape(PlainTextDocument.Read("plan.txt", Text)));
        read.Blocks.Count.ShouldBeGreaterThan(2);
    }

    [Theory]
    [InlineData("Just prose, with a comma, here.\nAnd, well, more of it.\nNo table at all.\n")]
    [InlineData("One line\n")]
    [InlineData("a, b\nc, d\n")]
    [InlineData("one, two, three\n\nfour, five, six\n")]
    public void Prose_is_no_table(string text) => Reading.Of("plan.txt", Encoding.UTF8.GetBytes(text)).Grids.ShouldBeEmpty();

    [Fact]
    public void What_no_database_takes_is_gone()
    {
        var filler = string.Concat(Enumerable.Repeat("An ordinary line of a plan.\n", 20));

        var read = Reading.Of("plan.txt", Encoding.Unicode.GetBytes($"{filler}Soft\u0002ly \u0085broken\n"));

        read.Blocks.OfType<SourceText>().Last().Text.ShouldBe("Softly broken");
    }

    private static string[] Shape(SourceDocument document) =>
        [.. document.Blocks.SelectMany(b => b is SourceGrid g
            ? g.Rows.Select(r => $"{r.Number}:{string.Join('/', r.Cells)}") : [((SourceText)b).Text])];
}
