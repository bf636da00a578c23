using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="PostHolderId">The id of the holding, not of the person.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetPostHolder(Guid PostHolderId) : IRequest<PostHolderDetail>;

/// <summary>Who holds a post, or deputises in it, from a day to a day, both inclusive. Your own organisation's only.</summary>
/// <param name="PersonId">The person; the same in each post that they hold.</param>
/// <param name="AddressRefused">A mail server has said that no message can reach the address.</param>
/// <param name="DigestsOff">The person has stopped daily messages; they go to the deputy or the equality lead. What escalates still reaches
/// the person.</param>
public sealed record PostHolderDetail(
    Guid Id, Guid PostId, Guid PersonId, string Name, string Address, bool AddressRefused, bool DigestsOff, bool Deputy, DateOnly FromOn,
        DateOnly? ToOn, int Version) : IVersioned
{
    internal static PostHolderDetail From(PostHolder h, Person p) =>
        new(h.Id, h.PostId, p.Id, p.Name, p.Address, p.RefusedAt is not null, p.UnsubscribedAt is not null, h.Deputy, h.FromOn, h.ToOn,
            h.Version);
}

internal sealed class GetPostHolderHandler(EqualityDb db) : IRequestHandler<GetPostHolder, PostHolderDetail>
{
    public async Task<PostHolderDetail> Handle(GetPostHolder request, CancellationToken cancellationToken)
    {
        var found = await db.PostHolders.AsNoTracking().Where(h => h.Id == request.PostHolderId)
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { Holder = h, Person = p }).SingleOrDefaultAsync(cancellationToken)
            ?? throw Refusal.NotFound("post holder");
        return PostHolderDetail.From(found.Holder, found.Person);
    }
}
