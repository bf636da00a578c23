using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Board;

public sealed class StandingTests
{
    private static readonly DateOnly _asOf = new(2026, 11, 23);

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(-1, true, false)]
    [InlineData(0, false, true)]
    [InlineData(28, false, true)]
    [InlineData(29, false, false)]
    public void A_day_is_overdue_once_it_has_passed_and_due_soon_for_four_weeks_before(int? dueIn, bool overdue, bool dueSoon)
    {
        var standing = Standing.On(_asOf, State(dueBy: dueIn));

        (standing.Overdue, standing.DueSoon).ShouldBe((overdue, dueSoon));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_review_period_is_missed_once_it_has_ended(int? reviewIn, bool notUpdated) =>
        Standing.On(_asOf, State(reviewBy: reviewIn)).NotUpdated.ShouldBe(notUpdated);

    [Fact]
    public void A_target_moved_later_stays_overdue_against_its_baseline()
    {
        var standing = Standing.On(_asOf, State(dueBy: 100, baseline: -1));

        (standing.Overdue, standing.OverdueAgainstBaseline).ShouldBe((false, true));
    }

    [Fact]
    public void A_date_given_up_stays_overdue_against_its_baseline() =>
        Standing.On(_asOf, State(baseline: -1)).OverdueAgainstBaseline.ShouldBeTrue();

    [Theory]
    [InlineData(AssignmentStatus.NotStarted, true)]
    [InlineData(AssignmentStatus.OffTrack, true)]
    [InlineData(AssignmentStatus.Completed, false)]
    [InlineData(AssignmentStatus.NotApplicable, false)]
    public void No_target_is_said_of_wanted_work_only(AssignmentStatus status, bool noTarget) =>
        Standing.On(_asOf, State(status, noTarget: true)).NoTarget.ShouldBe(noTarget);

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Work_withdrawn_or_accepted_as_not_applicable_is_not_expected(bool withdrawn, bool accepted, bool expected) =>
        Standing.IsExpected(State(AssignmentStatus.NotApplicable, accepted: accepted, withdrawn: withdrawn)).ShouldBe(expected);

    private static AssignmentState State(
        AssignmentStatus status = AssignmentStatus.OnTrack, int? dueBy = null, int? baseline = null, int? reviewBy = null,
        bool noTarget = false, bool accepted = false, bool withdrawn = false) => new()
        {
            Id = Guid.CreateVersion7(),
            AuthorityId = Guid.CreateVersion7(),
            OwnerId = Guid.CreateVersion7(),
            AssignmentId = Guid.CreateVersion7(),
            SchemeId = Guid.CreateVersion7(),
            ThemeId = Guid.CreateVersion7(),
            ActionId = Guid.CreateVersion7(),
            Status = status,
            DueBy = In(dueBy),
            BaselineDueBy = In(baseline),
            ReviewBy = In(reviewBy),
            NoTarget = noTarget,
            Accepted = accepted,
            Withdrawn = withdrawn,
            BeganAt = LondonDay.At(_asOf, TimeOnly.MinValue),
        };

    private static DateOnly? In(int? days) => days is { } d ? _asOf.AddDays(d) : null;
}
