using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests;

public sealed class RunningApiTests(RunningApi api)
{
    [Fact]
    public async Task A_partnership_of_seven_is_made_quickly_and_each_of_its_keys_opens_its_own_organisation()
    {
        await TestPartnership.CreateAsync(api, members: 1);
        var watch = Stopwatch.StartNew();
        var partnership = await TestPartnership.CreateAsync(api, members: 7);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));

        foreach (var organisation in partnership.Everyone)
        {
            foreach (var role in organisation.Keys.Keys)
            {
                var me = await organisation.As(role).GetFromJsonAsync<JsonElement>("/v1/me", TestContext.Current.CancellationToken);
                me.GetProperty("organisation").GetProperty("code").GetString().ShouldBe(organisation.Code);
                me.GetProperty("credential").GetProperty("role").GetString().ShouldBe(role);
            }
        }
    }
}
