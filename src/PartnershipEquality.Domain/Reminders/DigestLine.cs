namespace PartnershipEquality.Domain.Reminders;

/// <summary>Under which heading of a digest a line stands.</summary>
public enum DigestGroup
{
    Overdue,

    /// <summary>Overdue at others, and passed on to the recipient.</summary>
    Escalated,
    DueSoon,
    ReviewDue,
}

/// <summary>One occurrence in a digest: what is asked of the recipient, by when, and why of them.</summary>
/// <param name="OccurrenceId">What the line is about; a digest has one line for each.</param>
/// <param name="Kind">Something to deliver, or something to look at again.</param>
/// <param name="SchemeTitle">The scheme that the action belongs to.</param>
/// <param name="Reference">The commitment's number as people quote it: "2.4".</param>
/// <param name="ActionText">What is required.</param>
/// <param name="DueBy">The day it is due.</param>
/// <param name="TargetAsWritten">The target in the plan's own words; empty where the plan gives none.</param>
/// <param name="Link">Where progress is reported.</param>
/// <param name="RoleTitle">The post or role that answers for it; null where nobody was named.</param>
/// <param name="WhyYou">Completes "You receive this because ..."; null where it goes without saying.</param>
/// <param name="EscalatedAs">Completes "Escalated to you as ..."; null where it was not passed on to the recipient.</param>
public sealed record DigestLine(
    Guid OccurrenceId,
    ReminderKind Kind,
    string SchemeTitle,
    string Reference,
    string ActionText,
    DateOnly DueBy,
    string TargetAsWritten,
    string Link,
    string? RoleTitle,
    string? WhyYou,
    string? EscalatedAs = null)
{
    /// <summary>It was passed on to the recipient, who does not answer for it as well: nothing else says why it is theirs.</summary>
    public bool IsOnlyEscalated => EscalatedAs is not null && WhyYou is null;

    /// <summary>Negative before the day due, positive after.</summary>
    public int DaysFromDue(DateOnly day) => DueDay.DaysPast(DueBy, day);

    // A review is never overdue: what is not looked at in time counts as not updated.
    public DigestGroup GroupOn(DateOnly day) =>
        Kind is ReminderKind.Review ? DigestGroup.ReviewDue
        : DueDay.HasPassed(DueBy, day) ? IsOnlyEscalated ? DigestGroup.Escalated : DigestGroup.Overdue
        : DigestGroup.DueSoon;
}

/// <summary>What a partnership did to an action that concerns the recipient.</summary>
public enum PlanChangeKind
{
    Added,
    Changed,
    Moved,
    Withdrawn,

    /// <summary>Withdrawn once, and asked for again.</summary>
    Reinstated,
}

/// <summary>One thing the partnership changed since the digest before.</summary>
public sealed record PlanChange(PlanChangeKind Kind, string SchemeTitle, string Reference, string Summary, string Link);
