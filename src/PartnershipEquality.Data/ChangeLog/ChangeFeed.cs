namespace PartnershipEquality.Data.ChangeLog;

/// <summary>
/// One change as its reader is told of it: what, of which thing, which version; what the thing is now is read by the ordinary requests.
/// </summary>
public sealed record FeedRow(FeedPosition Position, string Type, string Subject, int Version, DateTimeOffset At);

/// <summary>Some of the feed, in order.</summary>
/// <param name="Rows">The changes after the position asked for; none where nothing new is there for this reader.</param>
/// <param name="Reached">Where to go on from. It moves on also when nothing matched, so that a reader of few types does not walk the others
/// again.</param>
/// <param name="More">There are more rows that can be read already.</param>
/// <param name="Expired">
/// The position asked for is gone: what followed it has been forgotten, or the database has been restored or moved since.
/// There are no rows then, and <c>Reached</c> is where the feed now begins.
/// </param>
/// <param name="HeldSince">When the transaction began that newer changes wait for; null while none is under way.</param>
public sealed record FeedPage(IReadOnlyList<FeedRow> Rows, FeedPosition Reached, bool More, bool Expired, DateTimeOffset? HeldSince);

/// <summary>
/// Reads the feed of the organisation whose transaction it is, in the order of commits: a transaction's rows are shown
/// once no earlier one is still under way, so that a late commit is never passed over.
/// </summary>
public static class ChangeFeed
{
    /// <summary>For how long the feed is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <param name="db">The organisation's own transaction, on the primary: a replica that lags behind knows less than was read
    /// before.</param>
    /// <param name="organisationId">The organisation whose transaction it is.</param>
    /// <param name="after">The place to go on from; null for the beginning of what is kept.</param>
    /// <param name="limit">At most so many rows.</param>
    /// <param name="types">Only these types; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<FeedPage> ReadAsync(EqualityDb db, Guid organisationId, FeedPosition? after, int limit,
        IReadOnlyCollection<string>? types, CancellationToken ct)
    {
        // One statement, so one snapshot: what is forgotten while it runs is either still here or known to be gone.
        var read = await new Sql($"""
            select h.generation, h.complete_below, h.next_txid, h.forgotten_txid, h.forgotten_seq, h.held_since, f.txid, f.seq, f.type,
              f.subject, f.version, f.at
            from (
              select g.generation, s.complete_below, s.next_txid, k.txid as forgotten_txid, k.seq as forgotten_seq,
                case when s.complete_below < s.next_txid then (select min(a.xact_start) from pg_stat_activity a
                where a.backend_xid is not null) end as held_since
              from feed_generation g
              cross join (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
              pg_snapshot_xmax(pg_current_snapshot())::text::bigint) s (complete_below, next_txid)
              left join feed_trimmed k on k.organisation_id = {organisationId} and k.generation = g.generation) h
            left join lateral (
              select txid, seq, type, subject, version, at from change_feed
              where organisation_id = {organisationId} and generation = h.generation
              and (txid, seq) > ({after?.Txid ?? 0L}, {after?.Seq ?? 0L}) and txid < h.complete_below
            """)
            .When(types is not null, $"and type = any ({types?.ToArray()})")
            .Add($"order by txid, seq limit {limit + 1}) f on true order by f.txid, f.seq")
            .ReadAsync(db, r => (
                Generation: r.GetInt32(0), CompleteBelow: r.GetInt64(1), NextTxid: r.GetInt64(2), ForgottenTxid: r.Maybe<long>(3),
                    ForgottenSeq: r.Maybe<long>(4), HeldSince: r.Maybe<DateTimeOffset>(5),
                Row: r.IsDBNull(6)
                    ? null : new FeedRow(new FeedPosition(r.GetInt32(0), r.GetInt64(6), r.GetInt64(7)), r.GetString(8), r.GetString(9),
                        r.GetInt32(10), r.GetFieldValue<DateTimeOffset>(11))), ct);
        var now = read[0];
        var complete = new FeedPosition(now.Generation, now.CompleteBelow, 0);
        var begins = now.ForgottenTxid is { } txid
            ? new FeedPosition(now.Generation, txid, now.ForgottenSeq!.Value) : new FeedPosition(now.Generation, 0, 0);
        // A transaction that there has not been yet: the database went back, and nobody said so.
        if (after is { } from && (from.Generation != now.Generation || from < begins || from.Txid > now.NextTxid))
        {
            return new FeedPage([], begins, More: true, Expired: true, now.HeldSince);
        }

        var rows = read.Select(r => r.Row).OfType<FeedRow>().ToList();
        return rows.Count > limit
            ? new FeedPage(rows[..limit], rows[limit - 1].Position, More: true, Expired: false, now.HeldSince)
            : new FeedPage(rows, after > complete ? after.Value : complete, More: false, Expired: false, now.HeldSince);
    }

    /// <summary>
    /// The place up to which this transaction's snapshot has everything: whoever reads on from it after what the snapshot
    /// shows misses nothing, and may be told again of what it shows already.
    /// </summary>
    public static async Task<FeedPosition> PositionAsync(EqualityDb db, CancellationToken ct) =>
        (await new Sql($"""
            select generation, pg_snapshot_xmin(pg_current_snapshot())::text::bigint from feed_generation
            """).ReadAsync(db, r => new FeedPosition(r.GetInt32(0), r.GetInt64(1), 0), ct))[0];

    /// <summary>
    /// Forgets some of what is older than a moment, from the beginning on, and keeps up to where; answers whether there may be more.
    /// </summary>
    public static async Task<bool> ForgetAsync(EqualityDb db, Guid organisationId, DateTimeOffset before, int atOnce, CancellationToken ct)
    {
        // Never past a row that is kept, however old those after it say they are: what is left has no gaps.
        var gone = await new Sql($"""
            with first as (
              select generation, txid, seq, bool_or(at >= {before}) over (order by generation, txid, seq) as kept
              from (select generation, txid, seq, at from change_feed where organisation_id = {organisationId}
              order by generation, txid, seq limit {atOnce}) f),
            last as (select generation, txid, seq from first where not kept order by generation desc, txid desc, seq desc limit 1),
            gone as (
              delete from change_feed f using last l
              where f.organisation_id = {organisationId} and (f.generation, f.txid, f.seq) <= (l.generation, l.txid, l.seq)
              returning 1),
            noted as (
              insert into feed_trimmed (organisation_id, generation, txid, seq) select {organisationId}, generation, txid, seq from last
              on conflict (organisation_id) do update set generation = excluded.generation, txid = excluded.txid, seq = excluded.seq
              returning 1)
            select count(*)::int from gone
            """).ReadAsync(db, r => r.GetInt32(0), ct);
        return gone[0] >= atOnce;
    }
}
