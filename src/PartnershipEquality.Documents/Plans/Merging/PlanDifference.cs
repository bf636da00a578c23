using System.Security.Cryptography;
using System.Text;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>What becomes of a part of the plan.</summary>
public enum DifferenceKind
{
    /// <summary>The document has it, and the live plan does not.</summary>
    Added,

    /// <summary>Both have it, and the document says something else.</summary>
    Changed,

    /// <summary>It had been withdrawn, and the document has it again.</summary>
    Returned,

    /// <summary>The live plan has it, and the document does not.</summary>
    Gone,
}

/// <summary>A part of a plan.</summary>
public enum PlanPart
{
    Theme,
    Commitment,
    Action,
    Milestone,
}

/// <summary>What a document would change in a live plan, in the document's order; what is the same is only counted.</summary>
/// <param name="Fingerprint">Stands for exactly this difference: whoever applies it says that this is what they saw.</param>
public sealed record PlanDifference(IReadOnlyList<PlanPartDifference> Parts, DifferenceCounts Counts, string Fingerprint)
{
    public static PlanDifference Of(PlanMatch match, StandingPlan live)
    {
        var parts = new List<PlanPartDifference>();
        var same = new Dictionary<PlanPart, int>();
        void Add<TRead, TLive>(PlanPart part, Pair<TRead, TLive> pair, bool wasWithdrawn,
            Func<DifferenceKind, PlanPartDifference> difference)
            where TRead : class
            where TLive : class
        {
            var kind = (pair.Read, pair.Live, wasWithdrawn) switch
            {
                (_, null, _) => DifferenceKind.Added,
                (null, _, false) => DifferenceKind.Gone,
                (not null, _, true) => DifferenceKind.Returned,
                _ => DifferenceKind.Changed,
            };
            if (kind == DifferenceKind.Changed && pair.Fields.Count == 0)
            {
                same[part] = same.GetValueOrDefault(part) + 1;
                return;
            }

            parts.Add(difference(kind) with
            {
                Part = part,
                MatchedBy = pair.By,
                Likeness = pair.Likeness is { } likeness
                ? Math.Round(likeness, 2) : null,
                Fields = pair.Fields
            });
        }

        foreach (var pair in match.Themes)
        {
            Add(PlanPart.Theme, pair, pair.Live?.WithdrawnAt is not null,
                kind => new(kind, pair.Live?.Id, pair.Read?.Number ?? pair.Live?.Number, pair.Read?.Title ?? pair.Live!.Title));
        }

        foreach (var (pair, _, reference) in match.Commitments)
        {
            Add(PlanPart.Commitment, pair, pair.Live?.WithdrawnAt is not null,
                kind => new(kind, pair.Live?.Id, reference, pair.Read?.Title ?? pair.Live?.Title) { Source = pair.Read?.Source });
        }

        foreach (var (pair, _, steps) in match.Actions)
        {
            Add(PlanPart.Action, pair, pair.Live?.WithdrawnAt is not null,
                kind => new(kind, pair.Live?.Id, pair.Live?.Reference ?? pair.Read!.Reference, pair.Read?.Text ?? pair.Live!.Text)
                {
                    Source = pair.Read?.Source,
                    Reported = pair.Live is null ? null : live.Reported.GetValueOrDefault(pair.Live.Id),
                });
            foreach (var step in steps)
            {
                Add(PlanPart.Milestone, step, false,
                    kind => new(kind, step.Live?.Id, pair.Live?.Reference, step.Read?.Text
                        ?? step.Live!.Text)
                    { Source = pair.Read?.Source });
            }
        }

        return new PlanDifference(parts, DifferenceCounts.Of(parts, same), FingerprintOf(match, live, parts));
    }

    public bool IsNothing => Parts.Count == 0;

    /// <summary>The whole plan as it will stand counts, not only what differs: a document of another order is another difference.</summary>
    private static string FingerprintOf(PlanMatch match, StandingPlan live, List<PlanPartDifference> parts)
    {
        var text = new StringBuilder().Append(live.Scheme.Id);
        parts.ForEach(part => text.Append('\n').Append(part.Change).Append(part.Part).Append(part.Id).Append(part.Reference).Append('\t')
            .Append(part.Text)
            .AppendJoin('\t', part.Fields.Select(field => $"{field.Field}\t{field.Before}\t{field.After}")));
        foreach (var pair in match.Actions)
        {
            text.Append('\n').Append(pair.Pair.Live?.Id).Append(pair.Under?.Reference);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}

/// <summary>One part of a plan that a document would change.</summary>
/// <param name="Id">The live part's id; null for one that is added.</param>
/// <param name="Reference">The theme's number, the commitment's reference as it will be, the action's as it is; of a milestone its
/// action's.</param>
/// <param name="Text">Its title or its words, as the document has them; of what is gone, as they are.</param>
public sealed record PlanPartDifference(DifferenceKind Change, Guid? Id, string? Reference, string? Text)
{
    /// <summary>What it is a part of.</summary>
    public PlanPart Part { get; init; }

    /// <summary>What tells that the two are one; null for what is added or gone.</summary>
    public MatchedBy? MatchedBy { get; init; }

    /// <summary>How alike their words are, from 0 to 1; null for what is added or gone.</summary>
    public double? Likeness { get; init; }

    /// <summary>What it says now and what it will say; none for what is added or gone.</summary>
    public IReadOnlyList<FieldDifference> Fields { get; init; } = [];

    /// <summary>Where the document has it; null for what is gone, and for themes.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>Of an action that is live: how many authorities have reported on it. Their reports stay, whatever becomes of it.</summary>
    public int? Reported { get; init; }
}

/// <summary>How much of a plan a document would change.</summary>
public sealed record DifferenceCounts(PartCounts Themes, PartCounts Commitments, PartCounts Actions, PartCounts Milestones)
{
    internal static DifferenceCounts Of(List<PlanPartDifference> parts, Dictionary<PlanPart, int> same)
    {
        PartCounts Count(PlanPart part)
        {
            int Of(DifferenceKind kind) => parts.Count(difference => difference.Part == part && difference.Change == kind);
            return new PartCounts(same.GetValueOrDefault(part), Of(DifferenceKind.Added), Of(DifferenceKind.Changed),
                Of(DifferenceKind.Returned), Of(DifferenceKind.Gone));
        }

        return new DifferenceCounts(Count(PlanPart.Theme), Count(PlanPart.Commitment), Count(PlanPart.Action), Count(PlanPart.Milestone));
    }
}

/// <summary>How many parts of one kind stay as they are, come, change, come back or are no longer in the document.</summary>
public sealed record PartCounts(int Same, int Added, int Changed, int Returned, int Gone);
