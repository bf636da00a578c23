namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Files that a real office suite wrote: the same plan as .xls and .xlsx, and a document as .docx.</summary>
public sealed class OldWorkbookTests
{
    private static readonly string[] Plan =
    [
        "Priority 1 1: Equality action plan – councils’ own /  /  / ",
        "Priority 1 3: Ref / Action / Target / Done",
        "Priority 1 4: 2.10 / Train staff\\nand members / 30 June 2026 / 25%",
        "Priority 1 5: 1.10 / Publish / March 2027 / TRUE",
        "Priority 1 6: 3 /  / ongoing / 2",
        "Priority 2 1: Ref / Action",
        "Priority 2 2: 4.1 / Consult",
    ];

    [Theory]
    [InlineData("plan.xls")]
    [InlineData("plan.xlsx")]
    public void A_workbook_is_the_same_in_either_format(string name)
    {
        Reading.Lines(name, Sample.Of(name)).ShouldBe(Plan);
        Reading.Of(name, Sample.Of(name)).HiddenSheets.ShouldBe(["Lists"]);
    }

    [Fact]
    public void A_name_that_says_otherwise_changes_nothing() => Reading.Lines("plan.csv", Sample.Of("plan.xls")).ShouldBe(Plan);

    [Fact]
    public void A_document_that_an_office_suite_wrote_is_read() =>
        Reading.Lines("plan.docx", Sample.Of("plan.docx"))
        .ShouldBe(["Priority 1", "Some text.", "Table 1 1: Ref / Action / Lead", "Table 1 2: 1.1 / Train\\n• staff\\n• members / HR",
            "Table 1 3:  / 1. first\\n2. second / ", "After."]);
}
