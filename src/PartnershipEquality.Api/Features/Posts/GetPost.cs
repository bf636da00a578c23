using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="PostId">The post's id.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetPost(Guid PostId) : IRequest<PostDetail>;

/// <summary>A responsible role at an authority. Partnerships see this much and never who holds it.</summary>
/// <param name="AuthorityId">The authority whose post it is.</param>
/// <param name="Title">Its title, unique at the authority.</param>
/// <param name="Aliases">Other words by which plans call it.</param>
/// <param name="EqualityLead">It answers where no other post does; one at each authority.</param>
/// <param name="EqualityGroup">What stays overdue is passed on to it; as many posts as the equality group has.</param>
/// <param name="Vacant">Nobody holds it.</param>
/// <param name="VacantSince">The first day without a holder; null while it is held.</param>
public sealed record PostDetail(
    Guid Id, Guid AuthorityId, string Title, IReadOnlyList<string> Aliases, bool EqualityLead, bool EqualityGroup, bool Vacant,
        DateOnly? VacantSince, int Version) : IVersioned
{
    internal static PostDetail From(Post p) =>
        new(p.Id, p.AuthorityId, p.Title, p.Aliases, p.EqualityLead, p.EqualityGroup, p.VacantSince is not null, p.VacantSince, p.Version);
}

internal sealed class GetPostHandler(EqualityDb db) : IRequestHandler<GetPost, PostDetail>
{
    public async Task<PostDetail> Handle(GetPost request, CancellationToken cancellationToken) =>
        PostDetail.From(await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PostId, cancellationToken)
            ?? throw Refusal.NotFound("post"));
}
