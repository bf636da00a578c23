using System.ComponentModel.DataAnnotations;

namespace PartnershipEquality.Domain.Plans;

/// <summary>Something that a plan says beside its columns, under a heading of its own: "Evidence", "Contact".</summary>
/// <param name="Heading">What the plan calls it.</param>
/// <param name="Text">What it says, word for word.</param>
public sealed record PlanNote(
    [property: Required, MinLength(1), MaxLength(PlanLimits.NoteHeading)] string Heading,
    [property: Required, MinLength(1), MaxLength(PlanLimits.Note)] string Text);
