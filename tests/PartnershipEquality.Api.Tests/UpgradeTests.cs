using System.Security.Cryptography;
using System.Text;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Data.Migrations;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Tests;

/// <summary>A database that an earlier version made and filled is brought up to date, and what it holds is still answered.</summary>
public sealed class UpgradeTests(RunningApi running)
{
    /// <summary>How many files the earlier version had: all but the newest.</summary>
    private static int EarlierVersion => Schema.Files.Count - 1;

    private const string PlanOfThen = """
        {"themes":[{"number":"1","title":"Then","commitments":[{"reference":"1.1","title":null,"related":[],"psedAims":[],"protectedCharacteristics":[],"actions":[
          {"reference":"1.1/1","text":"As it was kept","outcome":null,"measures":null,"responsible":null,"resources":null,"barriers":null,"stakeholders":null,"milestones":[],"target":null,
           "targets":[],"crossReference":{"text":null,"authorities":[],"outsideBodies":[],"unresolved":[]},"sourceRow":2}]}]}]}
        """;

    [Fact]
    public async Task A_filled_database_of_an_earlier_version_is_brought_up_and_answers_what_it_holds()
    {
        var name = $"upgrade_{Guid.NewGuid():N}";
        await OpenDatabases.MakeAsync(running.Server, name, TestContext.Current.CancellationToken);
        await using var database = new Database(running.Server, name);
        await MakeEarlierVersionAsync(database);
        var import = Guid.NewGuid();
        await using var api = await ApiInstance.StartAsync("Production", database.Roles);
        var id = Guid.NewGuid();
        await database.RunAsync("""
            insert into organisations (id, kind, code, name, created_at)
              values ($1, 'authority', 'BDC', 'Blaby District Council', '2026-11-22Z')
            """, id);
        await database.RunAsync("""
            insert into imports (id, organisation_id, file_name, bytes, sha256, status, title, starts_on, ends_on, stage, plan, problems,
              created_at, updated_at)
            values ($1, $2, 'plan.csv', 1, '\x00', 'read', 'Plan', '2026-04-01', '2029-03-31', 'inForce', $3::jsonb, '[]', '2026-11-22Z',
              '2026-11-22Z')
            """, import, id, PlanOfThen);

        (await database.Roles.UpgradeAsync(StoppedClock.Start, TestContext.Current.CancellationToken)).ShouldBe(
            Schema.Files.Skip(EarlierVersion));

        var council = await TestOrganisation.KnownAsync(api, id, OrganisationKind.Authority, "BDC");
        var kept = await council.Admin.ReadAsync($"/v1/imports/{import}");
        kept.GetProperty("plan").GetRawText().ShouldContain("As it was kept");
        kept.Text("updatedAt").ShouldBe(kept.Text("createdAt"));
    }

    [Fact]
    public async Task A_migration_that_was_edited_after_it_ran_is_refused_and_the_way_out_is_named()
    {
        var name = $"upgrade_{Guid.NewGuid():N}";
        await OpenDatabases.MakeAsync(running.Server, name, TestContext.Current.CancellationToken);
        await using var database = new Database(running.Server, name);
        await MakeEarlierVersionAsync(database);
        await database.RunAsync($"update equality.migrations set sha256 = 'another' where name = '{Schema.Files[0]}'");

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            database.Roles.UpgradeAsync(StoppedClock.Start, TestContext.Current.CancellationToken));

        refused.Message.ShouldContain(Schema.Files[0]);
        refused.Message.ShouldContain("serve --fresh");
    }

    /// <summary>What that version's migrate left: its files run by the owner, and a line for each.</summary>
    private static async Task MakeEarlierVersionAsync(Database database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var connection = await database.Roles.Owner.OpenConnectionAsync(ct);
        await RunAsync("""
            create schema equality; create table equality.migrations (name text primary key, sha256 text not null,
              applied_at timestamptz not null)
            """);
        foreach (var file in Schema.Files.Take(EarlierVersion))
        {
            using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(file)!);
            var sql = (await reader.ReadToEndAsync(ct)).ReplaceLineEndings("\n");
            await RunAsync($"set search_path = equality; {sql}");
            await RunAsync($"""
                insert into equality.migrations
                  values ('{file}', '{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)))}', '2026-11-22Z')
                """);
        }

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
