using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Plans;

public sealed class ResponsibleRolesTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("/ ; \n", "")]
    [InlineData("Policy and Performance Officer", "policy and performance officer")]
    [InlineData("HR Manager / Chief Executive", "hr manager|chief executive")]
    [InlineData("HR Manager; HR managers\nTown Clerk", "hr manager|town clerk")]
    [InlineData("Community, Safety and Health Officer", "community safety and health officer")]
    public void Only_marks_that_never_stand_in_a_title_part_two_roles(string? cell, string keys) =>
        string.Join('|', ResponsibleRoles.Split(cell).Select(r => r.Key)).ShouldBe(keys);

    [Theory]
    [InlineData("Customer Services managers", "Customer Service Manager")]
    [InlineData("Equality & Diversity Officers", "equality / diversity officer")]
    [InlineData("E-Government Officer", "E Government  officer")]
    public void Case_dashes_spacing_and_a_plural_make_no_second_role(string one, string other) =>
        ResponsibleRoles.Fold(one).ShouldBe(ResponsibleRoles.Fold(other));

    [Theory]
    [InlineData("Business Manager", "business manager")]
    [InlineData("Access Officer", "access officer")]
    [InlineData("GIS Officer", "gis officer")]
    public void An_s_that_is_no_plural_stays(string written, string key) => ResponsibleRoles.Fold(written).ShouldBe(key);

    [Fact]
    public void All_officers_names_everybody()
    {
        ResponsibleRoles.NamesEverybody(ResponsibleRoles.Fold("All officers responsible for consultation")).ShouldBeTrue();
        ResponsibleRoles.NamesEverybody(ResponsibleRoles.Fold("Officer for all")).ShouldBeFalse();
    }
}
