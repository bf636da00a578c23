using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Domain.Tests.Assignments;

public sealed class AssignmentTests
{
    private readonly Scheme scheme = Given.LiveScheme();
    private readonly SchemeAction action;

    public AssignmentTests() => action = Given.Action(scheme);

    [Fact]
    public void A_moved_target_keeps_the_first_delivery_the_first_and_leaves_what_is_done()
    {
        var assignment = Of("April 2026 and monthly thereafter", "2028-03-01");
        var dates = Deliveries(assignment).Select(o => o.DueBy).ToList();
        var third = Deliveries(assignment)[2];
        Record(assignment, Given.Report(AssignmentStatus.Completed, occurrenceId: third.Id), "2028-03-02");

        assignment.MoveSharedTarget(Given.Targets("May 2026 and monthly thereafter"), "A month late.", scheme, [], Given.At("2028-03-03"));

        var moved = Deliveries(assignment);
        moved.Take(5).Select(o => o.BaselineDueBy).ShouldBe(dates.Take(5));
        moved[0].DueBy.ShouldBe(Given.Day("2026-05-31"));
        (third.DueBy, third.Status).ShouldBe((dates[2], OccurrenceStatus.Completed));
        assignment.TimesMoved.ShouldBe(1);
        assignment.BaselineDueBy.ShouldBe(Given.Day("2026-04-30"));
    }

    [Fact]
    public void A_shorter_series_cancels_its_end_and_a_longer_one_again_remembers_what_was_first_agreed()
    {
        var assignment = Of("December 2026 and yearly thereafter", "2028-06-01");
        Deliveries(assignment).Count.ShouldBe(3);

        assignment.SetOwnTarget(Given.Targets("March 2027"), "Once will do.", scheme, [], Given.At("2028-06-02"));
        Deliveries(assignment).Select(o => (o.DueBy, o.BaselineDueBy)).ShouldBe([(Given.Day("2027-03-31"), Given.Day("2026-12-31"))]);

        assignment.SetOwnTarget(null, "As planned.", scheme, [], Given.At("2028-06-03"));
        Deliveries(assignment).Select(o => (o.DueBy, o.BaselineDueBy)).ShouldBe(
            [(Given.Day("2026-12-31"), Given.Day("2026-12-31")), (Given.Day("2027-12-31"), Given.Day("2027-12-31")), (Given.Day("2028-12-31"), Given.Day("2028-12-31"))]);
    }

    [Fact]
    public void A_date_given_up_for_ongoing_asks_for_word_from_then_on_and_not_for_the_quarters_it_stood_in()
    {
        var assignment = Of("March 2027", "2026-04-02");
        assignment.ReviewBy.ShouldBeNull();

        assignment.MoveSharedTarget(Given.Targets("On-going"), "It never ends.", scheme, [], Given.At("2026-11-22"));

        assignment.ReviewBy.ShouldBe(Given.Day("2026-12-31"));
    }

    [Fact]
    public void Reopening_opens_the_last_closed_delivery_alone()
    {
        var assignment = Of("December 2026 and yearly thereafter", "2028-06-01");
        foreach (var day in new[] { "2028-06-02", "2028-06-03", "2028-06-04" })
        {
            Record(assignment, Given.Report(AssignmentStatus.Completed), day);
        }

        (assignment.Status, assignment.DueBy, assignment.IsWanted).ShouldBe((AssignmentStatus.Completed, null, false));

        Record(assignment, Given.Report(AssignmentStatus.OffTrack), "2028-06-05");

        Deliveries(assignment).Select(o => o.Status).ShouldBe([OccurrenceStatus.Completed, OccurrenceStatus.Completed, OccurrenceStatus.Open]);
        (assignment.Status, assignment.DueBy, assignment.FinishedAt).ShouldBe((AssignmentStatus.OffTrack, Given.Day("2028-12-31"), null));
    }

    [Fact]
    public void A_milestone_is_a_delivery_of_its_own_and_the_work_is_done_with_the_last()
    {
        var milestone = action.AddMilestone("Draft agreed", Given.Targets("October 2026"), Given.At("2026-04-01"));
        var assignment = Of("March 2027", "2026-04-01");
        Deliveries(assignment).Select(o => (o.DueBy, o.MilestoneId)).ShouldBe([(Given.Day("2026-10-31"), milestone.Id), (Given.Day("2027-03-31"), null)]);

        assignment.SetOwnTarget(Given.Targets("May 2027"), "Late.", scheme, action.Milestones, Given.At("2026-05-01"));
        Deliveries(assignment).Select(o => (o.DueBy, o.MilestoneId)).ShouldBe([(Given.Day("2026-10-31"), milestone.Id), (Given.Day("2027-05-31"), null)]);

        Record(assignment, Given.Report(AssignmentStatus.Completed), "2026-09-01");
        (assignment.Status, assignment.DueBy, assignment.BaselineDueBy).ShouldBe((AssignmentStatus.OnTrack, Given.Day("2027-05-31"), Given.Day("2027-03-31")));
        Record(assignment, Given.Report(AssignmentStatus.Completed), "2027-04-01");
        assignment.Status.ShouldBe(AssignmentStatus.Completed);
    }

    [Fact]
    public void Withdrawn_work_shows_no_dates_and_goes_on_where_it_stopped()
    {
        var assignment = Of("March 2027", "2026-04-01");
        assignment.Withdraw("Not theirs.", Given.At("2026-05-01"));
        var headline = assignment.Headline(Given.At("2026-05-01"));
        (headline.DueBy, headline.Withdrawn).ShouldBe((null, true));
        Should.Throw<Refusal>(() => assignment.Withdraw("Again.", Given.At("2026-05-02"))).Code.ShouldBe("assignment-withdrawn");
        Should.Throw<Refusal>(() => Record(assignment, Given.Report(AssignmentStatus.OnTrack), "2026-05-02")).Code.ShouldBe("assignment-withdrawn");

        assignment.Reinstate(null, Given.At("2026-06-01"));

        assignment.Headline(Given.At("2026-06-01")).DueBy.ShouldBe(Given.Day("2027-03-31"));
    }

    private Assignment Of(string target, string on) => Assignment.Of(scheme, action, Guid.NewGuid(), null, Given.Targets(target), Given.At(on));

    private void Record(Assignment assignment, Report report, string on) => assignment.Record(report, scheme, action.Milestones, Given.At(on));

    private static List<Occurrence> Deliveries(Assignment assignment) =>
        [.. assignment.Occurrences.Where(o => o.Kind == OccurrenceKind.Delivery && o.Status != OccurrenceStatus.Cancelled).OrderBy(o => o.DueBy)];
}
