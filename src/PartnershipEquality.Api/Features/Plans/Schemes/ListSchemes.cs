using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Schemes;

/// <param name="Stage">Only schemes in this stage: draft, inConsultation, approved, inForce or closed.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListSchemes(string? Stage, int? Limit, string? Cursor) : IRequest<Page<SchemeRow>>;

/// <summary>A scheme in a list.</summary>
/// <param name="Reference">What people quote: "LEICS-2026".</param>
/// <param name="OwnerId">The organisation it belongs to.</param>
/// <param name="Sample">Made up to show the product.</param>
public sealed record SchemeRow(Guid Id, string Reference, string Title, Guid OwnerId, DateOnly StartsOn, DateOnly EndsOn, SchemeStage Stage,
    bool Sample);

internal sealed class ListSchemesHandler(EqualityDb db, Caller caller) : IRequestHandler<ListSchemes, Page<SchemeRow>>
{
    public async Task<Page<SchemeRow>> Handle(ListSchemes request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListSchemes), caller.OrganisationId, request.Stage];
        var after = Cursor.After(request.Cursor, boundTo);
        var (owners, past) = (caller.Scope.OwnerIds, caller.Scope.PastSchemeIds);
        var schemes = db.Schemes.AsNoTracking()
            .Where(s => (owners.Contains(s.OwnerId) || past.Contains(s.Id)) && (after == null || s.Id > after));
        if (request.Stage is not null)
        {
            var stage = EnumText.TryRead<SchemeStage>(request.Stage, out var known) ? known
                : throw Refusal.Field("stage", "unknown-value", $"Give one of: {string.Join(", ", EnumText.All<SchemeStage>())}.");
            schemes = schemes.Where(s => s.Stage == stage);
        }

        var rows = await schemes.OrderBy(s => s.Id).Take(limit + 1)
            .Select(s => new SchemeRow(s.Id, s.Reference, s.Title, s.OwnerId, s.StartsOn, s.EndsOn, s.Stage, s.Sample))
                .ToListAsync(cancellationToken);
        return Cursor.ById(rows, limit, s => s.Id, boundTo);
    }
}
