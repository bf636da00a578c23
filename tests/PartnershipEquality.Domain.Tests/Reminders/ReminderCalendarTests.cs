using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Domain.Tests.Reminders;

/// <summary>Walks a clock over years and compares what goes out with a second, simple-minded computation.</summary>
public sealed class ReminderCalendarTests
{
    // Written out rather than computed, so that it shares nothing with what it checks.
    private static readonly HashSet<DateOnly> _holidays =
    [
        .. ("2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 "
            + "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28 "
            + "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26 "
            + "2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26")
            .Split(' ').Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd")),
    ];

    private static readonly DateOnly _start = new(2026, 6, 1);
    private static readonly DateOnly _end = new(2029, 5, 31);

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.6)]
    [InlineData(4, 0.97)]
    public void A_clock_that_skips_and_repeats_days_sends_what_the_simple_computation_sends(int seed, double skipped)
    {
        var random = new Random(seed);
        for (var occurrence = 0; occurrence < 24; occurrence++)
        {
            var kind = occurrence % 3 == 0 ? ReminderKind.Review : ReminderKind.Delivery;
            var policy = occurrence % 4 == 0
                ? new ReminderPolicy([-90, -3, -2, -1, 0, 1, 30], occurrence % 8 == 0 ? null : 7, [-1, 0, 60])
                : ReminderPolicy.Default;
            var simple = new Simple(policy, kind);
            var schedule = new ReminderSchedule(policy, new WorkingDays());
            var armedOn = _start.AddDays(random.Next(300));
            var dueBy = armedOn.AddDays(random.Next(-60, 400));
            var movesOn = _start.AddDays(random.Next(900));
            int? handled = null;

            for (var today = _start; today <= _end; today = today.AddDays(1))
            {
                if (today == movesOn && today >= armedOn)
                {
                    (armedOn, dueBy, handled) = (today, dueBy.AddDays(random.Next(-30, 200)), null);
                    simple.Forget();
                }

                if (random.NextDouble() < skipped)
                {
                    continue;
                }

                for (var run = random.Next(1, 3); run > 0; run--)
                {
                    var next = schedule.NextReminderOn(kind, dueBy, armedOn, handled, _end);
                    var owed = schedule.LatestOwed(kind, dueBy, armedOn, handled, today);

                    (owed?.Offset).ShouldBe(simple.Send(dueBy, armedOn, today), $"occurrence {occurrence}, due {dueBy}, on {today}");
                    (next <= today).ShouldBe(owed is not null, $"next on {next}, today {today}");
                    handled = owed?.Offset ?? handled;
                }
            }
        }
    }

    [Fact]
    public void Run_daily_a_delivery_never_done_is_asked_for_on_each_of_its_days()
    {
        var schedule = new ReminderSchedule(ReminderPolicy.Default, new WorkingDays());
        var dueBy = new DateOnly(2026, 12, 31);
        List<string> sent = [];
        int? handled = null;

        for (var today = _start; today < new DateOnly(2027, 5, 1); today = today.AddDays(1))
        {
            if (schedule.LatestOwed(ReminderKind.Delivery, dueBy, _start, handled, today) is { } owed)
            {
                sent.Add($"{today:yyyy-MM-dd} {owed.Offset}");
                handled = owed.Offset;
            }
        }

        sent.ShouldBe(
        [
            "2026-12-03 -28", "2026-12-17 -14", "2026-12-24 -7", "2026-12-30 -1", "2026-12-31 0",
            "2027-01-07 7", "2027-01-14 14", "2027-02-11 42", "2027-03-11 70", "2027-04-08 98",
        ]);
    }

    /// <summary>Looks at every offset there could be, one by one, and remembers what it has done in a list.</summary>
    private sealed class Simple(ReminderPolicy policy, ReminderKind kind)
    {
        private readonly List<int> _done = [];

        public void Forget() => _done.Clear();

        public int? Send(DateOnly dueBy, DateOnly armedOn, DateOnly today)
        {
            int? latest = null;
            for (var offset = -100; offset < 1200; offset++)
            {
                if (!IsOne(offset))
                {
                    continue;
                }

                var falls = dueBy.AddDays(offset);
                var sends = falls;
                while (sends.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || _holidays.Contains(sends))
                {
                    sends = sends.AddDays(-1);
                }

                if (falls >= armedOn && armedOn <= today && sends <= today && _done.All(done => done < offset))
                {
                    latest = offset;
                }
            }

            if (latest is { } sent)
            {
                _done.Add(sent);
            }

            return latest;
        }

        private bool IsOne(int offset)
        {
            var list = kind is ReminderKind.Review ? policy.Review : policy.Delivery;
            var last = list[list.Count - 1];
            return list.Contains(offset)
                || (kind is ReminderKind.Delivery
                    && policy.DeliveryRepeatDays is { } days
                    && offset > last
                    && (offset - last) % days == 0);
        }
    }
}
