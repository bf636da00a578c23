namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>
/// The document keeps every rule that Spectral and Redocly recommend, its examples among them; what is let by has its reason in
/// <c>openapi/</c>.
/// </summary>
public sealed class DocumentLintTests
{
    [Theory]
    [InlineData("lint:spectral")]
    [InlineData("lint:redocly")]
    public async Task The_document_keeps_every_recommended_rule(string linter)
    {
        var (exit, said) = await NodeTools.RunAsync(linter);
        exit.ShouldBe(0, said);
    }
}
