using MediatR;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
[Writes(Permission.WebhooksManage)]
public sealed record TestWebhook(Guid WebhookId) : IRequest<DeliveryDetail>
{
    /// <summary>The type of the event that is sent: it stands in no feed, is tried once, and goes also where nothing else does.</summary>
    public const string EventType = "webhook.test";
}

internal sealed class TestWebhookHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<TestWebhook, DeliveryDetail>
{
    public async Task<DeliveryDetail> Handle(TestWebhook request, CancellationToken cancellationToken)
    {
        var (me, at) = (caller.OrganisationId, time.GetUtcNow());
        var webhook = await OwnWebhook.LockAsync(db, caller, request.WebhookId, cancellationToken);
        webhook.RestsUntil = null;
        var id = Uuid.New();
        var (eventId, subject) = ($"evt_test_{id:N}", $"webhooks/{webhook.Id}");
        var delivery = new WebhookDelivery
        {
            Id = id,
            OrganisationId = me,
            WebhookId = webhook.Id,
            EventId = eventId,
            Type = TestWebhook.EventType,
            Subject = subject,
            Body = EventBody.Of(new ChangeEvent("1.0", eventId, $"/v1/organisations/{me}", TestWebhook.EventType, subject, at,
                "application/json", webhook.Served.ToText(me),
                new ChangeData("webhooks", webhook.Id, webhook.Version, $"/v1/{subject}"))),
            NextAt = at,
            CreatedAt = at,
        };
        db.WebhookDeliveries.Add(delivery);
        await WorkDue.WakeAsync(db, me, WorkKind.Webhooks, at, cancellationToken);
        log.Own("webhook.test_asked", subject, webhook.Version);
        return DeliveryDetail.From(delivery, []);
    }
}
