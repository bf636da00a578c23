using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>
/// The cross-reference: this action, that authority. It holds the authority's status and own target, and no
/// narrative. The owner creates, withdraws and dates it; the authority does the rest.
/// </summary>
public sealed partial class Assignment : Versioned
{
    private readonly List<Occurrence> _occurrences = [];

    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    /// <summary>Where its action stands in the plan, kept up with it when the owner moves it.</summary>
    public required Guid ThemeId { get; init; }

    public required Guid CommitmentId { get; init; }

    public required Guid ActionId { get; init; }

    /// <summary>The action's reference: "1.2/3".</summary>
    public required string Reference { get; init; }

    public string? Qualifier { get; set; }

    /// <summary>The part of the action's target that applies to this authority.</summary>
    public IReadOnlyList<TargetDate> SharedTargets { get; private set; } = [];

    /// <summary>The authority's own target; it stands before the shared one.</summary>
    public IReadOnlyList<TargetDate>? OwnTargets { get; private set; }

    public AssignmentStatus Status { get; private set; }

    /// <summary>The earliest open delivery, while the work is wanted.</summary>
    public DateOnly? DueBy { get; private set; }

    public DateOnly? BaselineDueBy { get; private set; }

    public DateOnly? ReviewBy { get; private set; }

    public bool NoTarget { get; private set; }

    public int TimesMoved { get; private set; }

    public DateTimeOffset? LastReportedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public string? NotApplicableReason { get; private set; }

    public DateTimeOffset? NotApplicableAcceptedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>The day on which further occurrences must be laid down.</summary>
    public DateOnly? RollOn { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<Occurrence> Occurrences => _occurrences;

    public IReadOnlyList<TargetDate> Targets => OwnTargets ?? SharedTargets;

    /// <summary>Work is still wanted: it is not done, does not fail to apply and has not been withdrawn.</summary>
    public bool IsWanted => WithdrawnAt is null && Status is not (AssignmentStatus.Completed or AssignmentStatus.NotApplicable);

    /// <summary>Makes the assignment of an action to an authority, with what falls due laid down.</summary>
    public static Assignment Of(Scheme scheme, SchemeAction action, Guid authorityId, string? qualifier, IReadOnlyList<TargetDate> targets,
        DateTimeOffset at)
    {
        var assignment = new Assignment
        {
            Id = Uuid.New(),
            AuthorityId = authorityId,
            OwnerId = action.OwnerId,
            SchemeId = action.SchemeId,
            ThemeId = action.ThemeId,
            CommitmentId = action.CommitmentId,
            ActionId = action.Id,
            Reference = action.Reference,
            Qualifier = qualifier,
            SharedTargets = targets,
            CreatedAt = at,
            UpdatedAt = at,
        };
        assignment.GenerateOccurrences(scheme, action.Milestones, LondonDay.Of(at), at);
        return assignment;
    }

    /// <summary>
    /// Lays down what falls due up to the horizon. Deliveries keep their place: the k-th date stays the k-th
    /// occurrence, so a date that moved re-dates what is open and leaves what is done.
    /// </summary>
    public void GenerateOccurrences(Scheme scheme, IReadOnlyList<Milestone> milestones, DateOnly today, DateTimeOffset at) =>
        GenerateOccurrences(scheme, milestones, today, at, targetMoved: false);

    private void GenerateOccurrences(Scheme scheme, IReadOnlyList<Milestone> milestones, DateOnly today, DateTimeOffset at,
        bool targetMoved)
    {
        var schedule = new AssignmentSchedule(scheme, Targets, milestones);
        var createdOn = LondonDay.Of(CreatedAt);
        if (FinishedAt is null)
        {
            MatchDeliveries(schedule.Deliveries(today), today, at);
        }

        // A period that is over stays as it was settled; one that is not may be taken up again.
        var reviewed = _occurrences.Where(o => o.Kind == OccurrenceKind.Review
            && (o.Status != OccurrenceStatus.Cancelled || o.DueBy < today)).ToList();
        var periods = schedule.ReviewPeriods(createdOn, today).ToList();
        foreach (var (start, end) in periods.Where(p => !reviewed.Exists(o => o.PeriodStart == p.Start && o.DueBy == p.End)))
        {
            var review = Occurrence.Of(this, OccurrenceKind.Review, start, end, null, today, at);
            _occurrences.Add(review);
            if (targetMoved && end < today)
            {
                // While there was a date to deliver by, no review was asked for; a target that has none now asks from here on.
                review.Cancel();
            }
        }

        // A date that replaced "on-going" ends the review under way; those past stay as they were.
        foreach (var review in reviewed.Where(o => o.Status == OccurrenceStatus.Open && o.DueBy >= today
            && !periods.Exists(p => p.Start == o.PeriodStart)))
        {
            review.Cancel();
        }

        RollOn = schedule.NextRollOn(createdOn, today);
        NoTarget = AssignmentSchedule.SaysNotWhen(Targets);
        Derive(schedule, createdOn);
    }

    private void MatchDeliveries(IReadOnlyList<DeliveryDate> dates, DateOnly today, DateTimeOffset at)
    {
        foreach (var milestone in dates.Select(d => d.MilestoneId)
            .Concat(_occurrences.Where(o => o.IsOpenDelivery).Select(o => o.MilestoneId)).Distinct().ToList())
        {
            var kept = _occurrences
                .Where(o => o.Kind == OccurrenceKind.Delivery && o.Status != OccurrenceStatus.Cancelled && o.MilestoneId == milestone)
                .OrderBy(o => o.DueBy).ToList();
            var wanted = dates.Where(d => d.MilestoneId == milestone).ToList();
            var givenUp = GivenUp(milestone).ToList();
            for (var i = 0; i < Math.Max(kept.Count, wanted.Count); i++)
            {
                if (i >= kept.Count)
                {
                    // A date set after one was given up is that one moved: giving up first must not hide the slip.
                    DateOnly? agreed = i - kept.Count < givenUp.Count ? givenUp[i - kept.Count] : null;
                    _occurrences.Add(Occurrence.Of(this, OccurrenceKind.Delivery, null, wanted[i].DueBy, milestone, today, at, agreed));
                }
                else if (kept[i].Status == OccurrenceStatus.Open && i >= wanted.Count)
                {
                    kept[i].Cancel();
                }
                else if (kept[i].Status == OccurrenceStatus.Open && kept[i].DueBy != wanted[i].DueBy)
                {
                    kept[i].MoveTo(wanted[i].DueBy, today);
                }
            }
        }
    }

    /// <summary>The days first agreed of deliveries that were given up, in order.</summary>
    private IEnumerable<DateOnly> GivenUp(Guid? milestone) => _occurrences
        .Where(o => o.Kind == OccurrenceKind.Delivery && o.Status == OccurrenceStatus.Cancelled && o.MilestoneId == milestone)
        .Select(o => o.BaselineDueBy).Distinct().Order();

    private DateOnly? EarliestDue => IsWanted ? _occurrences.Where(o => o.IsOpenDelivery).Select(o => (DateOnly?)o.DueBy).Min() : null;

    private void Derive(AssignmentSchedule schedule, DateOnly createdOn)
    {
        var open = _occurrences.Where(o => o.IsOpenDelivery).OrderBy(o => o.DueBy).FirstOrDefault();
        DueBy = EarliestDue;
        // A date given up for "on-going" keeps its baseline, so that moving it away does not hide the slip; one that
        // was met does not: until the next of a recurring row is laid down nothing is late.
        BaselineDueBy = open?.BaselineDueBy ?? (Status == AssignmentStatus.Completed ? BaselineDueBy : null)
            ?? GivenUp(null).Select(day => (DateOnly?)day).FirstOrDefault();
        // Word is wanted from the first review that was asked for: quarters that went by under a date owe none.
        var asked = _occurrences.Where(o => o.Kind == OccurrenceKind.Review && o.Status != OccurrenceStatus.Cancelled)
            .Select(o => o.PeriodStart).Min();
        ReviewBy = schedule.ReviewBy(asked > createdOn ? asked.Value : createdOn, LastReportedAt is { } at ? LondonDay.Of(at) : null);
    }

    /// <summary>The state as it stands: dates show only while the work is wanted.</summary>
    public AssignmentState StateAt(DateTimeOffset at) => new()
    {
        Id = Uuid.New(),
        AuthorityId = AuthorityId,
        OwnerId = OwnerId,
        AssignmentId = Id,
        SchemeId = SchemeId,
        ThemeId = ThemeId,
        ActionId = ActionId,
        Status = Status,
        DueBy = IsWanted ? DueBy : null,
        BaselineDueBy = IsWanted ? BaselineDueBy : null,
        ReviewBy = IsWanted ? ReviewBy : null,
        NoTarget = NoTarget,
        LastReportedOn = LastReportedAt is { } reported ? LondonDay.Of(reported) : null,
        Accepted = NotApplicableAcceptedAt is not null,
        Withdrawn = WithdrawnAt is not null,
        BeganAt = at,
    };

    private void Touch(DateTimeOffset at)
    {
        Revise();
        UpdatedAt = at;
    }
}
