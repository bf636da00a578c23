using Npgsql;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>Makes what a system begins with, as the platform role: organisations, memberships, the first admin keys.</summary>
public static class Provisioning
{
    public static async Task<Guid> AddOrganisationAsync(NpgsqlDataSource platform, OrganisationKind kind, string code, string name,
        string? gss, string[] aliases, string[] outsideBodies, bool sharesHeadlines, DateTimeOffset at, CancellationToken ct)
    {
        if (code.Length is 0 or > 20 || !code.All(char.IsAsciiLetterOrDigit))
        {
            throw new InvalidOperationException("Give --code as up to 20 letters and digits: BDC.");
        }

        var id = Uuid.New();
        await using var batch = platform.CreateBatch();
        batch.BatchCommands.Add(Command("""
            insert into organisations (id, kind, code, name, gss_code, aliases, outside_bodies, shares_headlines, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, id, kind == OrganisationKind.Authority ? "authority" : "partnership", code.ToUpperInvariant(), name,
              (object?)gss ?? DBNull.Value, aliases, outsideBodies, sharesHeadlines, at));
        batch.BatchCommands.Add(Command("insert into settings (organisation_id) values ($1)", id));
        batch.BatchCommands.Add(Command("insert into work_due (organisation_id, kind, next_at) values ($1, 'feed', $2)", id, at));
        if (kind == OrganisationKind.Authority)
        {
            // Reminders are planned each morning from the first, so that nobody waits for a first change.
            batch.BatchCommands.Add(Command("""
                insert into work_due (organisation_id, kind, next_at) values ($1, 'plan', $2), ($1, 'send', $2), ($1, 'deliver', $2)
                """, id, at));
        }

        try
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState is "23505")
        {
            throw new InvalidOperationException($"There is an organisation with the code {code} or that GSS code already.", e);
        }
        catch (PostgresException e) when (e.SqlState is "23514")
        {
            throw new InvalidOperationException("A GSS code is a letter and eight digits, and only authorities have one.", e);
        }

        return id;
    }

    public static async Task AddMembershipAsync(NpgsqlDataSource platform, string partnership, string authority, DateOnly from,
        DateOnly? to, CancellationToken ct)
    {
        await using var command = platform.CreateCommand("""
            insert into memberships (partnership_id, authority_id, from_on, to_on)
            select p.id, a.id, $3, $4 from organisations p, organisations a
            where p.code = $1 and p.kind = 'partnership' and p.sandbox_of is null and a.code = $2 and a.kind = 'authority'
              and a.sandbox_of is null
            """);
        Fill(command.Parameters, partnership.ToUpperInvariant(), authority.ToUpperInvariant(), from, (object?)to ?? DBNull.Value);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            throw new InvalidOperationException($"There is no partnership {partnership} or no authority {authority}.");
        }
    }

    public static async Task IssueKeyAsync(NpgsqlDataSource platform, Guid keyId, byte[] secret, string organisation, string roleName,
        string name, DateTimeOffset expires, bool development, DateTimeOffset at, CancellationToken ct)
    {
        await using var find = platform.CreateCommand("select id, kind from organisations where code = $1 and sandbox_of is null");
        Fill(find.Parameters, organisation.ToUpperInvariant());
        await using var reader = await find.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            throw new InvalidOperationException($"There is no organisation {organisation}.");
        }

        var kind = reader.GetString(1) == "authority" ? OrganisationKind.Authority : OrganisationKind.Partnership;
        var role = Role.Find(kind, roleName)
            ?? throw new InvalidOperationException($"Give --role as one of: {string.Join(", ", Role.Of(kind).Select(r => r.Name))}.");
        await using var insert = platform.CreateCommand("""
            insert into api_keys (id, organisation_id, name, scopes, secret_sha256, development, made_by, created_at, expires_at)
            values ($1, $2, $3, $4, sha256($5), $6, 'platform', $7, $8)
            """);
        Fill(insert.Parameters, keyId, reader.GetGuid(0), name, role.Permissions.ToArray(), secret, development, at, expires);
        await insert.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Fill(command.Parameters, values);
        return command;
    }

    private static void Fill(NpgsqlParameterCollection parameters, params object[] values)
    {
        foreach (var value in values)
        {
            parameters.Add(new NpgsqlParameter { Value = value });
        }
    }
}
