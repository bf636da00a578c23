using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Bench;

/// <summary>
/// The size of the thing: 320 authorities in 45 partnerships with four schemes each, 50 commitments and 150 actions in
/// a scheme, and nearly every action for every member: 190,000 assignments. The same at each run.
/// </summary>
internal sealed record Country(int AuthorityCount)
{
    public const int Authorities = 320;
    public const int Partnerships = 45;
    public const int SchemesEach = 4;
    public const int CommitmentsEach = 50;
    public const int ActionsEach = 3;

    /// <summary>One assignment of so many is left out, which makes 192,000 into 190,000.</summary>
    private const int LeftOut = 96;

    /// <summary>Who the plans say is responsible. No post answers for the last two, so their reminders go to the equality lead.</summary>
    public static IReadOnlyList<string> Roles { get; } =
    [
        "Equality and Diversity Officer", "Head of Housing", "Customer Services Manager", "Human Resources Manager",
            "Communications Officer", "Head of Planning",
        "Leisure Services Manager", "Community Safety Officer", "Policy and Performance Officer", "Democratic Services Manager",
            "Procurement Officer", "All officers responsible for services",
    ];

    public const int RolesWithPost = 10;

    public int PartnershipCount => Math.Max(1, AuthorityCount * Partnerships / Authorities);

    /// <summary>The plan of one scheme; the codes are its partnership's members'.</summary>
    public static PlanProposal PlanOf(int partnership, int scheme, DateOnly startsOn, IReadOnlyList<string> codes) => new(
        [.. Enumerable.Range(0, 5).Select(theme => new ProposedTheme($"{theme + 1}", $"Theme {theme + 1} of equality in our districts",
            [.. Enumerable.Range(0, CommitmentsEach / 5)
                .Select(c => Commitment(((partnership * SchemesEach) + scheme) * CommitmentsEach * ActionsEach, theme, c, startsOn,
                    codes))]))]);

    private static ProposedCommitment Commitment(int first, int theme, int commitment, DateOnly startsOn, IReadOnlyList<string> codes)
    {
        var reference = $"{theme + 1}.{commitment + 1}";
        return new ProposedCommitment(reference, $"People of every background find {reference} open to them", [], [], [],
            [.. Enumerable.Range(0, ActionsEach).Select(a =>
            {
                var action = first + (((theme * (CommitmentsEach / 5)) + commitment) * ActionsEach) + a;
                return Action($"{reference}/{a + 1}", action, startsOn, codes);
            })], new SourcePlace(1, commitment + 2));
    }

    private static ProposedAction Action(string reference, int number, DateOnly startsOn, IReadOnlyList<string> codes)
    {
        var members = codes.Where((_, member) => ((number * 7) + member) % LeftOut != 0);
        return new ProposedAction(reference,
            $"Work {number}: review how residents, customers and staff are consulted, agree with partners what has to change, and " +
            "publish what was found with reasons",
            "Services are planned with those who use them, and nobody is turned away for want of an adjustment",
                "Yearly survey; complaints by protected characteristic",
            Roles[number % Roles.Count] + (number % 5 == 0 ? $"; {Roles[(number + 3) % Roles.Count]}" : ""), null, null, null,
            number % 30 == 7
                ? [new ProposedMilestone("Draft agreed", "October 2026"), new ProposedMilestone("Consulted on", "January 2027")] : [],
            TargetOf(number, startsOn), string.Join("; ", members), new SourcePlace(1, number + 2));
    }

    /// <summary>
    /// Seven of ten say no date, as in real plans; two of ten share the ends of months and quarters, and one has a day of its own.
    /// </summary>
    private static string? TargetOf(int number, DateOnly startsOn) => (number % 20) switch
    {
        < 7 => null,
        < 12 => "On-going",
        12 => "TBC",
        13 => "Varied according to partner timetable",
        14 => "Quarterly",
        15 => "March 2027",
        16 => "31 December 2026",
        17 => "December 2026 and yearly thereafter",
        _ => startsOn.AddDays(number * 37 % 1095).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
    };
}
