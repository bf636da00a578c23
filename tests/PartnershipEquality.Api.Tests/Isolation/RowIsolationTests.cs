namespace PartnershipEquality.Api.Tests.Isolation;

/// <summary>
/// With every table full of everybody's rows, each organisation reaches its own and what the design gives it, and nothing else.
/// </summary>
public sealed class RowIsolationTests(SeededWorld seeded) : IClassFixture<SeededWorld>
{
    private readonly World _world = seeded.World;

    [Fact]
    public async Task Every_table_holds_rows_of_both_sides_and_has_its_rule()
    {
        _world.Tables.Order().ShouldBe(_world.Rules.Tables.Order(), "a new table needs rows in World.sql and a line in Rules");
        foreach (var table in _world.Tables)
        {
            var held = await _world.Database.TextsAsync($"select to_jsonb(t)::text from equality.{table} t");
            foreach (var side in new[] { new[] { "PA", "A1", "A2" }, ["PB", "B1", "B2"] })
            {
                var sides = await _world.Database.TextsAsync("""
                    select id::text from equality.organisations where code = any ($1)
                    """, (object)side);
                held.ShouldContain(row => sides.Any(row.Contains), $"{table} holds nothing of {side[0]}'s side");
            }
        }
    }

    [Fact]
    public async Task Each_organisation_reads_adds_changes_removes_and_refers_to_exactly_what_it_may()
    {
        var violations = new List<string>();
        foreach (var table in _world.Tables)
        {
            violations.AddRange(await _world.ViolationsAsync(table));
        }

        violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_settings_there_are_no_rows_and_nothing_can_be_added()
    {
        var violations = new List<string>();
        foreach (var table in _world.Tables)
        {
            violations.AddRange(await _world.ViolationsOfNobodyAsync(table));
        }

        violations.ShouldBeEmpty();
    }

    /// <summary>
    /// The view reads with its reader's rights: who answers for an assignment is its authority's own affair, the owner's neither.
    /// </summary>
    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("BOTH", "BOTH")]
    [InlineData("B1", "B1")]
    [InlineData("PA", "")]
    [InlineData("PB", "")]
    public async Task Which_posts_answer_is_seen_by_their_authority_alone(string who, string sees)
    {
        var seen = await _world.ReachesAsync(who, "select from equality.answering_posts");
        var own = await _world.ReachesAsync(who, $"select from equality.answering_posts where authority_id = probe.id('{sees}')");

        seen.ShouldBe(own);
        (seen == "0").ShouldBe(sees.Length == 0);
        (await _world.Database.TextsAsync("""
            select distinct authority_id::text from equality.answering_posts
            """)).Count.ShouldBeGreaterThan(4, "past row security it shows everybody's");
    }

    /// <summary>
    /// A scheme is its owner's to take away, with all that hangs on it, also what its owner cannot see; what was reported,
    /// moved or sent stands in the way, whoever's it is.
    /// </summary>
    [Theory]
    [InlineData("PA", "progress_updates")]
    [InlineData("PA", "target_moves")]
    [InlineData("PA", "reminders")]
    [InlineData("PA", null)]
    [InlineData("A1", null)]
    [InlineData("PB", null)]
    public async Task A_scheme_is_taken_away_by_its_owner_alone_and_only_where_nothing_was_done_in_it(string who, string? standing)
    {
        var scheme = (await _world.Database.TextsAsync("select probe.id('scheme', 'PA', 'now')::text")).Single();
        await using var connection = await _world.Database.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var statement in new[] { ("reminders", "update reminders set digest_id = null"), ("progress_updates",
            "delete from progress_updates"), ("target_moves", "delete from target_moves"), ("", "update imports set scheme_id = null") }
            .Where(s => s.Item1 != standing).Select(s => s.Item2))
        {
            await using var clear = new Npgsql.NpgsqlCommand(statement, connection);
            await clear.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var answer = await _world.ReachesAsync(who, $"delete from equality.schemes where id = '{scheme}'", connection, transaction);

        answer.ShouldBe(who != "PA" ? "0" : standing is null ? "1" : "23503");
    }

    /// <summary>Both parties may write an assignment, each its own part: row security is per row, so a trigger holds the columns.</summary>
    [Theory]
    [InlineData("A1", "assignments", "status = 'onTrack'", "1")]
    [InlineData("A1", "assignments", "own_targets = '[]'", "1")]
    [InlineData("A1", "assignments", "shared_targets = '[1]'", "42501")]
    [InlineData("A1", "assignments", "withdrawn_at = '2026-11-22Z'", "42501")]
    [InlineData("A1", "assignments", "not_applicable_accepted_at = '2026-11-22Z'", "42501")]
    [InlineData("PA", "assignments", "shared_targets = '[1]'", "1")]
    [InlineData("PA", "assignments", "withdrawn_at = '2026-11-22Z'", "1")]
    [InlineData("PA", "assignments", "not_applicable_accepted_at = '2026-11-22Z'", "1")]
    [InlineData("PA", "assignments", "status = 'onTrack'", "42501")]
    [InlineData("PA", "assignments", "own_targets = '[]'", "42501")]
    [InlineData("PA", "assignments", "authority_id = owner_id", "42501")]
    [InlineData("A1", "assignments", "contested_at = '2026-11-22Z', contest_reason = 'Not ours'", "1")]
    [InlineData("A1", "assignments", "contest_decided_at = '2026-11-22Z'", "42501")]
    [InlineData("A1", "assignments", "contest_accepted = true", "42501")]
    [InlineData("A1", "assignments", "reference = '9/9'", "42501")]
    [InlineData("A1", "assignments", "theme_id = id", "42501")]
    [InlineData("PA", "assignments", "contested_at = '2026-11-22Z', contest_reason = 'Not theirs'", "42501")]
    [InlineData("PA", "assignments", "contested_at = '2026-11-22Z', contest_decided_at = '2026-11-22Z'", "42501")]
    [InlineData("PA", "assignments", "contest_note = 'Noted'", "1")]
    [InlineData("PA", "assignments", "reference = '9/9'", "1")]
    [InlineData("A1", "assignments", "snoozed_until = '2027-01-11', acknowledged_until = '2027-01-11'", "1")]
    [InlineData("PA", "assignments", "snoozed_until = '2027-01-11'", "42501")]
    [InlineData("PA", "assignments", "acknowledged_until = '2027-01-11'", "42501")]
    [InlineData("PA", "assignments", "snoozed_until = null, acknowledged_until = null", "1")]
    [InlineData("PA", "assignments", "pending_notices = '{moved}', pending_notices_since = '2026-11-22Z'", "1")]
    [InlineData("A2", "assignments", "status = 'onTrack'", "0")]
    [InlineData("PB", "assignments", "withdrawn_at = '2026-11-22Z'", "0")]
    [InlineData("A1", "occurrences", "status = 'completed'", "1")]
    [InlineData("PA", "occurrences", "due_by = '2027-01-31'", "1")]
    [InlineData("PA", "occurrences", "status = 'completed'", "42501")]
    [InlineData("PA", "occurrences", "completed_at = '2026-11-22Z'", "42501")]
    [InlineData("A1", "progress_updates", "tier = 'private'", "3")]
    [InlineData("PA", "progress_updates", "tier = 'public'", "0")]
    [InlineData("A1", "progress_updates", "narrative = 'Rewritten'", "42501")]
    public async Task Each_party_writes_its_own_part_of_what_they_share(string who, string table, string change, string answer)
    {
        var assignment = (await _world.Database.TextsAsync("select probe.id('assignment', 'PA', 'now', 'A1')::text")).Single();
        var column = table == "assignments" ? "id" : "assignment_id";

        (await _world.ReachesAsync(who, $"update equality.{table} set {change} where {column} = '{assignment}'")).ShouldBe(answer);
    }
}

/// <summary>One seeded database for all tests of the class: each leaves it as it found it.</summary>
public sealed class SeededWorld(RunningApi api) : IAsyncLifetime
{
    public World World { get; private set; } = null!;

    public async ValueTask InitializeAsync() => World = await World.CreateAsync(api, "isolation");

    public async ValueTask DisposeAsync() => await World.DisposeAsync();
}
