using System.Text.Json;
using PartnershipEquality.Api.Tests.Clients;

namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>
/// The document in the repository is the one that is served, and the C# client the one made from it: who reviews a change sees what it does
/// to integrations.
/// </summary>
public sealed class DocumentFileTests(RunningApi api)
{
    [Fact]
    public async Task The_document_in_the_repository_is_the_one_served() =>
        await Repository.HoldAsync("openapi/partnership-equality.v1.json", await ServedAsync(api.Api));

    [Fact]
    public async Task The_document_is_the_same_each_time_it_is_served()
    {
        await using var other = await api.StartAsync();
        (await ServedAsync(other)).ShouldBe(await ServedAsync(api.Api));
    }

    [Fact]
    public async Task The_csharp_client_is_the_one_made_from_the_document()
    {
        var document = JsonDocument.Parse(await ServedAsync(api.Api)).RootElement;
        await Repository.HoldAsync("src/PartnershipEquality.Client/Generated/Contracts.cs", CSharpContracts.Write(document));
        await Repository.HoldAsync("src/PartnershipEquality.Client/Generated/Operations.cs", CSharpOperations.Write(document));
    }

    private static async Task<string> ServedAsync(ApiInstance instance) =>
        (await instance.Client().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n")
            .TrimEnd('\n') + "\n";
}
