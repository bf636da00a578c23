using PartnershipEquality.Documents.CrossReferences;

namespace PartnershipEquality.Documents.Tests.CrossReferences;

public sealed class CrossReferenceReaderTests
{
    private const string Everyone = "BDC CBC HDC HBBC MBC NWL OWDC";

    [Theory]
    [InlineData("ALL", Everyone)]
    [InlineData("all", Everyone)]
    [InlineData("All partners", Everyone)]
    [InlineData("ALL.", Everyone)]
    [InlineData("HBBC; MBC; BDC; OWDC; HDC", "HBBC MBC BDC OWDC HDC")]
    [InlineData("NWL;", "NWL")]
    [InlineData(" ; nwl ;; ", "NWL")]
    [InlineData("CBC, NWL", "CBC NWL")]
    [InlineData("CBC/NWL", "CBC NWL")]
    [InlineData("CBC / NWL", "CBC NWL")]
    [InlineData("CBC\nNWL\r\nHDC", "CBC NWL HDC")]
    [InlineData("CBC NWL", "CBC NWL")]
    [InlineData("CBC, NWL and HDC", "CBC NWL HDC")]
    [InlineData("CBC & HDC", "CBC HDC")]
    [InlineData("CBC; CBC", "CBC")]
    [InlineData("CBC; MDC; OWDC; HDC", "CBC MBC OWDC HDC")]
    [InlineData("CBC; MBC; OWBC; HDC", "CBC MBC OWDC HDC")]
    [InlineData("North West Leicestershire; Hinckley and Bosworth Borough Council and Oadby & Wigston", "NWL HBBC OWDC")]
    [InlineData("Oadby and\nWigston Borough Council, Melton, Blaby District, Charnwood BC", "OWDC MBC BDC CBC")]
    [InlineData("CBC; MBC; ALL OTHERS", "CBC MBC BDC HDC HBBC NWL OWDC")]
    [InlineData("ALL OTHERS; CBC", "BDC HDC HBBC MBC NWL OWDC CBC")]
    [InlineData("WELLAND PARTNERSHIP; OTHERS", Everyone)]
    [InlineData("ALL EXCEPT MBC", "BDC CBC HDC HBBC NWL OWDC")]
    [InlineData("All, except for MDC and HDC", "BDC CBC HBBC NWL OWDC")]
    [InlineData("ALL (except MBC, HDC)", "BDC CBC HBBC NWL OWDC")]
    [InlineData("ALL EXCEPT MBC; HDC", "BDC CBC HBBC NWL OWDC")]
    [InlineData("ALL EXCEPT WELLAND PARTNERSHIP", Everyone)]
    public void Everyone_named_is_found(string text, string codes)
    {
        var read = Leicestershire.Read(text);

        read.Text.ShouldBe(text);
        string.Join(' ', read.Entries.Select(entry => entry.AuthorityCode)).ShouldBe(codes);
        read.Entries.ShouldAllBe(entry => entry.Qualifier == null);
        read.Unresolved.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData(" ; ")]
    public void A_blank_cell_is_for_nobody_yet(string? text)
    {
        var read = Leicestershire.Read(text);

        read.Entries.ShouldBeEmpty();
        read.Unresolved.ShouldBeEmpty();
        read.Groups.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("BTEC – CBC", "CBC", "BTEC")]
    [InlineData("BTEC - CBC; ALL OTHERS", "CBC", "BTEC")]
    [InlineData("BTEC \u2212 Charnwood", "CBC", "BTEC")]
    [InlineData("ALL; MBC – pilot scheme for vulnerable adults aged 18 - 5918+", "MBC",
        "pilot scheme for vulnerable adults aged 18 - 5918+")]
    [InlineData("MBC \u2014 pilot", "MBC", "pilot")]
    [InlineData("MBC: pilot", "MBC", "pilot")]
    [InlineData("MBC (pilot); HDC", "MBC", "pilot")]
    [InlineData("MBC (pilot) and HDC", "MBC", "pilot")]
    [InlineData("MBC – pilot (older people)", "MBC", "pilot (older people)")]
    [InlineData("MBC – adults, older people and carers; HDC", "MBC", "adults, older people and carers")]
    [InlineData("MBC – adults, older people, HDC", "MBC", "adults, older people")]
    [InlineData("MBC – all ages; HDC", "MBC", "all ages")]
    [InlineData("MBC – pilot, ALL OTHERS", "MBC", "pilot")]
    [InlineData("MBC – one; MBC – two", "MBC", "one; two")]
    [InlineData("MBC –", "MBC", null)]
    public void What_is_said_about_an_authority_stays_with_it(string text, string code, string? qualifier)
    {
        var read = Leicestershire.Read(text);

        read.Unresolved.ShouldBeEmpty();
        read.Entries.Single(entry => entry.AuthorityCode == code).Qualifier.ShouldBe(qualifier);
        read.Entries.Where(entry => entry.AuthorityCode != code).ShouldAllBe(entry => entry.Qualifier == null);
    }

    [Theory]
    [InlineData("XYZ", "XYZ", "")]
    [InlineData("CBC; XYZ; NWL", "XYZ", "CBC NWL")]
    [InlineData("XYZ, ABC", "XYZ|ABC", "")]
    [InlineData("Fire and Rescue Service; CBC", "Fire and Rescue Service", "CBC")]
    [InlineData("XYZ and CBC", "XYZ", "CBC")]
    [InlineData("MBC – pilot, XYZ", "XYZ", "MBC")]
    [InlineData("not MBC", "not MBC", "")]
    [InlineData("non-CBC", "non-CBC", "")]
    [InlineData("MBC – CBC", "MBC – CBC", "")]
    [InlineData("MBC – ALL", "MBC – ALL", "")]
    [InlineData("MBC pilot", "MBC pilot", "")]
    [InlineData("MBC – with HDC and CBC; NWL", "MBC – with HDC", "CBC NWL")]
    [InlineData("MBC – pilot and all others", "MBC – pilot and all others", "")]
    [InlineData("ALL EXCEPT XYZ", "ALL EXCEPT XYZ", "")]
    [InlineData("ALL EXCEPT MBC; XYZ", "ALL EXCEPT MBC; XYZ", "")]
    [InlineData("ALL EXCEPT", "ALL EXCEPT", "")]
    [InlineData("ALL other than MBC", "ALL other than MBC", "")]
    [InlineData("OTHERS", "OTHERS", "")]
    [InlineData("Everyone who wishes", "Everyone who wishes", "")]
    public void What_cannot_be_told_is_left_unresolved(string text, string unresolved, string codes)
    {
        var read = Leicestershire.Read(text);

        string.Join('|', read.Unresolved).ShouldBe(unresolved);
        string.Join(' ', read.Entries.Select(entry => entry.AuthorityCode)).ShouldBe(codes);
    }

    [Theory]
    [InlineData("NWL; HBBC; BDC  CBC; MBC; OWDC; HDC", "NWL HBBC BDC|CBC MBC OWDC HDC")]
    [InlineData("NWL; HBBC; BDC;\nCBC; MBC", "NWL HBBC BDC|CBC MBC")]
    [InlineData("NWL; HBBC / CBC", "NWL HBBC|CBC")]
    [InlineData("NWL/HBBC", "NWL HBBC")]
    [InlineData("NWL  ; HBBC", "NWL HBBC")]
    [InlineData("NWL and\nHBBC", "NWL HBBC")]
    [InlineData("NWL; HBBC  ALL OTHERS", "NWL HBBC|BDC CBC HDC MBC OWDC")]
    [InlineData("ALL EXCEPT MBC  MBC", "BDC CBC HDC HBBC NWL OWDC|MBC")]
    [InlineData("XYZ  CBC", "|CBC")]
    [InlineData("Hinckley  and  Bosworth", "HBBC")]
    [InlineData("  CBC  ", "CBC")]
    public void Groups_are_kept_as_the_text_sets_them_apart(string text, string groups) =>
        string.Join('|', Leicestershire.Read(text).Groups.Select(group => string.Join(' ', group))).ShouldBe(groups);

    [Fact]
    public void A_body_outside_is_known_by_its_name_and_no_authority()
    {
        var read = Leicestershire.Read("Welland  Partnership; OTHERS");

        read.OutsideBodies.ShouldBe(["WELLAND PARTNERSHIP"]);
        read.Entries.Count.ShouldBe(7);
        read.Entries[0].TextAsWritten.ShouldBe("OTHERS");
    }

    [Fact]
    public void A_name_that_two_authorities_share_names_neither()
    {
        KnownAuthority[] two = [new(Guid.Empty, "LCC", "Leicester City Council", []),
            new(Guid.Empty, "LCCC", "Leicester County Council", ["LCC"])];

        CrossReferenceReader.Read("Leicester; LCC; Leicester City", two, []).ShouldSatisfyAllConditions(
            read => read.Unresolved.ShouldBe(["Leicester", "LCC"]),
            read => read.Entries.Single().AuthorityCode.ShouldBe("LCC"));
    }

    [Fact]
    public void No_text_makes_it_throw_or_name_a_stranger()
    {
        string[] parts = ["ALL", "OTHERS", "EXCEPT", "MBC", "XYZ", "WELLAND PARTNERSHIP", "and", "&", "–", "-", "(", ")", ";", ",", "/",
            " ", "  ", "\n", ".", "\0", "\ud800", "pilot", "Oadby"];
        var codes = Leicestershire.Authorities.Select(authority => authority.Code).ToHashSet();
        var random = new Random(20111);
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Concat(random.GetItems(parts, random.Next(1, 14)).Select(part => random.Next(2) == 0 ? part : part + " "));

            var read = Leicestershire.Read(text);

            var named = read.Entries.Select(entry => entry.AuthorityCode).ToList();
            named.Distinct().Count().ShouldBe(named.Count, text);
            codes.IsSupersetOf(named).ShouldBeTrue(text);
            read.Groups.SelectMany(group => group).ToHashSet().SetEquals(named).ShouldBeTrue(text);
        }
    }
}
