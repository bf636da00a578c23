using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Schemes;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="Unassigned">True for those that no authority answers for, false for the others; all unless said.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListActions(Guid SchemeId, bool? Unassigned, int? Limit, string? Cursor) : IRequest<Page<ActionRow>>;

internal sealed class ListActionsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListActions, Page<ActionRow>>
{
    public async Task<Page<ActionRow>> Handle(ListActions request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListActions), caller.OrganisationId, request.SchemeId, request.Unassigned];
        var after = Cursor.After(request.Cursor, boundTo);
        if (!await db.Schemes.AnyAsync(s => s.Id == request.SchemeId, cancellationToken))
        {
            throw Refusal.NotFound("scheme");
        }

        var actions = await db.Actions.AsNoTracking().Include(a => a.CrossReferences)
            .Where(a => a.SchemeId == request.SchemeId && a.WithdrawnAt == null && (request.Unassigned == null || a.Unassigned == request.Unassigned) && (after == null || a.Id > after))
            .OrderBy(a => a.Id).Take(limit + 1).AsSplitQuery().ToListAsync(cancellationToken);
        return Cursor.ById([.. actions.Select(ActionRow.From)], limit, a => a.Id, boundTo);
    }
}
