using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>Clears a batch of the answers kept for Idempotency-Keys whose time has passed.</summary>
[ForTimetable]
public sealed record PurgeIdempotencyKeys(DateTimeOffset At) : IRequest<PurgedKeys>;

/// <param name="More">There are more that have expired.</param>
/// <param name="NextAt">When the next of those that are left expires; null when none is left.</param>
public sealed record PurgedKeys(bool More, DateTimeOffset? NextAt);

internal sealed class PurgeIdempotencyKeysHandler(EqualityDb db, Caller caller) : IRequestHandler<PurgeIdempotencyKeys, PurgedKeys>
{
    private const int Batch = 500;

    public async Task<PurgedKeys> Handle(PurgeIdempotencyKeys request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        // One that a request is just now overwriting is left to the next time.
        var gone = await new Sql($"""
            delete from idempotency_keys where organisation_id = {me} and (credential, key) in (
              select credential, key from idempotency_keys where organisation_id = {me} and expires_at <= {request.At}
              order by expires_at limit {Batch} for update skip locked)
            """).RunAsync(db, cancellationToken);
        var next = await new Sql($"""
            select min(expires_at) from idempotency_keys where organisation_id = {me}
            """).ReadAsync(db, r => r.Maybe<DateTimeOffset>(0), cancellationToken);
        return new PurgedKeys(gone == Batch, next[0]);
    }
}
