using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Assignments;

public sealed class AssignmentTests
{
    private readonly Scheme _scheme = Given.LiveScheme();
    private readonly SchemeAction _action;

    public AssignmentTests() => _action = Given.Action(_scheme);

    [Fact]
    public void A_moved_target_keeps_the_first_delivery_the_first_and_leaves_what_is_done()
    {
        var assignment = Of("April 2026 and monthly thereafter", "2028-03-01");
        var dates = Deliveries(assignment).Select(o => o.DueBy).ToList();
        var third = Deliveries(assignment)[2];
        Record(assignment, Given.Report(AssignmentStatus.Completed, occurrenceId: third.Id), "2028-03-02");

        assignment.MoveSharedTarget(Given.Targets("May 2026 and monthly thereafter"), "A month late.", _scheme, [], Given.At("2028-03-03"));

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

        assignment.SetOwnTarget(Given.Targets("March 2027"), "Once will do.", _scheme, [], Given.At("2028-06-02"));
        Deliveries(assignment).Select(o => (o.DueBy, o.BaselineDueBy)).ShouldBe([(Given.Day("2027-03-31"), Given.Day("2026-12-31"))]);

        assignment.SetOwnTarget(null, "As planned.", _scheme, [], Given.At("2028-06-03"));
        Deliveries(assignment).Select(o => (o.DueBy, o.BaselineDueBy)).ShouldBe(
            [(Given.Day("2026-12-31"), Given.Day("2026-12-31")), (Given.Day("2027-12-31"), Given.Day("2027-12-31")),
                (Given.Day("2028-12-31"), Given.Day("2028-12-31"))]);
    }

    [Fact]
    public void A_date_given_up_for_ongoing_asks_for_word_from_then_on_and_not_for_the_quarters_it_stood_in()
    {
        var assignment = Of("March 2027", "2026-04-02");
        assignment.ReviewBy.ShouldBeNull();

        assignment.MoveSharedTarget(Given.Targets("On-going"), "It never ends.", _scheme, [], Given.At("2026-11-22"));

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

        Deliveries(assignment).Select(o => o.Status)
            .ShouldBe([OccurrenceStatus.Completed, OccurrenceStatus.Completed, OccurrenceStatus.Open]);
        (assignment.Status, assignment.DueBy, assignment.FinishedAt).ShouldBe((AssignmentStatus.OffTrack, Given.Day("2028-12-31"), null));
    }

    [Fact]
    public void A_milestone_is_a_delivery_of_its_own_and_the_work_is_done_with_the_last()
    {
        var milestone = _action.AddMilestone("Draft agreed", Given.Targets("October 2026"), Given.At("2026-04-01"));
        var assignment = Of("March 2027", "2026-04-01");
        Deliveries(assignment).Select(o => (o.DueBy, o.MilestoneId))
            .ShouldBe([(Given.Day("2026-10-31"), milestone.Id), (Given.Day("2027-03-31"), null)]);

        assignment.SetOwnTarget(Given.Targets("May 2027"), "Late.", _scheme, _action.Milestones, Given.At("2026-05-01"));
        Deliveries(assignment).Select(o => (o.DueBy, o.MilestoneId))
            .ShouldBe([(Given.Day("2026-10-31"), milestone.Id), (Given.Day("2027-05-31"), null)]);

        Record(assignment, Given.Report(AssignmentStatus.Completed), "2026-09-01");
        (assignment.Status, assignment.DueBy,
            assignment.BaselineDueBy).ShouldBe((AssignmentStatus.OnTrack, Given.Day("2027-05-31"), Given.Day("2027-03-31")));
        Record(assignment, Given.Report(AssignmentStatus.Completed), "2027-04-01");
        assignment.Status.ShouldBe(AssignmentStatus.Completed);
    }

    [Theory]
    [InlineData("March 2027", AssignmentStatus.NotStarted, AssignmentStatus.OnTrack)]
    [InlineData("March 2027", AssignmentStatus.AtRisk, AssignmentStatus.AtRisk)]
    [InlineData("March 2027", AssignmentStatus.OffTrack, AssignmentStatus.OffTrack)]
    [InlineData("On-going", AssignmentStatus.NotStarted, AssignmentStatus.OnTrack)]
    [InlineData("On-going", AssignmentStatus.OffTrack, AssignmentStatus.OffTrack)]
    public void A_milestone_that_is_named_completes_itself_and_nothing_else(string target, AssignmentStatus before, AssignmentStatus after)
    {
        var milestone = _action.AddMilestone("Draft agreed", Given.Targets("October 2026"), Given.At("2026-04-01"));
        var assignment = Of(target, "2026-04-01");
        if (before != AssignmentStatus.NotStarted)
        {
            Record(assignment, Given.Report(before), "2026-05-01");
        }

        var own = Deliveries(assignment).Where(o => o.MilestoneId is null).Select(o => o.DueBy).ToList();
        Record(assignment, Given.Report(AssignmentStatus.Completed,
            occurrenceId: Deliveries(assignment).Single(o => o.MilestoneId == milestone.Id).Id), "2026-09-01");

        (assignment.Status, assignment.FinishedAt).ShouldBe((after, null));
        Deliveries(assignment).Single(o => o.MilestoneId == milestone.Id).Status.ShouldBe(OccurrenceStatus.Completed);
        Deliveries(assignment).Where(o => o.IsOpenDelivery).Select(o => o.DueBy).ShouldBe(own);
        Should.Throw<Refusal>(
            () => Record(assignment, Given.Report(AssignmentStatus.Completed,
                occurrenceId: Deliveries(assignment).Single(o => o.MilestoneId == milestone.Id).Id), "2026-09-02"))
            .Code.ShouldBe("occurrence-closed");
    }

    [Fact]
    public void A_milestone_completes_the_work_as_its_last_delivery_and_is_reopened_only_if_the_work_ended_with_it()
    {
        var milestone = _action.AddMilestone("Draft agreed", Given.Targets("October 2026"), Given.At("2026-04-01"));
        var (last, first) = (Of("June 2026", "2026-04-01"), Of("March 2027", "2026-04-01"));
        Record(last, Given.Report(AssignmentStatus.Completed), "2026-06-01");
        last.Status.ShouldBe(AssignmentStatus.OnTrack);
        Record(last, Given.Report(AssignmentStatus.Completed, occurrenceId: OfMilestone(last, milestone).Id), "2026-09-01");
        last.Status.ShouldBe(AssignmentStatus.Completed);
        Record(last, Given.Report(AssignmentStatus.AtRisk), "2026-09-02");
        Deliveries(last).Where(o => o.IsOpenDelivery).Select(o => o.MilestoneId).ShouldBe([milestone.Id]);

        Record(first, Given.Report(AssignmentStatus.Completed, occurrenceId: OfMilestone(first, milestone).Id), "2026-09-01");
        Record(first, Given.Report(AssignmentStatus.Completed), "2026-09-02");
        first.Status.ShouldBe(AssignmentStatus.Completed);
        Record(first, Given.Report(AssignmentStatus.AtRisk), "2026-09-03");
        Deliveries(first).Where(o => o.IsOpenDelivery).Select(o => o.MilestoneId).ShouldBe([null]);
    }

    [Fact]
    public void A_milestone_added_moved_and_withdrawn_is_followed_in_what_is_open_and_leaves_what_is_done()
    {
        var (open, done) = (Of("March 2027", "2026-04-01"), Of("March 2027", "2026-04-01"));
        var milestone = _action.AddMilestone("Draft agreed", Given.Targets("October 2026"), Given.At("2026-05-01"));
        foreach (var assignment in new[] { open, done })
        {
            assignment.FollowMilestones(_scheme, _action.Milestones, Given.At("2026-05-01"));
            (assignment.DueBy, assignment.TimesMoved).ShouldBe((Given.Day("2026-10-31"), 0));
        }

        Record(done, Given.Report(AssignmentStatus.Completed, occurrenceId: OfMilestone(done, milestone).Id), "2026-06-01");
        var was = milestone.TargetText;
        milestone.Targets = Given.Targets("December 2026");
        var move = open.MoveMilestone(milestone, was, "Late.", _scheme, _action.Milestones, Given.At("2026-07-01"));
        done.MoveMilestone(milestone, was, "Late.", _scheme, _action.Milestones, Given.At("2026-07-01"));

        (move.FromText, move.ToText, move.DaysSlipped).ShouldBe(("Draft agreed: October 2026", "Draft agreed: December 2026", 61));
        (OfMilestone(open, milestone).DueBy, OfMilestone(open, milestone).BaselineDueBy,
            open.TimesMoved).ShouldBe((Given.Day("2026-12-31"), Given.Day("2026-10-31"), 1));
        (OfMilestone(done, milestone).DueBy, done.TimesMoved).ShouldBe((Given.Day("2026-10-31"), 0));

        milestone.Withdraw("Not needed.", Given.At("2026-08-01"));
        foreach (var assignment in new[] { open, done })
        {
            assignment.FollowMilestones(_scheme, _action.Milestones, Given.At("2026-08-01"));
            assignment.DueBy.ShouldBe(Given.Day("2027-03-31"));
        }

        Deliveries(open).ShouldNotContain(o => o.MilestoneId == milestone.Id);
        OfMilestone(done, milestone).Status.ShouldBe(OccurrenceStatus.Completed);
        Should.Throw<Refusal>(() => milestone.Withdraw("Again.", Given.At("2026-08-02"))).Code.ShouldBe("milestone-withdrawn");
    }

    [Fact]
    public void What_is_contested_stays_expected_until_the_owner_decides()
    {
        var assignment = Of("March 2027", "2026-04-01");
        Should.Throw<Refusal>(() => assignment.DecideContest(true, null, _scheme, Given.At("2026-05-01"))).Code.ShouldBe("not-contested");
        assignment.Contest("The county does this.", _scheme, Given.At("2026-05-01"));
        (assignment.IsContested, assignment.IsWanted, assignment.DueBy).ShouldBe((true, true, Given.Day("2027-03-31")));
        Should.Throw<Refusal>(() => assignment.Contest("Again.", _scheme, Given.At("2026-05-02"))).Code.ShouldBe("already-contested");

        assignment.DecideContest(false, "It is named in the plan.", _scheme, Given.At("2026-05-03"));
        (assignment.IsContested, assignment.ContestAccepted, assignment.WithdrawnAt).ShouldBe((false, false, null));
        assignment.Contest("Truly not ours.", _scheme, Given.At("2026-05-04"));
        (assignment.IsContested, assignment.ContestAccepted, assignment.ContestNote).ShouldBe((true, null, null));

        assignment.DecideContest(true, null, _scheme, Given.At("2026-05-05"));
        (assignment.WithdrawnReason, assignment.IsContested, assignment.IsWanted).ShouldBe(("Truly not ours.", false, false));
        Should.Throw<Refusal>(() => assignment.Contest("Once more.", _scheme, Given.At("2026-05-06"))).Code.ShouldBe(
            "assignment-withdrawn");
        Should.Throw<Refusal>(() => Assignment.Of(_scheme, _action, _scheme.OwnerId, null, [], Given.At("2026-04-01"))
            .Contest("Mine.", _scheme, Given.At("2026-05-01"))).Code.ShouldBe("contest-own-plan");
    }

    [Fact]
    public void Withdrawn_work_shows_no_dates_and_goes_on_where_it_stopped()
    {
        var assignment = Of("March 2027", "2026-04-01");
        assignment.Withdraw("Not theirs.", Given.At("2026-05-01"));
        var state = assignment.StateAt(Given.At("2026-05-01"));
        (state.DueBy, state.Withdrawn).ShouldBe((null, true));
        Should.Throw<Refusal>(() => assignment.Withdraw("Again.", Given.At("2026-05-02"))).Code.ShouldBe("assignment-withdrawn");
        Should.Throw<Refusal>(() => Record(assignment, Given.Report(AssignmentStatus.OnTrack), "2026-05-02")).Code.ShouldBe(
            "assignment-withdrawn");

        assignment.Reinstate(null, Given.At("2026-06-01"));

        assignment.StateAt(Given.At("2026-06-01")).DueBy.ShouldBe(Given.Day("2027-03-31"));
    }

    private Assignment Of(string target, string on) =>
        Assignment.Of(_scheme, _action, Guid.NewGuid(), null, Given.Targets(target), Given.At(on));

    private void Record(Assignment assignment, Report report, string on) =>
        assignment.Record(report, _scheme, _action.Milestones, Given.At(on));

    private static Occurrence OfMilestone(Assignment assignment, Milestone milestone) =>
        Deliveries(assignment).Single(o => o.MilestoneId == milestone.Id);

    private static List<Occurrence> Deliveries(Assignment assignment) =>
        [.. assignment.Occurrences.Where(o => o.Kind == OccurrenceKind.Delivery && o.Status != OccurrenceStatus.Cancelled)
            .OrderBy(o => o.DueBy)];
}
