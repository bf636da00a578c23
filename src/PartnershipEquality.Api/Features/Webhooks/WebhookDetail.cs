using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>An address that your organisation's events are sent to, without its secret.</summary>
/// <param name="Url">Where events are sent.</param>
/// <param name="Description">What you call it.</param>
/// <param name="EventTypes">The types that it is sent, by name or all of a noun (<c>assignment.*</c>); all of them where the list is
/// empty.</param>
/// <param name="Contact">Who is written to when it is switched off; null for the equality lead, else where answers to your mail go.</param>
/// <param name="Enabled">It is sent events. Switched off, it keeps its place.</param>
/// <param name="DisabledReason">Why it is switched off: asked, gone (it answered 410) or exhausted (every try failed for days). Left out
/// while it is enabled.</param>
/// <param name="DisabledAt">Since when it is switched off; null while it is enabled.</param>
/// <param name="Failures">How many tries in a row have failed; 0 when all is well.</param>
/// <param name="LastSuccessAt">When it last took an event.</param>
/// <param name="LastFailureAt">When a try last failed.</param>
/// <param name="LastError">What the last failed try came to; null once one has succeeded since.</param>
/// <param name="FormerSecretUntil">Until when events are signed with the secret before as well; null when they are not.</param>
public sealed record WebhookDetail(
    Guid Id, string Url, string? Description, IReadOnlyList<string> EventTypes, string? Contact, bool Enabled,
        WebhookDisabledReason? DisabledReason, DateTimeOffset? DisabledAt,
    int Failures, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt, string? LastError, DateTimeOffset? FormerSecretUntil,
        DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static WebhookDetail From(Webhook w, DateTimeOffset at) => new(
        w.Id, w.Url, w.Description, w.EventTypes, w.Contact, w.Enabled, w.DisabledReason, w.DisabledAt, w.Failures, w.LastSuccessAt,
            w.LastFailureAt, w.LastError,
        w.FormerSecretUntil > at ? w.FormerSecretUntil : null, w.CreatedAt, w.UpdatedAt, w.Version);
}

/// <summary>The webhook with its secret: shown when it is made and when the secret is changed, and never again.</summary>
/// <param name="Secret">What events are signed with, as the libraries of Standard Webhooks take it: <c>whsec_</c> and base64. Keep it as
/// you would a password.</param>
/// <param name="Webhook">What is shown of it from now on.</param>
public sealed record WebhookCreated(string Secret, WebhookDetail Webhook);

/// <summary>The organisation's own webhook, in its own transaction.</summary>
internal static class OwnWebhook
{
    public static async Task<Webhook> FindAsync(EqualityDb db, Caller caller, Guid id, CancellationToken ct) =>
        await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.OrganisationId == caller.OrganisationId && w.Id == id, ct)
            ?? throw Refusal.NotFound("webhook");

    /// <summary>To change it: whoever else changes it waits.</summary>
    public static async Task<Webhook> LockAsync(EqualityDb db, Caller caller, Guid id, CancellationToken ct) =>
        await db.Webhooks.FromSql($"""
            select * from webhooks where organisation_id = {caller.OrganisationId} and id = {id} for no key update
            """).SingleOrDefaultAsync(ct)
            ?? throw Refusal.NotFound("webhook");
}
