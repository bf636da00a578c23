using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Migrations;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// What every table of the schema must be, asked of the running database; what is excepted is named here with its reason.
/// </summary>
public sealed partial class TablesTests(RunningApi api)
{
    private static readonly string[] TenantColumns = ["owner_id", "authority_id", "organisation_id", "partnership_id"];

    private static readonly Dictionary<string, string> WithoutRowSecurity = new()
    {
        ["migrations"] = "which files ran: no tenant's, and the app has no right to it",
        ["feed_generation"] = "one number for the whole database",
    };

    private static readonly Dictionary<string, string> UniqueAcrossTenants = new()
    {
        ["organisations_code_key"] = "a code names one organisation to everybody; written by the platform alone",
        ["organisations_gss_code_key"] = "the nation's code; written by the platform alone",
        ["organisations_twins"] = "two organisations' ids, random; written by the platform alone",
        ["assignment_states_assignment_id_idx"] = "an assignment's id, random, whose parties its foreign key holds it to",
        ["assignment_posts_pkey"] = "an assignment's id, random, whose parties its foreign key holds it to",
        ["reminders_occurrence_id_due_by_days_from_due_audience_coale_idx"] =
            "an occurrence's id, random, whose parties its foreign key holds it to",
        ["outbox_digest_id_idx"] = "a digest's id, random, whose organisation its foreign key holds it to",
        ["outbox_message_id_key"] = "a mail's name in the world, made from its random id",
    };

    /// <summary>
    /// Links that are filled in later, and where the owner's plan puts a row; every other id of a row stays as it was made.
    /// </summary>
    private static readonly string[] LinksFilledLater =
    [
        "occurrences.update_id", "role_mappings.post_id", "reminders.digest_id", "imports.into_scheme_id", "imports.scheme_id",
        "commitments.theme_id", "actions.theme_id", "actions.commitment_id", "assignments.theme_id", "assignments.commitment_id",
    ];

    [Fact]
    public async Task Every_table_has_row_security_enabled_and_forced_and_a_policy()
    {
        var bare = await api.Database.TextsAsync("""
            select c.relname from pg_class c
            where c.relnamespace = 'equality'::regnamespace and c.relkind in ('r', 'p')
              and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
            """);

        bare.Order().ShouldBe(WithoutRowSecurity.Keys.Order());
    }

    [Fact]
    public async Task No_table_that_the_app_could_come_to_stands_outside_the_schema_that_is_guarded()
    {
        var elsewhere = await api.Database.TextsAsync("""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
              and has_schema_privilege('equality_app', n.oid, 'usage')
              and (n.nspname <> 'equality' or c.relkind in ('m', 'f')
                or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))
            """);

        elsewhere.ShouldBeEmpty("a view reads with its owner's rights, past row security, unless it is made to read with its reader's");
    }

    [Fact]
    public async Task Every_foreign_key_between_tenants_rows_carries_all_tenant_columns_of_what_it_points_at()
    {
        var keys = await api.Database.ReadAsync("""
            select k.conname, k.conrelid::regclass::text, k.confrelid::regclass::text,
              array(select a.attname::text from unnest(k.conkey) with ordinality u(n, i)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by i),
              array(select a.attname::text from unnest(k.confkey) with ordinality u(n, i)
              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by i),
              array(select a.attname::text from pg_attribute a where a.attrelid = k.confrelid and a.attnum > 0 and a.attnotnull)
            from pg_constraint k where k.contype = 'f' and k.connamespace = 'equality'::regnamespace
            """,
            r => (Name: r.GetString(0), From: r.GetString(1), To: r.GetString(2), Columns: r.GetFieldValue<string[]>(3),
                Referenced: r.GetFieldValue<string[]>(4), NotNull: r.GetFieldValue<string[]>(5)));

        keys.Count.ShouldBeGreaterThan(30);
        keys.Where(k => k.To != "organisations")
            .Where(k => k.NotNull.Intersect(TenantColumns).Except(k.Referenced).Any()
                || !k.Referenced.Zip(k.Columns).Where(pair => TenantColumns.Contains(pair.First))
                    .All(pair => TenantColumns.Contains(pair.Second)))
            .Select(k => $"{k.From}.{k.Name} ({string.Join(", ", k.Columns)})")
            .ShouldBeEmpty("a foreign key is checked past row security: without the tenant, rows can be hung on another's parent");
    }

    [Fact]
    public async Task Every_unique_key_contains_a_tenant_or_is_an_id_that_clients_make_at_random()
    {
        var probing = await api.Database.ReadAsync("""
            select i.indexrelid::regclass::text, i.indrelid::regclass::text,
              array(select a.attname::text from unnest(i.indkey::int2[]) u(n)
              join pg_attribute a on a.attrelid = i.indrelid and a.attnum = u.n)
            from pg_index i join pg_class c on c.oid = i.indrelid
            where i.indisunique and c.relnamespace = 'equality'::regnamespace
            """,
            r => (Index: r.GetString(0), Table: r.GetString(1), Columns: r.GetFieldValue<string[]>(2)));

        probing.Where(i => !WithoutRowSecurity.ContainsKey(i.Table) && !i.Columns.Intersect(TenantColumns).Any()
            && !i.Columns.SequenceEqual(["id"]))
            .Select(i => i.Index).Order()
            .ShouldBe(UniqueAcrossTenants.Keys.Order(),
                "a unique key is checked past row security: without the tenant, another's values can be probed");
    }

    [Fact]
    public async Task The_doors_are_exactly_these_owned_by_the_gate_with_a_fixed_search_path_and_shut_to_the_public()
    {
        var doors = await api.Database.ReadAsync("""
            select p.pronamespace::regnamespace::text || '.' || p.proname, pg_get_userbyid(p.proowner)::text, coalesce(p.proconfig,
              '{}')::text[],
              exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
            from pg_proc p where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            """,
            r => (Name: r.GetString(0), Owner: r.GetString(1), Config: r.GetFieldValue<string[]>(2), Public: r.GetBoolean(3)));

        doors.Select(d => d.Name).Order()
            .ShouldBe(["gate.feed_readers", "gate.knows_origin", "gate.mail_waiting", "gate.open_calendar", "gate.open_digest",
                "gate.reach", "gate.sandbox", "gate.sign_in", "gate.webhooks_behind", "gate.webhooks_waiting"]);
        foreach (var door in doors)
        {
            door.Owner.ShouldBe("equality_gate", door.Name);
            door.Config.ShouldBe(["search_path=pg_catalog"], door.Name);
            door.Public.ShouldBeFalse(door.Name);
        }
    }

    [Fact]
    public async Task The_roles_that_serve_own_nothing_pass_nothing_and_stand_in_for_nobody()
    {
        (await api.Database.TextsAsync("""
            select rolname::text from pg_roles where rolname in ('equality_app', 'equality_platform', 'equality_gate', 'equality_owner')
              and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolname = 'equality_gate' and rolcanlogin)
            """)).ShouldBeEmpty();
        (await api.Database.TextsAsync("""
            select d.classid::regclass::text || ' ' || d.objid from pg_shdepend d
            where d.deptype = 'o' and d.refobjid in ('equality_app'::regrole, 'equality_platform'::regrole)
            """)).ShouldBeEmpty();
        (await api.Database.TextsAsync("""
            select member::regrole::text || ' in ' || roleid::regrole from pg_auth_members
              where member in ('equality_app'::regrole, 'equality_platform'::regrole)
            """))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_program_starts_as_the_app_and_the_platform_and_refuses_the_owner_a_superuser_and_the_backup()
    {
        var ct = TestContext.Current.CancellationToken;
        await SafeRole.EnsureAsync(api.Database.Roles.App, ct);
        await SafeRole.EnsureAsync(api.Database.Roles.Platform, ct);

        (await Should.ThrowAsync<InvalidOperationException>(
            () => SafeRole.EnsureAsync(api.Database.Roles.Owner, ct))).Message.ShouldContain("owns tables");
        (await Should.ThrowAsync<InvalidOperationException>(() => SafeRole.EnsureAsync(api.Database.Superuser, ct))).Message.ShouldContain(
            "superuser");
        await using var backup = NpgsqlDataSource.Create(api.Server.ConnectionString(api.Database.Name, "equality_backup"));
        (await Should.ThrowAsync<InvalidOperationException>(() => SafeRole.EnsureAsync(backup, ct))).Message.ShouldContain("BYPASSRLS");
    }

    [Fact]
    public async Task The_platform_reads_organisations_memberships_and_work_and_no_other_table()
    {
        var read = new List<string>();
        foreach (var table in await api.Database.TextsAsync("""
            select relname from pg_class where relnamespace = 'equality'::regnamespace and relkind in ('r', 'p') order by 1
            """))
        {
            if (await MayReadAsync(api.Database.Roles.Platform, $"select 1 from equality.{table} limit 1"))
            {
                read.Add(table);
            }
        }

        read.ShouldBe(["memberships", "organisations", "work_due"]);
        (await api.Database.TextsAsync("""
            select relname from pg_class
              where relnamespace = 'equality'::regnamespace and relkind in ('r', 'p')
              and has_any_column_privilege('equality_platform', oid, 'select') order by 1
            """)).ShouldBe(read);
    }

    [Fact]
    public async Task The_app_enters_no_schema_but_its_own() =>
        (await api.Database.TextsAsync("""
            select nspname::text from pg_namespace where has_schema_privilege('equality_app', oid, 'usage')
              and nspname not in ('pg_catalog', 'information_schema', 'public') and nspname !~ '^pg_(toast|temp)' order by 1
            """)).ShouldBe(["app", "equality", "gate"]);

    [Fact]
    public async Task The_app_cannot_read_a_keys_hash_nor_what_has_no_tenant()
    {
        (await MayReadAsync(api.Database.Roles.App, "select name from equality.api_keys")).ShouldBeTrue();
        (await MayReadAsync(api.Database.Roles.App, "select secret_sha256 from equality.api_keys")).ShouldBeFalse();
        (await MayReadAsync(api.Database.Roles.App, "select * from equality.api_keys")).ShouldBeFalse();
        (await MayReadAsync(api.Database.Roles.App, "select * from equality.migrations")).ShouldBeFalse();
        (await MayReadAsync(api.Database.Roles.App, "select * from gate.reach(gen_random_uuid(), date '2026-11-22')")).ShouldBeFalse();
    }

    [Fact]
    public async Task Ids_owners_and_what_was_reported_cannot_be_changed_by_the_app()
    {
        var changeable = await api.Database.TextsAsync("""
            select c.relname || '.' || a.attname from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'equality'::regnamespace and c.relkind in ('r', 'p')
              and has_column_privilege('equality_app', c.oid, a.attnum, 'update')
            """);

        changeable.Where(c => c.EndsWith(".id", StringComparison.Ordinal) || c.EndsWith("_id", StringComparison.Ordinal)).Order()
            .ShouldBe(LinksFilledLater.Order());
        changeable.ShouldNotContain("progress_updates.narrative");
        changeable.ShouldNotContain("progress_updates.status");
        changeable.Where(c => c.EndsWith(".created_at", StringComparison.Ordinal) || c.EndsWith(".reported_at", StringComparison.Ordinal)
            || c.EndsWith(".made_by", StringComparison.Ordinal)).ShouldBeEmpty();
        changeable.Where(c => c.StartsWith("changes.", StringComparison.Ordinal) || c.StartsWith("change_feed.", StringComparison.Ordinal)
            || c.StartsWith("target_moves.", StringComparison.Ordinal)).ShouldBeEmpty();
        (await api.Database.TextsAsync("""
            select relname from pg_class
              where relnamespace = 'equality'::regnamespace and relkind in ('r', 'p')
              and has_table_privilege('equality_app', oid, 'truncate')
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_instant_is_always_a_parameter()
    {
        (await api.Database.TextsAsync("""
            select d.adrelid::regclass::text || ': ' || pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
              join pg_class c on c.oid = d.adrelid
            where c.relnamespace = 'equality'::regnamespace
            """)).Where(d => Clock().IsMatch(d)).ShouldBeEmpty();
        Schema.Files.Count.ShouldBeGreaterThan(5);
        foreach (var file in Schema.Files)
        {
            using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(file)!);
            var sql = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Clock().Matches(Comment().Replace(sql, "")).Select(m => $"{file}: {m.Value}").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_model_of_the_code_equals_the_columns_of_the_database()
    {
        var columns = (await api.Database.ReadAsync("""
            select table_name::text, column_name::text, is_nullable = 'YES', column_default is not null from information_schema.columns
              where table_schema = 'equality'
            """,
            r => (Table: r.GetString(0), Column: r.GetString(1), Nullable: r.GetBoolean(2),
                HasDefault: r.GetBoolean(3)))).ToDictionary(c => (c.Table, c.Column));
        await using var db = new EqualityDb(new DbContextOptionsBuilder<EqualityDb>().UseNpgsql(api.Database.Roles.App).Options);

        var differences = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            var mapped = entity.GetProperties().Where(p => p.GetColumnName(table) is not null).ToDictionary(p => p.GetColumnName(table)!);
            foreach (var (column, property) in mapped)
            {
                if (!columns.TryGetValue((table.Name, column), out var kept))
                {
                    differences.Add($"{table.Name}.{column} is mapped and not there");
                }
                else if (kept.Nullable != property.IsColumnNullable(table))
                {
                    differences.Add(
                        $"{table.Name}.{column} is {(kept.Nullable ? "" : "not ")}nullable, and {(kept.Nullable ? "not " : "")}so in the " +
                        "model");
                }
            }

            differences.AddRange(
                columns.Values.Where(c => c.Table == table.Name && !c.Nullable && !c.HasDefault && !mapped.ContainsKey(c.Column))
                .Select(c => $"{c.Table}.{c.Column} must be given and is not mapped"));
        }

        differences.ShouldBe(["api_keys.secret_sha256 must be given and is not mapped",
            "calendars.secret_sha256 must be given and is not mapped"], "the hash alone is kept out of the code");
    }

    private static async Task<bool> MayReadAsync(NpgsqlDataSource role, string sql)
    {
        try
        {
            await using var command = role.CreateCommand(sql);
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b|'(now|today)'", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
