using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanWrite)]
public sealed record ListImports(int? Limit, string? Cursor) : IRequest<Page<ImportRow>>;

/// <summary>An upload in a list.</summary>
public sealed record ImportRow(Guid Id, ImportStatus Status, string FileName, string Title, Guid? SchemeId, DateTimeOffset CreatedAt,
    DateTimeOffset? AppliedAt);

internal sealed class ListImportsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListImports, Page<ImportRow>>
{
    public async Task<Page<ImportRow>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListImports), caller.OrganisationId];
        var after = Cursor.After(request.Cursor, boundTo);
        var rows = await db.Imports.AsNoTracking()
            .Where(i => i.OrganisationId == caller.OrganisationId && (after == null || i.Id > after))
            .OrderBy(i => i.Id).Take(limit + 1)
            .Select(i => new ImportRow(i.Id, i.Status, i.FileName, i.Title, i.SchemeId, i.CreatedAt, i.AppliedAt))
                .ToListAsync(cancellationToken);
        return Cursor.ById(rows, limit, i => i.Id, boundTo);
    }
}
