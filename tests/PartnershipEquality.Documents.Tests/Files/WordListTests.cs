using static PartnershipEquality.Documents.Tests.Files.WordFile;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>The marks of lists, which Word shows and does not store.</summary>
public sealed class WordListTests
{
    private const string Numbering =
        """
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%1)"/></w:lvl><w:lvl w:ilvl="1"><w:isLgl/><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:pStyle w:val="Heading1"/><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Priority %1:"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="OurList"/></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>
        <w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        <w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>
        """;

    private const string Styles =
        """
        <w:style w:type="paragraph" w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading1Blue"><w:basedOn w:val="Heading1"/></w:style>
        <w:style w:type="numbering" w:styleId="OurList"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        """;

    [Fact]
    public void Levels_count_and_begin_again_under_each_item() =>
        Lines(Item("one", 1), Item("under", 1, 1), Item("deeper", 1, 2), Item("deeper still", 1, 2), Item("under", 1, 1),
            Item("deep again", 1, 2), Item("two", 1), Item("under two", 1, 1))
        .ShouldBe(["1. one", "1.1 under", "a) deeper", "b) deeper still", "1.2 under", "a) deep again", "2. two", "2.1 under two"]);

    [Fact]
    public void A_list_goes_on_after_other_text_and_in_tables() =>
        Lines(Item("one", 1), P("between"), Tbl(Tr(Tc(Item("two", 1) + Item("bullet", 2)), Tc(Item("three", 1)))))
        .ShouldBe(["1. one", "between", "Table 1 1: 2. two\\n• bullet / 3. three"]);

    [Fact]
    public void Lists_of_one_definition_count_on_unless_they_start_anew() =>
        Lines(Item("one", 1), Item("two", 5), Item("seven", 6), Item("eight", 6)).ShouldBe(["1. one", "2. two", "7. seven", "8. eight"]);

    [Fact]
    public void Romans_start_where_they_are_told_and_legal_numbers_are_decimal() =>
        Lines(Item("three", 3), Item("four", 3), Item("legal", 3, 1)).ShouldBe(["(III) three", "(IV) four", "4.1 legal"]);

    [Fact]
    public void A_style_or_what_it_is_based_on_makes_an_item_and_a_paragraph_can_refuse() =>
        Lines(P("Leadership", "<w:pStyle w:val=\"Heading1\"/>"), P("Services", "<w:pStyle w:val=\"Heading1Blue\"/>"),
            P("Plain", "<w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"))
        .ShouldBe(["Priority 1: Leadership", "Priority 2: Services", "Plain"]);

    [Fact]
    public void A_definition_may_point_to_a_list_style() => Lines(Item("linked", 7)).ShouldBe(["(III) linked"]);

    [Theory]
    [InlineData(1, "lowerLetter", "a")]
    [InlineData(28, "upperLetter", "BB")]
    [InlineData(1994, "lowerRoman", "mcmxciv")]
    [InlineData(4, "decimalZero", "04")]
    [InlineData(12, "ordinal", "12th")]
    [InlineData(22, "ordinal", "22nd")]
    [InlineData(3, "none", "")]
    [InlineData(5, "chineseCounting", "5")]
    [InlineData(0, "upperRoman", "0")]
    public void Numbers_are_written_as_the_list_says(int number, string format, string written) =>
        Documents.Files.ListNumber.Written(number, format).ShouldBe(written);

    private static string Item(string text, int list, int level = 0) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    private static string[] Lines(params string[] body) => Reading.Lines("plan.docx", With(string.Concat(body), Numbering, Styles));
}
