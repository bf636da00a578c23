using System.ComponentModel.DataAnnotations;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>A numbered promise, as its owner writes it.</summary>
/// <param name="Reference">What people quote, used once in its scheme: "2.4". Its actions' references begin with it.</param>
/// <param name="Title">Null where the plan gives none.</param>
/// <param name="Related">References of related commitments; none unless given.</param>
/// <param name="PsedAims">Aims of the public sector equality duty that it serves; none unless given.</param>
/// <param name="Characteristics">Protected characteristics that it serves; none unless given.</param>
/// <param name="Label">The words the plan numbers it with, where they are more than the number: "Objective 3".</param>
/// <param name="NotApplicable">Why nothing is to be done for it: "N/A - the county's"; null where it applies. It then takes no action, and
/// has none.</param>
/// <param name="Notes">What else the plan says of it, under headings of its own; none unless given.</param>
public sealed record CommitmentEdit(
    [property: Required, MinLength(1), MaxLength(PlanLimits.Reference)] string Reference,
    [property: MaxLength(PlanLimits.Title)] string? Title,
    [property: MaxLength(Commitment.MaxListed)] IReadOnlyList<string>? Related,
    [property: MaxLength(Commitment.MaxListed)] IReadOnlyList<PsedAim>? PsedAims,
    [property: MaxLength(Commitment.MaxListed)] IReadOnlyList<ProtectedCharacteristic>? Characteristics,
    [property: MinLength(1), MaxLength(PlanLimits.Label)] string? Label,
    [property: MinLength(1), MaxLength(PlanLimits.Text)] string? NotApplicable,
    [property: MaxLength(PlanLimits.Notes)] IReadOnlyList<PlanNote>? Notes)
{
    internal static CommitmentEdit Of(Commitment c) => new(c.Reference, c.Title, c.Related,
        [.. c.PsedAims.Select(EnumText.Read<PsedAim>)], [.. c.Characteristics.Select(EnumText.Read<ProtectedCharacteristic>)], c.Label,
            c.NotApplicable, c.Notes);

    internal void LayOn(Commitment c, int liveActions)
    {
        if ((Related ?? []).FirstOrDefault(r => r.Length is 0 or > PlanLimits.Reference) is { } odd)
        {
            throw Refusal.Field("#/related", odd.Length == 0
                ? "too-short" : "too-long", $"A reference has 1 to {PlanLimits.Reference} characters.");
        }

        c.SetNotApplicable(NotApplicable, liveActions);
        (c.Label, c.Notes) = (Label, Notes ?? []);
        (c.Reference, c.Title, c.Related) = (Reference, Title, [.. (Related ?? []).Distinct()]);
        (c.PsedAims, c.Characteristics) = ([.. (PsedAims ?? []).Distinct().Select(EnumText.Of)],
            [.. (Characteristics ?? []).Distinct().Select(EnumText.Of)]);
    }
}
