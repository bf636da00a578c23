using System.ComponentModel.DataAnnotations;
using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>Why something is taken back; those concerned read it.</summary>
/// <param name="Reason">In a sentence or two.</param>
public sealed record ReasonGiven([property: Required, MinLength(1), MaxLength(ProgressUpdate.ReasonMaxLength)] string Reason);
