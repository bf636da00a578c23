using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Plans;
using Reckoned = PartnershipEquality.Domain.Board.Standing;

namespace PartnershipEquality.Api.Tests.Board;

/// <summary>The one rule of what is overdue, due soon or not updated is the same in SQL and in the domain, and costs no index.</summary>
public sealed class StandingTests(RunningApi running)
{
    private const int Cases = 20_000;

    private static readonly DateOnly Middle = new(2026, 11, 23);

    [Fact]
    public async Task The_database_and_the_domain_say_the_same_of_thousands_of_states_and_days()
    {
        var random = new Random(20261123);
        var cases = Enumerable.Range(0, Cases).Select(_ => Case.Any(random)).ToList();

        var said = await running.Database.ReadAsync("""
            select s.overdue is true, s.due_soon is true, s.not_updated is true, s.lacks_target, s.overdue_against_baseline is true,
              s.headline
            from unnest($1::text[], $2::boolean[], $3::date[], $4::date[], $5::date[], $6::boolean[], $7::date[]) with ordinality
              as c (status, withdrawn, due, baseline, review, without_target, day, nth)
            cross join lateral app.standing(c.status, c.withdrawn, c.due, c.baseline, c.review, c.without_target, c.day) s
            order by nth
            """,
            r => new Reckoned(r.GetBoolean(0), r.GetBoolean(1), r.GetBoolean(2), r.GetBoolean(3), r.GetBoolean(4),
                EnumText.Read<Headline>(r.GetString(5))),
            All(c => EnumText.Of(c.Status)), All(c => c.Withdrawn), All(c => c.DueBy), All(c => c.BaselineDueBy), All(c => c.ReviewBy),
                All(c => c.NoTarget), All(c => c.Day));

        said.Count.ShouldBe(Cases);
        for (var i = 0; i < Cases; i++)
        {
            said[i].ShouldBe(cases[i].Standing, cases[i].ToString());
        }

        // Each flag and each headline is met, set and not set.
        foreach (var flag in new Func<Reckoned, bool>[] { s => s.Overdue, s => s.DueSoon, s => s.NotUpdated, s => s.NoTarget,
            s => s.OverdueAgainstBaseline })
        {
            said.Select(flag).Distinct().Count().ShouldBe(2);
        }

        said.Select(s => s.Headline).Distinct().Order().ShouldBe(Enum.GetValues<Headline>());

        T[] All<T>(Func<Case, T> value) => [.. cases.Select(value)];
    }

    [Theory]
    [InlineData("s.overdue", "due_by < '2026-11-23'::date")]
    [InlineData("s.due_soon", "due_by >= '2026-11-23'::date")]
    public async Task What_asks_by_it_still_walks_the_index_of_due_days(string asked, string condition)
    {
        var plan = string.Join('\n', await running.Database.TextsAsync($"""
            set enable_seqscan = off; set enable_bitmapscan = off;
            explain select a.id from assignments a
            cross join lateral app.standing(a.status, a.withdrawn_at is not null, a.due_by, a.baseline_due_by, a.review_by, a.no_target,
              date '2026-11-23') s
            where a.owner_id = '0190a000-0000-7000-8000-000000000000' and a.withdrawn_at is null and {asked}
              order by a.due_by, a.id limit 50
            """));

        plan.ShouldNotContain("Function Scan");
        plan.Split('\n').ShouldContain(line => line.Contains("Index Cond", StringComparison.Ordinal)
            && line.Contains(condition, StringComparison.Ordinal), plan);
    }

    private sealed record Case(AssignmentStatus Status, bool Withdrawn, DateOnly? DueBy, DateOnly? BaselineDueBy, DateOnly? ReviewBy,
        bool NoTarget, DateOnly Day)
    {
        public Reckoned Standing => Reckoned.On(Day, Status, Withdrawn, DueBy, BaselineDueBy, ReviewBy, NoTarget);

        /// <summary>Days near enough to each other that every edge is met often.</summary>
        public static Case Any(Random random)
        {
            var statuses = Enum.GetValues<AssignmentStatus>();
            return new Case(statuses[random.Next(statuses.Length)], random.Next(8) == 0, Near(random), Near(random), Near(random),
                random.Next(2) == 0, Middle.AddDays(random.Next(-40, 41)));
        }

        private static DateOnly? Near(Random random) => random.Next(5) == 0 ? null : Middle.AddDays(random.Next(-40, 41));
    }
}
