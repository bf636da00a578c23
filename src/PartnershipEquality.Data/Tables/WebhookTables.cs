using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data.ChangeLog;

namespace PartnershipEquality.Data.Tables;

/// <summary>Why an address is sent nothing: somebody asked, it answered that it is gone, or every try failed for days.</summary>
public enum WebhookDisabledReason
{
    Asked,
    Gone,
    Exhausted,
}

/// <summary>An address that an organisation's events are sent to, and how far it has been served.</summary>
public sealed class Webhook
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Url { get; set; }

    public string? Description { get; set; }

    /// <summary>The types that it is sent, by name or all of a noun; all where there is none.</summary>
    public required IReadOnlyList<string> EventTypes { get; set; }

    /// <summary>Who is told by e-mail when it is switched off.</summary>
    public string? Contact { get; set; }

    /// <summary>What is signed with. It goes out once, when it is made.</summary>
    public required string Secret { get; set; }

    /// <summary>The one before, signed with as well until <see cref="FormerSecretUntil"/>.</summary>
    public string? FormerSecret { get; set; }

    public DateTimeOffset? FormerSecretUntil { get; set; }

    public bool Enabled { get; set; } = true;

    public WebhookDisabledReason? DisabledReason { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    public int FeedGeneration { get; set; }

    public long FeedTxid { get; set; }

    public long FeedSeq { get; set; }

    /// <summary>Tries in a row that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Until when it is left alone.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public DateTimeOffset? LastFailureAt { get; set; }

    public string? LastError { get; set; }

    public required string MadeBy { get; init; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The place in the feed up to which it has been served.</summary>
    public FeedPosition Served
    {
        get => new(FeedGeneration, FeedTxid, FeedSeq);
        set => (FeedGeneration, FeedTxid, FeedSeq) = (value.Generation, value.Txid, value.Seq);
    }

    /// <summary>The secrets to sign with at a moment, the newest first.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset at) =>
        FormerSecret is { } former && FormerSecretUntil > at ? [Secret, former] : [Secret];
}

/// <summary>Where a delivery stands: to be tried, taken, or given up.</summary>
public enum WebhookDeliveryState
{
    Waiting,
    Delivered,
    Failed,
}

/// <summary>One event owed to one address.</summary>
public sealed class WebhookDelivery
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WebhookId { get; init; }

    /// <summary>The event's id, the same at every address and on every try.</summary>
    public required string EventId { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public WebhookDeliveryState State { get; set; }

    /// <summary>Tries since it was last put in line.</summary>
    public int Tries { get; set; }

    public DateTimeOffset? FirstTriedAt { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>The try that is under way, and until when it is taken to be.</summary>
    public Guid? Claim { get; set; }

    public DateTimeOffset? ClaimedUntil { get; set; }

    public int? LastStatus { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One try at a delivery.</summary>
public sealed class WebhookAttempt
{
    public required Guid OrganisationId { get; init; }

    public required Guid DeliveryId { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public int? Status { get; init; }

    public required int Milliseconds { get; init; }

    public string? Error { get; init; }
}

internal static class WebhookTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Webhook>(t =>
        {
            t.Ignore(w => w.Served);
            t.Property(w => w.EventTypes).HasColumnType("text[]").IsList();
        });
        model.Entity<WebhookDelivery>().HangsOn(d => new { d.OrganisationId, d.WebhookId }, (Webhook w) => new { w.OrganisationId, w.Id });
        model.Entity<WebhookAttempt>(t =>
        {
            t.HangsOn(a => new { a.OrganisationId, a.DeliveryId }, (WebhookDelivery d) => new { d.OrganisationId, d.Id });
            t.HasKey(a => new { a.OrganisationId, a.DeliveryId, a.Number });
        });
    }
}
