using Npgsql;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>
/// The twins in which an organisation tries its integrations: of itself, and of the partnership and members that a copied
/// scheme needs. They are made as the platform role, which alone makes organisations; nothing of any tenant is read.
/// </summary>
public static class Sandboxes
{
    /// <summary>The twin of an organisation in somebody's sandbox; null when there is none.</summary>
    public static async Task<Guid?> TwinAsync(NpgsqlDataSource platform, Guid sandboxOf, Guid original, CancellationToken ct)
    {
        await using var command = platform.CreateCommand("select id from organisations where sandbox_of = $1 and twin_of = $2");
        command.Parameters.Add(new() { Value = sandboxOf });
        command.Parameters.Add(new() { Value = original });
        return (Guid?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Makes the twins that are missing, with the memberships between them that hold on the day.</summary>
    public static async Task EnsureAsync(NpgsqlDataSource platform, Guid sandboxOf, IReadOnlyCollection<Guid> originals, DateOnly today,
        DateTimeOffset at, CancellationToken ct)
    {
        await using var connection = await platform.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        // Two who ask at once make one set of twins.
        Add("select 1 from organisations where id = $1 for update", sandboxOf);
        Add("""
            insert into organisations (id, kind, code, name, aliases, gss_code, outside_bodies, shares_headlines, created_at, sandbox_of,
              twin_of)
            select t.id, o.kind, o.code, o.name || ' (sandbox)', o.aliases, o.gss_code, o.outside_bodies, o.shares_headlines, $3, $4, o.id
            from unnest($1, $2) t (id, original) join organisations o on o.id = t.original
            on conflict do nothing
            """, originals.Select(_ => Uuid.New()).ToArray(), originals.ToArray(), at, sandboxOf);
        Add("insert into settings (organisation_id) select id from organisations where sandbox_of = $1 on conflict do nothing", sandboxOf);
        // The feed is kept, and occurrences are laid down further, as they are in earnest; nothing is sent.
        Add("""
            insert into work_due (organisation_id, kind, next_at)
            select id, unnest(case kind when 'authority' then array['feed', 'plan'] else array['feed'] end), $2 from organisations
              where sandbox_of = $1 on conflict do nothing
            """, sandboxOf, at);
        Add("""
            insert into memberships (partnership_id, authority_id, from_on)
            select p.id, a.id, m.from_on from organisations p join organisations a on a.sandbox_of = p.sandbox_of
            join memberships m on m.partnership_id = p.twin_of and m.authority_id = a.twin_of and m.from_on <= $2 and (m.to_on is null
              or m.to_on >= $2)
            where p.sandbox_of = $1 on conflict do nothing
            """, sandboxOf, today);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);

        void Add(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            batch.BatchCommands.Add(command);
        }
    }
}
