using Npgsql;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>A credential that the gate has let through: the key, its scopes and whose it is.</summary>
public sealed record SignedIn(Guid KeyId, string KeyName, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt, Guid OrganisationId);

/// <summary>Something that the gate has opened to whoever has its address.</summary>
public abstract record Opened;

/// <summary>A calendar: which, and the person whose it is; null for the whole authority's.</summary>
public sealed record OpenedCalendar(Guid CalendarId, Guid? PersonId) : Opened;

/// <summary>A message that was sent: which, and the address that it went to.</summary>
public sealed record OpenedDigest(Guid DigestId, string Recipient) : Opened;

/// <summary>The doors that are passed before a tenant is known; each is one function in schema <c>gate</c>.</summary>
public sealed class Gate(NpgsqlDataSource app)
{
    /// <summary>
    /// Lets an API key in, with what its organisation may reach, or answers null. The secret is compared inside the
    /// database, which alone knows its hash.
    /// </summary>
    public async Task<(SignedIn Key, TenantScope Scope)?> SignInAsync(Guid key, byte[] secret, bool development, DateTimeOffset at,
        CancellationToken ct)
    {
        await using var command = app.CreateCommand("select * from gate.sign_in($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = secret });
        command.Parameters.Add(new() { Value = development });
        command.Parameters.Add(new() { Value = at });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var reach = TenantScope.Read(reader, 4);
        return (new SignedIn(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<string[]>(2),
            reader.GetFieldValue<DateTimeOffset>(3), reach.OrganisationId), reach);
    }

    /// <summary>Opens the calendar whose address this is, with what its authority may reach, or answers null.</summary>
    public async Task<(OpenedCalendar Calendar, TenantScope Scope)?> OpenCalendarAsync(Guid calendar, byte[] secret, DateTimeOffset at,
        CancellationToken ct)
    {
        await using var command = app.CreateCommand("select * from gate.open_calendar($1, $2, $3)");
        command.Parameters.Add(new() { Value = calendar });
        command.Parameters.Add(new() { Value = secret });
        command.Parameters.Add(new() { Value = at });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? (new OpenedCalendar(reader.GetGuid(0), reader.Maybe<Guid>(1)), TenantScope.Read(reader, 2)) : null;
    }

    /// <summary>Opens the message whose link this is, with what its organisation may reach, or answers null.</summary>
    public async Task<(OpenedDigest Digest, TenantScope Scope)?> OpenDigestAsync(Guid digest, byte[] secret, DateTimeOffset at,
        CancellationToken ct)
    {
        await using var command = app.CreateCommand("select * from gate.open_digest($1, $2, $3)");
        command.Parameters.Add(new() { Value = digest });
        command.Parameters.Add(new() { Value = secret });
        command.Parameters.Add(new() { Value = at });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (new OpenedDigest(reader.GetGuid(0), reader.GetString(1)), TenantScope.Read(reader, 2)) : null;
    }

    /// <summary>Whether an organisation, or any where none is named, has registered the origin for its portal.</summary>
    public async Task<bool> KnowsOriginAsync(string origin, Guid? organisationId, CancellationToken ct)
    {
        await using var command = app.CreateCommand("select gate.knows_origin($1, $2)");
        command.Parameters.Add(new() { Value = origin });
        command.Parameters.Add(new() { Value = (object?)organisationId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
