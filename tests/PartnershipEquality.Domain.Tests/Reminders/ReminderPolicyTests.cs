using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

public sealed class ReminderPolicyTests
{
    [Fact]
    public void The_default_asks_before_the_day_on_it_and_after()
    {
        ReminderPolicy.Default.Delivery.ShouldBe([-28, -14, -7, -1, 0, 7, 14]);
        ReminderPolicy.Default.DeliveryRepeatDays.ShouldBe(28);
        ReminderPolicy.Default.Review.ShouldBe([-7, 0, 14]);
        (ReminderPolicy.Default.LeadAfterDays, ReminderPolicy.Default.GroupAfterDays).ShouldBe((14, 28));
    }

    [Fact]
    public void Offsets_are_kept_in_order_so_equal_policies_are_equal()
    {
        var one = new ReminderPolicy([0, -7, 14], null, []);
        var other = new ReminderPolicy([14, 0, -7], null, []);

        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
        one.ShouldNotBe(new ReminderPolicy([14, 0, -7], 28, []));
    }

    [Theory]
    [InlineData(new[] { 0, -367 }, 28, new[] { 0 }, "#/deliveryOffsets/1", "out-of-range")]
    [InlineData(new[] { 367 }, 28, new[] { 0 }, "#/deliveryOffsets/0", "out-of-range")]
    [InlineData(new[] { 0 }, 28, new[] { 0, 14, 0 }, "#/reviewOffsets/2", "duplicate")]
    [InlineData(new[] { 0 }, 6, new[] { 0 }, "#/deliveryRepeatDays", "out-of-range")]
    [InlineData(new[] { 0 }, 367, new[] { 0 }, "#/deliveryRepeatDays", "out-of-range")]
    public void What_cannot_be_used_is_refused_at_its_field(int[] delivery, int repeat, int[] review, string pointer, string code)
    {
        var refusal = Should.Throw<Refusal>(() => new ReminderPolicy(delivery, repeat, review));

        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        var error = refusal.Errors.ShouldHaveSingleItem();
        (error.Pointer, error.Code).ShouldBe((pointer, code));
    }

    [Theory]
    [InlineData(0, 28, "#/leadAfterDays")]
    [InlineData(367, null, "#/leadAfterDays")]
    [InlineData(null, 0, "#/groupAfterDays")]
    [InlineData(null, 367, "#/groupAfterDays")]
    [InlineData(15, 14, "#/groupAfterDays")]
    public void What_is_passed_on_too_soon_too_late_or_out_of_order_is_refused(int? lead, int? group, string pointer) =>
        Should.Throw<Refusal>(() => new ReminderPolicy([0], null, [], lead, group)).Errors.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, 1)]
    [InlineData(366, null)]
    [InlineData(7, 7)]
    public void Passing_on_may_be_left_out_and_both_may_hear_at_once(int? lead, int? group)
    {
        var policy = new ReminderPolicy([0], null, [], lead, group);

        (policy.LeadAfterDays, policy.GroupAfterDays).ShouldBe((lead, group));
        policy.ShouldNotBe(new ReminderPolicy([0], null, []));
    }

    [Fact]
    public void Twenty_offsets_are_taken_and_twenty_one_refused()
    {
        new ReminderPolicy([.. Enumerable.Range(0, 20)], null, []).Delivery.Count.ShouldBe(20);

        var refusal = Should.Throw<Refusal>(() => new ReminderPolicy([.. Enumerable.Range(0, 21)], null, []));

        refusal.Errors.ShouldHaveSingleItem().Code.ShouldBe("too-many");
    }

    [Fact]
    public void Every_field_at_fault_is_named_at_once() =>
        Should.Throw<Refusal>(() => new ReminderPolicy([400, 400], 1, [-400])).Errors.Count.ShouldBe(4);

    [Fact]
    public void The_widest_policy_is_taken() =>
        Should.NotThrow(() => new ReminderPolicy([-366, 366], 366, [-366, 366]));
}
