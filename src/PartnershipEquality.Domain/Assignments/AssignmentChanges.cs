using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>What an authority says when it reports. <c>OccurrenceId</c> names the delivery that a completed recurring one closes.</summary>
public sealed record Report(
    AssignmentStatus Status,
    bool Finished,
    Guid? OccurrenceId,
    string? Reason,
    string? Narrative,
    IReadOnlyList<EvidenceLink> Evidence,
    Tier Tier,
    string ReportedBy,
    string? OnBehalfOf);

/// <content>What may happen to an assignment, each refusal where it is decided.</content>
public sealed partial class Assignment
{
    /// <summary>Takes an authority's report: the status, and the delivery or review that it closes.</summary>
    public ProgressUpdate Record(Report report, Scheme scheme, IReadOnlyList<Milestone> milestones, DateTimeOffset at)
    {
        EnsureAsked(scheme);
        if (report.Finished && report.Status != AssignmentStatus.Completed)
        {
            throw Refusal.Field("#/finished", "finished-needs-completed",
                "Only an update with status completed can finish the assignment.");
        }

        if (report.Status == AssignmentStatus.NotApplicable && string.IsNullOrWhiteSpace(report.Reason))
        {
            throw Refusal.Field("#/reason", "required",
                "Say why it does not apply here; the owner reads the reason and accepts it or not.");
        }

        if (report.OccurrenceId is not null && report.Status != AssignmentStatus.Completed)
        {
            throw Refusal.Field("#/occurrenceId", "occurrence-needs-completed",
                "An occurrence is named only to say that it is completed; leave it out.");
        }

        var today = LondonDay.Of(at);
        if (Status == AssignmentStatus.Completed && report.Status != AssignmentStatus.Completed)
        {
            // Before what falls due is laid down, so that a target moved meanwhile dates what is open again.
            Reopen(today);
            // A target that moved while the work was done holds from now on.
            GenerateOccurrences(scheme, milestones, today, at);
        }

        GenerateOccurrences(scheme, milestones, today, at);
        var updateId = Uuid.New();
        var closed = report.Status == AssignmentStatus.Completed ? Close(report, updateId, at) : null;
        var schedule = new AssignmentSchedule(scheme, Targets, milestones);
        var moreToCome = _occurrences.Exists(o => o.IsOpenDelivery) || schedule.HasMoreAfter(today);
        var milestoneNamed = report.OccurrenceId is not null && closed?.MilestoneId is not null && !report.Finished;
        Status = milestoneNamed ? AfterMilestone(moreToCome)
            : report.Status != AssignmentStatus.Completed || report.Finished || !moreToCome ? report.Status
            // One of several is done and the rest lies ahead: the work as a whole is going well.
            : AssignmentStatus.OnTrack;
        FinishedAt = Status == AssignmentStatus.Completed ? at : null;
        NotApplicableReason = Status == AssignmentStatus.NotApplicable ? report.Reason : null;
        NotApplicableAcceptedAt = null;
        LastReportedAt = at;
        _occurrences.Find(o => o.Status == OccurrenceStatus.Open && o.Covers(today))?.Complete(updateId, at);
        if (!IsWanted)
        {
            EndPauses(today);
        }

        Wake(today);
        Derive(schedule, LondonDay.Of(CreatedAt));
        Touch(at);
        return new ProgressUpdate
        {
            Id = updateId,
            AuthorityId = AuthorityId,
            OwnerId = OwnerId,
            AssignmentId = Id,
            OccurrenceId = closed?.Id,
            Status = report.Status,
            Finished = report.Finished,
            Narrative = report.Narrative,
            Evidence = report.Evidence,
            Tier = report.Tier,
            ReportedBy = report.ReportedBy,
            OnBehalfOf = report.OnBehalfOf,
            ReportedAt = at,
        };
    }

    /// <summary>The owner moves the shared target; an authority with a target of its own keeps that.</summary>
    public TargetMove MoveSharedTarget(IReadOnlyList<TargetDate> targets, string reason, Scheme scheme, IReadOnlyList<Milestone> milestones,
        DateTimeOffset at)
    {
        GenerateOccurrences(scheme, milestones, LondonDay.Of(at), at);
        var before = Before();
        SharedTargets = targets;
        GenerateOccurrences(scheme, milestones, LondonDay.Of(at), at, targetMoved: true);
        if (before != Before())
        {
            // An authority with a target of its own keeps that, and its people need not hear of the other.
            AddPendingNotice(PlanChangeKind.Moved, at);
        }

        return Moved(OwnerId, before, Wording(Targets), reason, at);
    }

    /// <summary>The authority sets its own target, or none to go back to the shared one.</summary>
    public TargetMove SetOwnTarget(IReadOnlyList<TargetDate>? targets, string reason, Scheme scheme, IReadOnlyList<Milestone> milestones,
        DateTimeOffset at)
    {
        EnsureAsked(scheme);
        GenerateOccurrences(scheme, milestones, LondonDay.Of(at), at);
        var before = Before();
        OwnTargets = targets;
        GenerateOccurrences(scheme, milestones, LondonDay.Of(at), at, targetMoved: true);
        return Moved(AuthorityId, before, Wording(Targets), reason, at);
    }

    /// <summary>The owner adds, moves or withdraws a milestone of the action: what is open of it follows, what is done stays.</summary>
    public void FollowMilestones(Scheme scheme, IReadOnlyList<Milestone> milestones, DateTimeOffset at)
    {
        GenerateOccurrences(scheme, milestones, LondonDay.Of(at), at);
        Touch(at);
    }

    /// <summary>
    /// The owner moves a milestone's date, which is kept on record as a target that moved. The reviews stay: they go by the action's own
    /// target.
    /// </summary>
    public TargetMove MoveMilestone(Milestone milestone, string? fromText, string reason, Scheme scheme,
        IReadOnlyList<Milestone> milestones, DateTimeOffset at)
    {
        var before = DueBy;
        GenerateOccurrences(scheme, milestones, LondonDay.Of(at), at);
        AddPendingNotice(PlanChangeKind.Moved, at);
        return Moved(OwnerId, ($"{milestone.Text}: {fromText ?? "no date"}", before),
            $"{milestone.Text}: {milestone.TargetText ?? "no date"}", reason, at);
    }

    /// <summary>The owner takes the assignment back. What was reported stays readable.</summary>
    public void Withdraw(string reason, DateTimeOffset at)
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("assignment-withdrawn", "The assignment has already been withdrawn.");
        }

        WithdrawnAt = at;
        WithdrawnReason = reason;
        DueBy = EarliestDue;
        EndPauses(LondonDay.Of(at));
        AddPendingNotice(PlanChangeKind.Withdrawn, at);
        Touch(at);
    }

    /// <summary>The owner names the authority again: the assignment goes on where it stopped.</summary>
    public void Reinstate(string? qualifier, DateTimeOffset at)
    {
        WithdrawnAt = null;
        WithdrawnReason = null;
        DueBy = EarliestDue;
        Qualifier = qualifier;
        // What came due meanwhile is laid down with the next morning's work.
        RollOn = LondonDay.Of(at);
        Wake(LondonDay.Of(at));
        AddPendingNotice(PlanChangeKind.Reinstated, at);
        Touch(at);
    }

    /// <summary>The owner accepts that the action does not apply here, so it is no longer expected.</summary>
    public void AcceptNotApplicable(DateTimeOffset at)
    {
        if (Status != AssignmentStatus.NotApplicable)
        {
            throw Refusal.Conflict("not-an-exception",
                "The authority has not reported that this does not apply; there is nothing to accept.");
        }

        if (NotApplicableAcceptedAt is not null)
        {
            throw Refusal.Conflict("already-accepted", "The exception has already been accepted.");
        }

        NotApplicableAcceptedAt = at;
        Touch(at);
    }

    private void EnsureAsked(Scheme scheme)
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("assignment-withdrawn", "The owner has withdrawn this assignment; nothing more is reported on it.");
        }

        scheme.EnsureOpen();
        if (scheme.Stage is SchemeStage.Draft or SchemeStage.InConsultation)
        {
            throw Refusal.Conflict("scheme-not-approved", $"\"{scheme.Title}\" has not been approved yet; work is reported once it is.");
        }
    }

    /// <summary>
    /// A milestone that is done says nothing of the rest: what was said of the whole stands, except that it has been
    /// begun. It completes the whole as the last of its deliveries only, and never work that has none of its own to end with.
    /// </summary>
    private AssignmentStatus AfterMilestone(bool moreToCome) => Status switch
    {
        AssignmentStatus.Completed => AssignmentStatus.Completed,
        _ when !moreToCome
            && _occurrences.Exists(o => o is { Kind: OccurrenceKind.Delivery, Status: OccurrenceStatus.Completed, MilestoneId: null }) =>
                AssignmentStatus.Completed,
        AssignmentStatus.AtRisk or AssignmentStatus.OffTrack => Status,
        _ => AssignmentStatus.OnTrack,
    };

    private Occurrence? Close(Report report, Guid updateId, DateTimeOffset at)
    {
        var open = _occurrences.Where(o => o.IsOpenDelivery).OrderBy(o => o.DueBy).ToList();
        var closing = open.FirstOrDefault();
        if (report.OccurrenceId is { } named)
        {
            closing = _occurrences.Find(o => o.Id == named && o.Kind == OccurrenceKind.Delivery)
                ?? throw Refusal.Field("#/occurrenceId", "unknown-occurrence",
                    "Name one of this assignment's deliveries, or leave it out for the earliest open one.");
            if (closing.Status != OccurrenceStatus.Open)
            {
                throw Refusal.Conflict("occurrence-closed", "That occurrence is no longer open.");
            }
        }

        closing?.Complete(updateId, at);
        return closing;
    }

    private void Reopen(DateOnly today)
    {
        // A milestone done before stays done: it opens again only if the work as a whole was finished with it.
        _occurrences.Where(o => o.Kind == OccurrenceKind.Delivery && o.Status == OccurrenceStatus.Completed
            && (o.MilestoneId is null || o.CompletedAt == FinishedAt))
            .OrderByDescending(o => o.CompletedAt).ThenByDescending(o => o.DueBy).FirstOrDefault()?.Reopen(today);
        FinishedAt = null;
    }

    private (string? Text, DateOnly? DueBy) Before() => (Wording(Targets), DueBy);

    private TargetMove Moved(Guid movedBy, (string? Text, DateOnly? DueBy) before, string? toText, string reason, DateTimeOffset at)
    {
        if (DueBy != before.DueBy)
        {
            TimesMoved++;
            EndPauses(LondonDay.Of(at));
        }

        Touch(at);
        return new TargetMove
        {
            Id = Uuid.New(),
            AuthorityId = AuthorityId,
            OwnerId = OwnerId,
            AssignmentId = Id,
            MovedBy = movedBy,
            FromText = before.Text,
            ToText = toText,
            FromDueBy = before.DueBy,
            ToDueBy = DueBy,
            DaysSlipped = DueBy?.DayNumber - before.DueBy?.DayNumber,
            Reason = reason,
            MovedAt = at,
        };
    }

    private void Wake(DateOnly today)
    {
        if (IsWanted)
        {
            _occurrences.ForEach(o => o.EnsureReminderScheduled(today));
        }
    }

    private static string? Wording(IReadOnlyList<TargetDate> targets)
    {
        var text = string.Join("; ", targets.Select(t => t.Text).Where(t => t.Length > 0));
        return text.Length == 0 ? null : text;
    }
}
