using System.ComponentModel.DataAnnotations;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>What tells that a part of a document is a part of the live plan.</summary>
public enum MatchedBy
{
    /// <summary>A person said so.</summary>
    Hand,

    /// <summary>They have the same number.</summary>
    Reference,

    /// <summary>They say the same, letter for letter.</summary>
    Text,

    /// <summary>They share most of their words.</summary>
    Likeness,

    /// <summary>What is under the one is under the other.</summary>
    Contents,
}

/// <summary>A part of the document, the part of the live plan that it is, or only one of them: the other is then new, or gone.</summary>
/// <param name="Likeness">How alike their words are, from 0 to 1; null where there are not two.</param>
/// <param name="Fields">What the document says otherwise.</param>
public sealed record Pair<TRead, TLive>(TRead? Read, TLive? Live, MatchedBy? By, double? Likeness, IReadOnlyList<FieldDifference> Fields)
    where TRead : class
    where TLive : class;

/// <summary>
/// A document laid beside a live plan: every part of both is in one pair. Those of the document come in its order, those that are gone
/// after them.
/// </summary>
public sealed record PlanMatch(
    IReadOnlyList<Pair<UnderstoodTheme, Theme>> Themes,
    IReadOnlyList<CommitmentPair> Commitments,
    IReadOnlyList<ActionPair> Actions)
{
    /// <summary>How many times the words of two parts were compared, which is what matching costs.</summary>
    internal int Comparisons { get; init; }
}

/// <summary>A commitment of both.</summary>
/// <param name="Under">The theme of the document that it stands under; null for one that is gone.</param>
/// <param name="Reference">The reference it will have. One that is gone gives way, where the document gives its number to another.</param>
public sealed record CommitmentPair(Pair<UnderstoodCommitment, Commitment> Pair, UnderstoodTheme? Under, string Reference);

/// <summary>An action of both, with its steps.</summary>
/// <param name="Under">The commitment of the document that it stands under; null for one that is gone.</param>
public sealed record ActionPair(Pair<UnderstoodAction, SchemeAction> Pair, UnderstoodCommitment? Under,
    IReadOnlyList<Pair<UnderstoodMilestone, Milestone>> Milestones);

/// <summary>What a person says about two parts, against what the words say.</summary>
/// <param name="Reference">The commitment or action of the document.</param>
/// <param name="Live">The reference of the live one that it is; null where it is new.</param>
public sealed record GivenMatch([property: Required, MinLength(1), MaxLength(PlanLimits.Reference + 10)] string Reference,
    [property: MaxLength(PlanLimits.Reference + 10)] string? Live);
