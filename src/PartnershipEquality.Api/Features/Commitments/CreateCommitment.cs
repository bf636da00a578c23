using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Themes;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Imports;
using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Api.Features.Commitments;

/// <param name="ThemeId">The theme's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record CreateCommitment(Guid ThemeId, [FromBody] CommitmentEdit Body) : IRequest<CommitmentDetail>;

/// <summary>A numbered promise, as its owner writes it.</summary>
/// <param name="Reference">What people quote, used once in its scheme: "2.4". Its actions' references begin with it.</param>
/// <param name="Title">Null where the plan gives none.</param>
/// <param name="Related">References of related commitments; none unless given.</param>
/// <param name="PsedAims">Aims of the public sector equality duty that it serves; none unless given.</param>
/// <param name="Characteristics">Protected characteristics that it serves; none unless given.</param>
public sealed record CommitmentEdit(
    [property: Required, MinLength(1), MaxLength(PlanLimits.Reference)] string Reference,
    [property: MaxLength(PlanLimits.Title)] string? Title,
    [property: MaxLength(Commitment.MaxListed)] IReadOnlyList<string>? Related,
    [property: MaxLength(Commitment.MaxListed)] IReadOnlyList<PsedAim>? PsedAims,
    [property: MaxLength(Commitment.MaxListed)] IReadOnlyList<ProtectedCharacteristic>? Characteristics)
{
    internal static CommitmentEdit Of(Commitment c) => new(c.Reference, c.Title, c.Related,
        [.. c.PsedAims.Select(EnumText.Read<PsedAim>)], [.. c.Characteristics.Select(EnumText.Read<ProtectedCharacteristic>)]);

    internal void LayOn(Commitment c)
    {
        if ((Related ?? []).FirstOrDefault(r => r.Length is 0 or > PlanLimits.Reference) is { } odd)
        {
            throw Refusal.Field("#/related", odd.Length == 0 ? "too-short" : "too-long", $"A reference has 1 to {PlanLimits.Reference} characters.");
        }

        (c.Reference, c.Title, c.Related) = (Reference, Title, [.. (Related ?? []).Distinct()]);
        (c.PsedAims, c.Characteristics) = ([.. (PsedAims ?? []).Distinct().Select(EnumText.Of)], [.. (Characteristics ?? []).Distinct().Select(EnumText.Of)]);
    }
}

internal sealed class CreateCommitmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<CreateCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(CreateCommitment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var theme = await OwnedTheme.LockAsync(db, caller, request.ThemeId, cancellationToken);
        theme.EnsureInPlan();
        await OwnedCommitment.EnsureFreeAsync(db, theme.OwnerId, theme.SchemeId, request.Body.Reference, cancellationToken);
        var commitment = new Commitment
        {
            Id = Uuid.New(at),
            OwnerId = theme.OwnerId,
            SchemeId = theme.SchemeId,
            ThemeId = theme.Id,
            Reference = request.Body.Reference,
            Position = PlanOrder.Last,
            CreatedAt = at,
            UpdatedAt = at,
        };
        request.Body.LayOn(commitment);
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(cancellationToken);
        await PlanOrder.RenumberAsync(db, theme.OwnerId, theme.SchemeId, null, null, cancellationToken);
        log.Plan("commitment.created", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId, null, new { commitment.ThemeId });
        return await CommitmentDetail.ReadAsync(db, commitment, cancellationToken);
    }
}
