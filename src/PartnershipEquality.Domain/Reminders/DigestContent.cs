using System.Globalization;

namespace PartnershipEquality.Domain.Reminders;

/// <summary>The lines under one heading of a digest, the most urgent first.</summary>
public sealed record DigestSection(DigestGroup Group, IReadOnlyList<DigestLine> Lines);

/// <summary>Everything that one person is told on one day by one organisation, in a single message.</summary>
public sealed record DigestContent
{
    public DigestContent(
        string organisationName,
        string recipientName,
        DateOnly day,
        IEnumerable<DigestLine> lines,
        IEnumerable<PlanChange>? planChanges = null)
    {
        OrganisationName = organisationName;
        RecipientName = recipientName;
        Day = day;
        PlanChanges = [.. planChanges ?? []];
        Sections =
        [
            .. lines.GroupBy(line => line.OccurrenceId, (_, same) => Merge([.. same]))
                .OrderBy(line => line.DueBy)
                .ThenBy(line => line.SchemeTitle, StringComparer.Ordinal)
                .ThenBy(line => ByNumber(line.Reference), StringComparer.Ordinal)
                .ThenBy(line => line.OccurrenceId)
                .GroupBy(line => line.GroupOn(day), (group, inGroup) => new DigestSection(group, [.. inGroup]))
                .OrderBy(section => section.Group),
        ];
    }

    public string OrganisationName { get; }

    public string RecipientName { get; }

    public DateOnly Day { get; }

    /// <summary>Overdue, escalated, due soon, review due, in this order; a heading without lines is left out.</summary>
    public IReadOnlyList<DigestSection> Sections { get; }

    public IReadOnlyList<PlanChange> PlanChanges { get; }

    /// <summary>It holds something besides what was escalated, which its recipient may do without.</summary>
    public bool CanBeLeft => PlanChanges.Count > 0 || Sections.Any(section => section.Group != DigestGroup.Escalated);

    /// <summary>Nothing to say: no message is sent.</summary>
    public bool IsEmpty => Sections.Count == 0 && PlanChanges.Count == 0;

    /// <summary>For example "3 overdue, 2 due soon: your equality actions on 23 November 2026".</summary>
    public string Subject => $"{Counts}: your equality actions on {DateInWords(Day)}";

    /// <summary>"3 overdue, 2 due soon, 1 review due, 1 changed by the partnership"; "nothing due" where that is so.</summary>
    public string Counts
    {
        get
        {
            List<string> counts = [.. Sections.Select(section => Count(section.Group, section.Lines.Count))];
            if (PlanChanges.Count > 0)
            {
                counts.Add($"{PlanChanges.Count} changed by the partnership");
            }

            return counts.Count == 0 ? "nothing due" : string.Join(", ", counts);
        }
    }

    /// <summary>"23 November 2026".</summary>
    public static string DateInWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    // By number as people read it: 2.9 stands before 2.10.
    private static string ByNumber(string reference) =>
        string.Join('.', reference.Split('.').Select(part => part.Trim().PadLeft(6, '0')));

    private static string Count(DigestGroup group, int count) => group switch
    {
        DigestGroup.Overdue => $"{count} overdue",
        DigestGroup.Escalated => $"{count} escalated to you",
        DigestGroup.DueSoon => $"{count} due soon",
        _ => count == 1 ? "1 review due" : $"{count} reviews due",
    };

    // Who holds two posts that answer for the same work is asked once, and told of both; so is who answers for what is
    // passed on to them as well.
    private static DigestLine Merge(IReadOnlyList<DigestLine> same)
    {
        var answering = same.Where(line => !line.IsOnlyEscalated).DefaultIfEmpty(same[0]).ToList();
        return same[0] with
        {
            RoleTitle = Joined(answering.Select(line => line.RoleTitle), ", "),
            WhyYou = Joined(same.Select(line => line.WhyYou), "; "),
            EscalatedAs = Joined(same.Select(line => line.EscalatedAs), " and "),
        };
    }

    private static string? Joined(IEnumerable<string?> texts, string separator)
    {
        var said = texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct().Order(StringComparer.Ordinal).ToList();
        return said.Count == 0 ? null : string.Join(separator, said);
    }
}
