namespace PartnershipEquality.Api.Tests.Isolation;

/// <summary>The proof can fail: each policy in turn is opened wide in a scratch database, and the isolation check must see it.</summary>
public sealed class PolicyMutationTests(RunningApi api)
{
    [Fact]
    public async Task A_policy_that_lets_everything_through_is_noticed_whichever_it_is()
    {
        await using var world = await World.CreateAsync(api, "mutation");
        var policies = await world.Database.ReadAsync("""
            select tablename::text, policyname::text, cmd::text, qual, with_check from pg_policies 
            where schemaname = 'equality' and roles = '{equality_app}'
              -- A policy for what the app has no right to has nothing to stop until a grant comes.
              and (cmd not in ('UPDATE', 'INSERT', 'SELECT') or has_any_column_privilege('equality_app', tablename::regclass, cmd))
            order by 1, 2
            """,
            r => (Table: r.GetString(0), Name: r.GetString(1), Command: r.GetString(2), Using: r.IsDBNull(3)
                ? null : r.GetString(3), Check: r.IsDBNull(4) ? null : r.GetString(4)));
        policies.Count.ShouldBeGreaterThan(50);

        var unnoticed = new List<string>();
        var opened = 0;
        foreach (var policy in policies)
        {
            // No tenant column can be updated, so the check of an update has nothing to stop until a grant changes.
            var clauses = new[] { policy.Using is null ? null : "using (true)", policy.Check is null || policy.Command == "UPDATE"
                ? null : "with check (true)" };
            foreach (var open in clauses.OfType<string>())
            {
                await world.Database.RunAsync(
                    $"alter policy {policy.Name} on equality.{policy.Table} " +
                    $"{open}{(policy.Command == "UPDATE" ? " with check (true)" : "")}");
                opened++;
                if ((await world.ViolationsAsync(policy.Table)).Count == 0)
                {
                    unnoticed.Add($"{policy.Table}.{policy.Name} {open}");
                }

                var closed = (policy.Using is null ? "" : $" using ({policy.Using})") + (policy.Check is null
                    ? "" : $" with check ({policy.Check})");
                await world.Database.RunAsync($"alter policy {policy.Name} on equality.{policy.Table}{closed}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{opened} ways of opening {policies.Count} policies");
        unnoticed.ShouldBeEmpty();
        foreach (var table in world.Tables)
        {
            (await world.ViolationsAsync(table)).ShouldBeEmpty("every policy was put back");
        }
    }

    [Fact]
    public async Task Only_the_platform_and_the_gate_have_policies_beside_the_apps()
    {
        (await api.Database.TextsAsync("""
            select tablename || '.' || policyname || ' ' || cmd || ' to ' || array_to_string(roles, ',') from pg_policies
              where schemaname = 'equality' and roles <> '{equality_app}' order by 1
            """)).ShouldBe([
            "api_keys.door SELECT to equality_gate", "api_keys.makes INSERT to equality_platform",
                "assignments.door SELECT to equality_gate",
            "calendars.door SELECT to equality_gate", "change_feed.behind SELECT to equality_gate",
                "change_feed.feeds INSERT to equality_gate", "digests.door SELECT to equality_gate",
                    "memberships.all_of_them ALL to equality_platform", "memberships.door SELECT to equality_gate",
            "organisations.all_of_them ALL to equality_platform", "organisations.door SELECT to equality_gate",
                "outbox.door SELECT to equality_gate", "portal_origins.door SELECT to equality_gate",
                    "settings.makes INSERT to equality_platform",
            "webhook_deliveries.door SELECT to equality_gate", "webhooks.behind SELECT to equality_gate",
                "work_due.finds ALL to equality_platform"]);
    }
}
