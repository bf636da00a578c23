using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Organisations;

/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListOrganisations(int? Limit, string? Cursor) : IRequest<Page<OrganisationRow>>;

/// <summary>An organisation, as any other that works with it may see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">An authority or a partnership.</param>
/// <param name="Code">The short code that plans use: BDC.</param>
/// <param name="Name">Its name.</param>
/// <param name="GssCode">The Office for National Statistics' code; authorities only.</param>
public sealed record OrganisationRow(Guid Id, OrganisationKind Kind, string Code, string Name, string? GssCode)
{
    internal static OrganisationRow From(Organisation o) => new(o.Id, o.Kind, o.Code, o.Name, o.GssCode);
}

internal sealed class ListOrganisationsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListOrganisations, Page<OrganisationRow>>
{
    public async Task<Page<OrganisationRow>> Handle(ListOrganisations request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListOrganisations), caller.OrganisationId];
        var after = Cursor.After(request.Cursor, boundTo);
        var related = caller.Scope.RelatedIds;
        var rows = await db.Organisations.AsNoTracking()
            .Where(o => related.Contains(o.Id) && (after == null || o.Id > after))
            .OrderBy(o => o.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. rows.Select(OrganisationRow.From)], limit, o => o.Id, boundTo);
    }
}
