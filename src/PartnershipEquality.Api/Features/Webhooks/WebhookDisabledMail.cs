using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>Writes to whoever looks after an address that it has been switched off, in the transaction that switches it off.</summary>
public sealed class WebhookDisabledMail(MailOptions options, PublicAddress links)
{
    public async Task LeaveAsync(EqualityDb db, Caller caller, Webhook webhook, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(webhook);
        var me = caller.OrganisationId;
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == me, ct);
        if (await ReaderAsync(db, me, webhook, settings, LondonDay.Of(at), ct) is not { } reader)
        {
            // Nobody is known whom mail could reach; it stands at /v1/webhooks and in the feed.
            return;
        }

        var notice = NoticeMail.Render(new WebhookDisabledNotice(
            caller.Scope.Name, reader.Name, new Uri(webhook.Url).Authority, webhook.Description,
                webhook.DisabledReason == WebhookDisabledReason.Gone, webhook.LastError
                    ?? "", LondonDay.Of(at), links.OfWebhook(webhook.Id)));
        var id = Uuid.New();
        db.Outbox.Add(new OutboxMail
        {
            Id = id,
            OrganisationId = me,
            Kind = MailKind.Notice,
            MessageId = $"<{id:N}@{options.Domain}>",
            ToAddress = reader.Address,
            ToName = reader.Name,
            FromName = OneLine(settings?.MailFromName ?? caller.Scope.Name),
            ReplyTo = settings?.MailReplyTo,
            Subject = notice.Subject,
            Text = notice.Text,
            Html = notice.Html,
            NextAt = at,
            CreatedAt = at,
        });
        await WorkDue.LowerAsync(db, me, WorkKind.Deliver, at, ct);
    }

    /// <summary>Whom the address names; else the equality lead or a deputy; else where answers to the organisation's mail go.</summary>
    private static async Task<(string Name, string Address)?> ReaderAsync(EqualityDb db, Guid me, Webhook webhook, Settings? settings,
        DateOnly day, CancellationToken ct)
    {
        if (webhook.Contact is { } contact)
        {
            return ("colleague", contact);
        }

        var leads = await new Sql($"""
            select p.name, lower(p.address) from posts t
            join post_holders h on h.authority_id = t.authority_id and h.post_id = t.id
            join people p on p.authority_id = h.authority_id and p.id = h.person_id
            where t.authority_id = {me} and t.equality_lead and h.from_on <= {day} and (h.to_on is null or h.to_on >= {day})
              and p.refused_at is null
            order by h.deputy, h.from_on, h.id
            """).ReadAsync(db, row => (Name: row.GetString(0), Address: row.GetString(1)), ct);
        return leads.FirstOrDefault(l => OutgoingMail.IsAddress(l.Address)) is { Address: not null } lead ? lead
            : settings?.MailReplyTo is { } reply && OutgoingMail.IsAddress(reply) ? ("colleague", reply) : null;
    }

    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
