using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.People;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Data.Tables;

/// <summary>When an organisation reminds: for all its schemes, or for one.</summary>
public sealed class ReminderPolicyRow
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public Guid? OwnerId { get; init; }

    public Guid? SchemeId { get; init; }

    public required int[] DeliveryOffsets { get; set; }

    public int? DeliveryRepeatDays { get; set; }

    public required int[] ReviewOffsets { get; set; }

    public int? LeadAfterDays { get; set; }

    public int? GroupAfterDays { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>Owed, gone into a digest, stopped because the work was, or kept back because nobody could be found to read it.</summary>
public enum ReminderState
{
    Owed,
    InDigest,
    Stopped,
    NoRecipient,
}

/// <summary>One message owed about one occurrence, at one offset, to one audience.</summary>
public sealed class Reminder
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid OccurrenceId { get; init; }

    public required DateOnly DueBy { get; init; }

    public required int DaysFromDue { get; init; }

    public required OccurrenceKind Kind { get; init; }

    public required ReminderAudience Audience { get; init; }

    public Guid? PostId { get; init; }

    public required DateOnly OwedOn { get; init; }

    public ReminderState State { get; set; }

    public Guid? DigestId { get; set; }

    /// <summary>Why this person, or why nobody.</summary>
    public string? Why { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What one person was sent on one day.</summary>
public sealed class DigestRow
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Recipient { get; init; }

    public required string RecipientName { get; init; }

    public required DateOnly Day { get; init; }

    public required string Subject { get; init; }

    public required int Lines { get; init; }

    public required int Changes { get; init; }

    /// <summary>The hash of the secret in its link for leaving; none where there is nothing in it that can be left.</summary>
    public byte[]? UnsubscribeSha256 { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>Where a mail stands on its way out.</summary>
public enum MailState
{
    Waiting,
    Sent,
    Failed,
}

/// <summary>
/// What a mail is: one person's digest of a day, or word that mail cannot reach somebody or that a webhook was switched off.
/// </summary>
public enum MailKind
{
    Digest,
    Notice,
}

/// <summary>A mail on its way out, written with the digest it carries; its Message-ID stays the same on every try.</summary>
public sealed class OutboxMail
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public MailKind Kind { get; init; }

    /// <summary>The digest it carries; a notice carries none.</summary>
    public Guid? DigestId { get; init; }

    public required string MessageId { get; init; }

    public required string ToAddress { get; init; }

    public required string ToName { get; init; }

    public required string FromName { get; init; }

    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary>Where its recipient leaves such messages; none for what cannot be left.</summary>
    public string? UnsubscribeAddress { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What it said is owed again, because its address takes no mail: it is not sent a second time.</summary>
    public bool GivenBack { get; set; }

    /// <summary>By which way it left.</summary>
    public string? SentBy { get; set; }

    /// <summary>The name under which that way tells what became of it.</summary>
    public string? SentAs { get; set; }

    /// <summary>When to ask for that next; null when there is nothing more to learn.</summary>
    public DateTimeOffset? PollAt { get; set; }

    /// <summary>Names the try of whoever handles it just now; null while nobody does.</summary>
    public Guid? Claim { get; set; }

    /// <summary>After this, whoever took it up has died, and another takes it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When it reached the recipient's mail server, where the way tells it.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>An organisation's account with GOV.UK Notify. The key goes in and never comes out again.</summary>
public sealed class NotifyChannel
{
    public required Guid OrganisationId { get; init; }

    public required string ApiKey { get; set; }

    public required Guid Template { get; set; }

    public Guid? ReplyTo { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Why reminders of an assignment were put off, each time; its authority's alone to read.</summary>
public sealed class ReminderPause
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required ReminderPauseKind Kind { get; init; }

    public required DateOnly UntilOn { get; init; }

    public required string Reason { get; init; }

    public required string MadeBy { get; init; }

    public string? OnBehalfOf { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>Nobody is reminded, or those who do the work are not because they have seen it.</summary>
public enum ReminderPauseKind
{
    Snooze,
    Acknowledgement,
}

internal static class ReminderTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReminderPolicyRow>().HangsOn(r => new { r.OwnerId, r.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
        model.Entity<Reminder>(t =>
        {
            t.HangsOn(r => new { r.OrganisationId, r.OwnerId, r.OccurrenceId }, (Occurrence o) => new { o.AuthorityId, o.OwnerId, o.Id });
            t.HangsOn(r => new { r.OrganisationId, r.OwnerId, r.AssignmentId }, (Assignment a) => new { a.AuthorityId, a.OwnerId, a.Id });
            t.HangsOn(r => new { r.OrganisationId, r.PostId }, (Post p) => new { p.AuthorityId, p.Id });
            t.HangsOn(r => new { r.OrganisationId, r.DigestId }, (DigestRow d) => new { d.OrganisationId, d.Id });
        });
        model.Entity<ReminderPause>()
            .HangsOn(r => new { r.AuthorityId, r.OwnerId, r.AssignmentId }, (Assignment a) => new { a.AuthorityId, a.OwnerId, a.Id });
        model.Entity<OutboxMail>().HangsOn(m => new { m.OrganisationId, m.DigestId }, (DigestRow d) => new { d.OrganisationId, d.Id });
        model.Entity<NotifyChannel>(t =>
        {
            t.HasKey(c => c.OrganisationId);
        });
    }
}
