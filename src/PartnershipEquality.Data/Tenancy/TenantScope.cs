using Npgsql;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>
/// What one organisation may reach today: itself, the partnerships it belongs to, those that share headlines with
/// it, its members if it is a partnership, all that it may see the names of, and the schemes an ended membership
/// left it. The first statement of every transaction tells the database; no setting, no rows.
/// </summary>
public sealed record TenantScope(
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

    /// <summary>For how long a transaction may write: no reader of the feed sees past one that is under way.</summary>
    public static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(60);

    /// <summary>The settings in one statement, to be sent with BEGIN; they end with the transaction.</summary>
    /// <param name="batch">Where they are added.</param>
    /// <param name="readOnly">The database refuses to write. Such a transaction holds nobody up, so it may wait long for whoever takes what
    /// it reads.</param>
    /// <param name="longestWrite">For how long it may write where that is not <see cref="LongestWrite"/>.</param>
    public void Apply(NpgsqlBatch batch, bool readOnly, TimeSpan? longestWrite = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var limit = longestWrite ?? LongestWrite;
        if (readOnly)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("set transaction read only"));
        }

        var settings = new NpgsqlBatchCommand("""
            select set_config('app.organisation_id', $1, true), set_config('app.owner_ids', $2, true), set_config('app.sharing_ids', $3, true),
              set_config('app.member_ids', $4, true), set_config('app.related_ids', $5, true), set_config('app.past_scheme_ids', $6, true),
              set_config('statement_timeout', $7, true), set_config('idle_in_transaction_session_timeout', $8, true)
            """);
        foreach (var value in new[] { OrganisationId.ToString(), Join(OwnerIds), Join(SharingIds), Join(MemberIds), Join(RelatedIds),
            Join(PastSchemeIds), Milliseconds(readOnly ? LongestWrite : limit), Milliseconds(readOnly ? 10 * LongestWrite : limit) })
        {
            settings.Parameters.Add(new() { Value = value });
        }

        batch.BatchCommands.Add(settings);
        if (!readOnly)
        {
            // Known from PostgreSQL 17 on; before that, whoever began the transaction ends it.
            var whole = new NpgsqlBatchCommand(
                "select set_config('transaction_timeout', $1, true) where current_setting('server_version_num')::int >= 170000");
            whole.Parameters.Add(new() { Value = Milliseconds(limit) });
            batch.BatchCommands.Add(whole);
        }
    }

    /// <summary>Reads a reach from the columns of a gate function, starting at <paramref name="first"/>.</summary>
    public static TenantScope Read(NpgsqlDataReader reader, int first) => new(
        reader.GetGuid(first),
        reader.GetString(first + 1),
        reader.GetString(first + 2),
        reader.GetString(first + 3),
        reader.GetFieldValue<Guid[]>(first + 4),
        reader.GetFieldValue<Guid[]>(first + 5),
        reader.GetFieldValue<Guid[]>(first + 6),
        reader.GetFieldValue<Guid[]>(first + 7),
        reader.GetFieldValue<Guid[]>(first + 8));

    private static string Milliseconds(TimeSpan time) =>
        ((long)time.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Join(IReadOnlyList<Guid> ids) => string.Join(',', ids);
}
