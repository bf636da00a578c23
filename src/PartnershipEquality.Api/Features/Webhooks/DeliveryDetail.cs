using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>One event and its way to one address.</summary>
/// <param name="EventId">The event's id, which is the message's <c>webhook-id</c> on every try, and the same at every address.</param>
/// <param name="Type">What happened: <c>assignment.status_changed</c>.</param>
/// <param name="Subject">To what it happened: <c>assignments/</c> and its id.</param>
/// <param name="State">waiting, delivered, or failed when it was given up.</param>
/// <param name="NextAt">When it is tried next; null when it is not.</param>
/// <param name="LastStatus">The HTTP status of the last answer; null where there was none.</param>
/// <param name="LastError">What the last try came to, in our words; null where it went well. Nothing that the other side wrote is
/// kept.</param>
/// <param name="DeliveredAt">When it was taken.</param>
/// <param name="Attempts">Every try so far, the first first.</param>
/// <param name="Version">Counts its tries.</param>
public sealed record DeliveryDetail(
    Guid Id, Guid WebhookId, string EventId, string Type, string Subject, WebhookDeliveryState State, DateTimeOffset? NextAt,
        int? LastStatus, string? LastError,
    DateTimeOffset? DeliveredAt, DateTimeOffset CreatedAt, IReadOnlyList<DeliveryAttempt> Attempts, int Version) : IVersioned
{
    internal static DeliveryDetail From(WebhookDelivery d, IReadOnlyCollection<WebhookAttempt> attempts) => new(
        d.Id, d.WebhookId, d.EventId, d.Type, d.Subject, d.State, d.State == WebhookDeliveryState.Waiting
            ? d.NextAt : null, d.LastStatus, d.LastError, d.DeliveredAt, d.CreatedAt,
        [.. attempts.OrderBy(a => a.Number).Select(a => new DeliveryAttempt(a.At, a.Status, a.Milliseconds, a.Error))], attempts.Count);

    /// <summary>With their attempts, in their order.</summary>
    internal static async Task<List<DeliveryDetail>> ReadAsync(EqualityDb db, Guid organisationId,
        IReadOnlyList<WebhookDelivery> deliveries, CancellationToken ct)
    {
        var ids = deliveries.Select(d => d.Id).ToList();
        var attempts = (await db.WebhookAttempts.AsNoTracking().Where(a => a.OrganisationId == organisationId && ids.Contains(a.DeliveryId))
            .ToListAsync(ct)).ToLookup(a => a.DeliveryId);
        return [.. deliveries.Select(d => From(d, [.. attempts[d.Id]]))];
    }
}

/// <summary>One try.</summary>
/// <param name="At">When it began.</param>
/// <param name="Status">The HTTP status of the answer; null where there was none.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Error">What it came to, in our words; null where it went well.</param>
public sealed record DeliveryAttempt(DateTimeOffset At, int? Status, int Milliseconds, string? Error);
