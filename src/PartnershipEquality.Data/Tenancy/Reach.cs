using Npgsql;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>
/// What one organisation may reach today: itself, the partnerships it belongs to, those that share headlines with
/// it, its members if it is a partnership, all that it may see the names of, and the schemes an ended membership
/// left it. The first statement of every transaction tells the database; no setting, no rows.
/// </summary>
public sealed record Reach(
    Guid OrganisationId,
    string Kind,
    string Code,
    string Name,
    IReadOnlyList<Guid> OwnerIds,
    IReadOnlyList<Guid> SharingIds,
    IReadOnlyList<Guid> MemberIds,
    IReadOnlyList<Guid> RelatedIds,
    IReadOnlyList<Guid> PastSchemeIds)
{
    public bool IsPartnership => Kind == "partnership";

    /// <summary>The settings in one statement, to be sent with BEGIN; they end with the transaction.</summary>
    public void Apply(NpgsqlBatch batch, bool readOnly)
    {
        if (readOnly)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("set transaction read only"));
        }

        var settings = new NpgsqlBatchCommand("""
            select set_config('app.organisation_id', $1, true), set_config('app.owner_ids', $2, true), set_config('app.sharing_ids', $3, true),
              set_config('app.member_ids', $4, true), set_config('app.related_ids', $5, true), set_config('app.past_scheme_ids', $6, true),
              set_config('statement_timeout', '60s', true)
            """);
        foreach (var value in new[] { OrganisationId.ToString(), Join(OwnerIds), Join(SharingIds), Join(MemberIds), Join(RelatedIds), Join(PastSchemeIds) })
        {
            settings.Parameters.Add(new() { Value = value });
        }

        batch.BatchCommands.Add(settings);
    }

    /// <summary>Reads a reach from the columns of a gate function, starting at <paramref name="first"/>.</summary>
    public static Reach Read(NpgsqlDataReader reader, int first) => new(
        reader.GetGuid(first),
        reader.GetString(first + 1),
        reader.GetString(first + 2),
        reader.GetString(first + 3),
        reader.GetFieldValue<Guid[]>(first + 4),
        reader.GetFieldValue<Guid[]>(first + 5),
        reader.GetFieldValue<Guid[]>(first + 6),
        reader.GetFieldValue<Guid[]>(first + 7),
        reader.GetFieldValue<Guid[]>(first + 8));

    private static string Join(IReadOnlyList<Guid> ids) => string.Join(',', ids);
}
