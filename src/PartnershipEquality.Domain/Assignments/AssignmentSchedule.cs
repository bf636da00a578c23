using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>A date that an assignment is to be delivered by, and the milestone it belongs to, if any.</summary>
public readonly record struct DeliveryDate(DateOnly DueBy, Guid? MilestoneId);

/// <summary>
/// When an assignment falls due: deliveries from its targets and its action's milestones within the scheme's
/// period, reviews by cadence where there is no date to deliver by.
/// </summary>
public sealed class AssignmentSchedule
{
    /// <summary>How far ahead recurring deliveries are laid down (design section 1).</summary>
    public const int HorizonDays = 400;

    private readonly Scheme _scheme;
    private readonly IReadOnlyList<(TargetDate Target, Guid? MilestoneId)> _targets;

    public AssignmentSchedule(Scheme scheme, IReadOnlyList<TargetDate> targets, IReadOnlyList<Milestone> milestones)
    {
        this._scheme = scheme;
        this._targets = [
            .. targets.Select(target => (target, (Guid?)null)),
            .. milestones.Where(m => m.WithdrawnAt is null).SelectMany(m => m.Targets.Select(target => (target, (Guid?)m.Id)))];
        ReviewMonths = targets.Select(t => t.ReviewMonths).FirstOrDefault(months => months is not null) ?? scheme.ReviewMonths;
    }

    public int ReviewMonths { get; }

    /// <summary>The deliveries in order: a one-off however far ahead, a recurring one up to the horizon.</summary>
    public IReadOnlyList<DeliveryDate> Deliveries(DateOnly today) =>
        [.. _targets.SelectMany(t => Within(t.Target, Horizon(t.Target, today)).Select(day => new DeliveryDate(day, t.MilestoneId)))
            .Distinct()
            .OrderBy(d => d.DueBy).ThenBy(d => d.MilestoneId)];

    /// <summary>True when a recurring target gives dates that have not been laid down yet.</summary>
    public bool HasMoreAfter(DateOnly today) => NextRollForDeliveries(today) is not null;

    /// <summary>
    /// The first day from which reviews stand in for a date, or none when every target has one. A date outside the
    /// scheme's period is never reached in it, so such a target is reviewed like one without.
    /// </summary>
    public DateOnly? ReviewedFrom(DateOnly createdOn)
    {
        var starts = _targets.Where(t => t.MilestoneId is null)
            .Where(t => t.Target.IsDateless || !Within(t.Target, _scheme.EndsOn).Any())
            .Select(t => Later(t.Target.IsDateless ? t.Target.Earliest ?? _scheme.StartsOn : _scheme.StartsOn, createdOn))
            .Order().ToList();
        return starts.Count > 0 ? starts[0] : null;
    }

    /// <summary>The review period that a day falls in, clipped to the scheme's own; none outside it.</summary>
    public (DateOnly Start, DateOnly End)? PeriodOf(DateOnly day)
    {
        if (day < _scheme.StartsOn)
        {
            day = _scheme.StartsOn;
        }

        if (day > _scheme.EndsOn)
        {
            return null;
        }

        var months = ((day.Year - _scheme.StartsOn.Year) * 12) + day.Month - _scheme.StartsOn.Month;
        var index = months / ReviewMonths;
        // The month count is one too many while the day of the month has not been reached.
        if (_scheme.StartsOn.AddMonths(index * ReviewMonths) > day)
        {
            index--;
        }

        var start = _scheme.StartsOn.AddMonths(index * ReviewMonths);
        var end = _scheme.StartsOn.AddMonths((index + 1) * ReviewMonths).AddDays(-1);
        return (start, end < _scheme.EndsOn ? end : _scheme.EndsOn);
    }

    /// <summary>The end of the first period with no update in it, counted from the last one with.</summary>
    public DateOnly? ReviewBy(DateOnly createdOn, DateOnly? lastReportedOn)
    {
        if (ReviewedFrom(createdOn) is not { } from || PeriodOf(from) is not { } first)
        {
            return null;
        }

        if (lastReportedOn is not { } reported || reported < first.Start)
        {
            return first.End;
        }

        return PeriodOf(reported) is { } met && met.End < _scheme.EndsOn ? PeriodOf(met.End.AddDays(1))?.End : null;
    }

    /// <summary>Every review period from the first to the one that today falls in.</summary>
    public IEnumerable<(DateOnly Start, DateOnly End)> ReviewPeriods(DateOnly createdOn, DateOnly today)
    {
        var last = today < _scheme.EndsOn ? today : _scheme.EndsOn;
        if (ReviewedFrom(createdOn) is not { } day)
        {
            yield break;
        }

        while (day <= last && PeriodOf(day) is { } period)
        {
            yield return period;
            day = period.End.AddDays(1);
        }
    }

    /// <summary>The day on which new occurrences are next to be laid down; none when all that will ever be are there.</summary>
    public DateOnly? NextRollOn(DateOnly createdOn, DateOnly today)
    {
        DateOnly? reviews = null;
        if (ReviewedFrom(createdOn) is { } from)
        {
            reviews = from > today ? Later(from, _scheme.StartsOn)
                : PeriodOf(today) is { } period && period.End < _scheme.EndsOn ? period.End.AddDays(1) : null;
        }

        var deliveries = NextRollForDeliveries(today);
        return reviews is null ? deliveries : deliveries is null ? reviews : reviews < deliveries ? reviews : deliveries;
    }

    /// <summary>Nobody has said when: no date, not on-going, nothing that it waits for.</summary>
    public static bool SaysNotWhen(IReadOnlyList<TargetDate> targets) => targets.All(t =>
        t.Kind is TargetKind.None or TargetKind.ToBeConfirmed or TargetKind.Varies or TargetKind.SeeElsewhere or TargetKind.Unreadable);

    private DateOnly? NextRollForDeliveries(DateOnly today)
    {
        var horizon = today.AddDays(HorizonDays);
        var next = _targets.Where(t => t.Target.Recurrence is not null && horizon < _scheme.EndsOn)
            .Select(t => Within(t.Target, _scheme.EndsOn).Where(day => day > horizon).Select(day => (DateOnly?)day).FirstOrDefault())
            .Where(day => day is not null).Order().FirstOrDefault();
        return next?.AddDays(-HorizonDays);
    }

    private IEnumerable<DateOnly> Within(TargetDate target, DateOnly to) => target.DueDatesWithin(_scheme.StartsOn, to);

    private DateOnly Horizon(TargetDate target, DateOnly today)
    {
        var horizon = today.AddDays(HorizonDays);
        return target.Recurrence is not null && horizon < _scheme.EndsOn ? horizon : _scheme.EndsOn;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
