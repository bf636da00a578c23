using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>
/// How one occurrence stands on a day, as far as reminding of it goes. Asked when a reminder is planned and again when it is sent.
/// </summary>
/// <param name="Kind">A delivery or a review.</param>
/// <param name="Occurrence">Where the occurrence stands.</param>
/// <param name="DueBy">The day it is due.</param>
/// <param name="Status">What the authority says of its part.</param>
/// <param name="Withdrawn">The owner has taken the assignment back.</param>
/// <param name="LastReportedOn">The day of the last report; null before the first.</param>
/// <param name="Scheme">The scheme; null where it can no longer be seen.</param>
/// <param name="IsMember">The authority belongs to the scheme's owner on the day.</param>
/// <param name="SnoozedUntil">Nobody is reminded before this day; null where it is not put off.</param>
/// <param name="AcknowledgedUntil">Those who do the work have seen it and are not reminded before this day; it is passed on all the
/// same.</param>
public sealed record WorkStanding(
    OccurrenceKind Kind,
    OccurrenceStatus Occurrence,
    DateOnly DueBy,
    AssignmentStatus Status,
    bool Withdrawn,
    DateOnly? LastReportedOn,
    Scheme? Scheme,
    bool IsMember,
    DateOnly? SnoozedUntil = null,
    DateOnly? AcknowledgedUntil = null)
{
    /// <summary>Where nothing tells when work is asked for again, it is looked at again after so many days.</summary>
    private const int LookAgainDays = 7;

    /// <summary>Why no reminder of it is owed to the audience on the day, in words; null when one may be.</summary>
    public string? WhyNotOwed(DateOnly day, ReminderAudience audience = ReminderAudience.Responsible) => this switch
    {
        { Withdrawn: true } => "the assignment was withdrawn",
        { Status: AssignmentStatus.Completed } => "it was reported as completed",
        { Status: AssignmentStatus.NotApplicable } => "it was reported as not applicable",
        { Occurrence: OccurrenceStatus.Completed, Kind: OccurrenceKind.Delivery } => "it was delivered",
        { Occurrence: OccurrenceStatus.Completed } => "an update was given",
        { Occurrence: OccurrenceStatus.Cancelled } => "the date was taken back",
        { Kind: OccurrenceKind.Review, LastReportedOn: { } reported } when reported > DueBy => "an update was given after the period",
        { IsMember: false } or { Scheme: null } => "the membership has ended",
        { Scheme.Stage: SchemeStage.Closed } => "the scheme is closed",
        _ when !Scheme!.IsLiveOn(day) => "the scheme is not in force on this day",
        { SnoozedUntil: { } until } when day < until => $"it is snoozed until {DigestContent.DateInWords(until)}",
        { AcknowledgedUntil: { } until } when day < until && audience == ReminderAudience.Responsible =>
            $"it was acknowledged until {DigestContent.DateInWords(until)}",
        _ => null,
    };

    /// <summary>
    /// When it is to be looked at again although nothing is owed now; null when a report, a move or nothing at all will bring it back.
    /// </summary>
    public DateOnly? NextReminder(DateOnly day, ReminderAudience audience = ReminderAudience.Responsible) => this switch
    {
        { Withdrawn: true } or { Status: AssignmentStatus.Completed or AssignmentStatus.NotApplicable }
            or { Occurrence: not OccurrenceStatus.Open } => null,
        { Kind: OccurrenceKind.Review, LastReportedOn: { } reported } when reported > DueBy => null,
        { Scheme: { } scheme } when scheme.Stage == SchemeStage.Closed || scheme.EndsOn <= day => null,
        { Scheme: { Stage: not SchemeStage.Draft } scheme, IsMember: true } when scheme.StartsOn > day => scheme.StartsOn,
        { IsMember: false } => day.AddDays(1),
        { Scheme: { } scheme, SnoozedUntil: { } until } when scheme.IsLiveOn(day) && day < until => until,
        { Scheme: { } scheme, AcknowledgedUntil: { } until } when scheme.IsLiveOn(day) && day < until
            && audience == ReminderAudience.Responsible => until,
        // A membership renewed, or a scheme that comes into force, changes nothing of the occurrence itself.
        _ => day.AddDays(LookAgainDays),
    };
}
