using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>
/// Clears some of the deliveries, with their attempts, that have been kept long enough. Answers whether there may be more.
/// </summary>
[ForTimetable]
public sealed record ClearDeliveries : IRequest<bool>
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public const int AtOnce = 1_000;
}

internal sealed class ClearDeliveriesHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ClearDeliveries, bool>
{
    public async Task<bool> Handle(ClearDeliveries request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        return await new Sql($"""
            delete from webhook_deliveries d
            using (select id from webhook_deliveries where organisation_id = {me} and created_at < {time.GetUtcNow() - ClearDeliveries.Kept}
              order by created_at limit {ClearDeliveries.AtOnce} for update skip locked) o
            where d.organisation_id = {me} and d.id = o.id
            """).RunAsync(db, cancellationToken) == ClearDeliveries.AtOnce;
    }
}
