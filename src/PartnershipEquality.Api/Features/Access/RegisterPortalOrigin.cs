using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Access;

[Writes(Permission.KeysManage)]
public sealed record RegisterPortalOrigin([FromBody] PortalOriginWanted Body) : IRequest<PortalOriginDetail>;

/// <summary>A portal whose pages are to call the API.</summary>
/// <param name="Origin">Where its pages come from, without a path: https://portal.example.org. http is taken for localhost alone, to develop with.</param>
public sealed record PortalOriginWanted([property: Required, MinLength(1), MaxLength(KnownOrigins.MaxLength)] string Origin);

internal sealed class RegisterPortalOriginHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<RegisterPortalOrigin, PortalOriginDetail>
{
    public Task<PortalOriginDetail> Handle(RegisterPortalOrigin request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var origin = new PortalOrigin { Id = Uuid.New(), OrganisationId = caller.OrganisationId, Origin = OriginOf(request.Body.Origin.Trim()), MadeBy = caller.Actor, CreatedAt = at };
        db.PortalOrigins.Add(origin);
        log.Own("portal_origin.registered", $"portal-origins/{origin.Id}", 1, null, new { origin.Origin });
        return Task.FromResult(PortalOriginDetail.From(origin));
    }

    /// <summary>As browsers write it: lower case, another alphabet in its ASCII form, no port that goes without saying.</summary>
    private static string OriginOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "", IdnHost.Length: > 0 }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? $"{uri.Scheme}://{(uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost.ToLowerInvariant())}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}"
            : throw Refusal.Field("#/origin", "format", "Give the scheme and the host, and a port where there is one: https://portal.example.org. Only a page on localhost may come by http.");
}
