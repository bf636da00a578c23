using Npgsql;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>
/// Row security does not bind a superuser, a role with BYPASSRLS or, unless forced, a table's owner. A program that
/// serves or works under such a role would look right and protect nothing, so it does not start.
/// </summary>
public static class SafeRole
{
    public static async Task EnsureAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select current_user, r.rolsuper, r.rolbypassrls,
              exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname !~ '^pg_temp'
                        and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'usage'))
            from pg_roles r where r.rolname = current_user
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (name, superuser, bypasses, owns) = (reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetBoolean(3));
        if (superuser || bypasses || owns)
        {
            var what = superuser ? "is a superuser" : bypasses ? "has BYPASSRLS" : "owns tables";
            throw new InvalidOperationException(
                $"The database role {name} {what}, so row security would not bind it. Connect as equality_app (see deploy/roles.sql).");
        }
    }
}
