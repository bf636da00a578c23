using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

[Writes(Permission.KeysManage)]
public sealed record RegisterPortalOrigin([FromBody] PortalOriginWanted Body) : IRequest<PortalOriginDetail>;

/// <summary>A portal whose pages are to call the API.</summary>
/// <param name="Origin">Where its pages come from, without a path: https://portal.example.org. http is taken for localhost alone, to
/// develop with.</param>
public sealed record PortalOriginWanted([property: Required, MinLength(1), MaxLength(KnownOrigins.MaxLength)] string Origin);

internal sealed class RegisterPortalOriginHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RegisterPortalOrigin, PortalOriginDetail>
{
    public Task<PortalOriginDetail> Handle(RegisterPortalOrigin request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var origin = new PortalOrigin
        {
            Id = Uuid.New(),
            OrganisationId = caller.OrganisationId,
            Origin = PortalOrigin.Read(request.Body.Origin),
            MadeBy = caller.Actor,
            CreatedAt = at
        };
        db.PortalOrigins.Add(origin);
        log.Own("portal_origin.registered", $"portal-origins/{origin.Id}", 1, null, new { origin.Origin });
        return Task.FromResult(PortalOriginDetail.From(origin));
    }
}
