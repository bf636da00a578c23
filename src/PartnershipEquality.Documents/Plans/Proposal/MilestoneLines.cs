using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>Reads the milestones of a cell: one per line, "text | target".</summary>
internal static class MilestoneLines
{
    public static IReadOnlyList<ProposedMilestone> Read(TemplateRow row, ProblemList problems)
    {
        var milestones = new List<ProposedMilestone>();
        foreach (var line in row[CanonicalColumns.Milestones].Split('\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // The last bar: a milestone's text may hold one, a target does not.
            var bar = line.LastIndexOf('|');
            var text = bar < 0 ? line : line[..bar].TrimEnd();
            var target = bar < 0 ? "" : line[(bar + 1)..].TrimStart();
            if (text.Length == 0)
            {
                problems.Error(row.Number, CanonicalColumns.Milestones, "milestone-without-text",
                    $"The milestone {ProblemList.Quote(line)} has a target, but no text.", "Write it as: text | target.");
                continue;
            }
            if (text.Length > PlanLimits.MilestoneText || target.Length > PlanLimits.Target)
            {
                problems.Error(row.Number, CanonicalColumns.Milestones, "too-long",
                    $"The milestone {ProblemList.Quote(text)} is too long: at most {PlanLimits.MilestoneText} characters of text and " +
                    $"{PlanLimits.Target} of target are kept.",
                    "Shorten it.");
            }
            milestones.Add(new ProposedMilestone(text, CellText.OrNull(target)));
        }
        if (milestones.Count > PlanLimits.Milestones)
        {
            problems.Error(row.Number, CanonicalColumns.Milestones, "too-many-milestones",
                $"The action has {milestones.Count} milestones; at most {PlanLimits.Milestones} are kept.", "Split the action.");
        }
        return milestones;
    }
}
