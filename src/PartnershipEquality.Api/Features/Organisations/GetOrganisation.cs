using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Organisations;

/// <param name="OrganisationId">The organisation's id.</param>
[Reads(Permission.PlanRead)]
public sealed record GetOrganisation(Guid OrganisationId) : IRequest<OrganisationDetail>;

/// <summary>One organisation with the other names it goes by and the memberships you may see.</summary>
/// <param name="Aliases">Other codes and names by which plans call it.</param>
/// <param name="SharesHeadlines">A partnership that shows its members each other's headlines.</param>
/// <param name="Memberships">Who belongs to whom, from when to when.</param>
public sealed record OrganisationDetail(
    Guid Id, OrganisationKind Kind, string Code, string Name, string? GssCode, IReadOnlyList<string> Aliases, bool SharesHeadlines,
    IReadOnlyList<MembershipRow> Memberships, int Version) : IVersioned;

/// <summary>An authority belongs to a partnership from a day to a day, both inclusive; <c>toOn</c> is null while it lasts.</summary>
public sealed record MembershipRow(Guid PartnershipId, Guid AuthorityId, DateOnly FromOn, DateOnly? ToOn);

internal sealed class GetOrganisationHandler(EqualityDb db) : IRequestHandler<GetOrganisation, OrganisationDetail>
{
    public async Task<OrganisationDetail> Handle(GetOrganisation request, CancellationToken cancellationToken)
    {
        var o = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken)
            ?? throw Refusal.NotFound("organisation");
        var memberships = await db.Memberships.AsNoTracking()
            .Where(m => m.PartnershipId == o.Id || m.AuthorityId == o.Id).OrderBy(m => m.FromOn)
            .Select(m => new MembershipRow(m.PartnershipId, m.AuthorityId, m.FromOn, m.ToOn)).ToListAsync(cancellationToken);
        return new OrganisationDetail(o.Id, o.Kind, o.Code, o.Name, o.GssCode, o.Aliases, o.SharesHeadlines, memberships, o.Version);
    }
}
