using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="PostId">The post's id.</param>
[Writes(Permission.PostsWrite)]
public sealed record AddPostHolder(Guid PostId, [FromBody] PostHolderWanted Body) : IRequest<PostHolderDetail>;

/// <summary>Somebody who takes up a post, or deputises in it.</summary>
/// <param name="Name">The person's name, as reminders greet them.</param>
/// <param name="Address">Their e-mail address. Somebody known by it already keeps their other posts and takes this name.</param>
/// <param name="Deputy">They stand in when the post is vacant or its holder cannot be reached.</param>
/// <param name="FromOn">The first day; today unless said.</param>
/// <param name="ToOn">The last day; null while it lasts.</param>
public sealed record PostHolderWanted(
    [property: Required, MinLength(1), MaxLength(200)] string Name,
    [property: Required, MaxLength(254)] string Address,
    bool Deputy,
    DateOnly? FromOn,
    DateOnly? ToOn);

internal sealed class AddPostHolderHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<AddPostHolder, PostHolderDetail>
{
    public async Task<PostHolderDetail> Handle(AddPostHolder request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var today = LondonDay.Of(at);
        var (name, address) = (request.Body.Name.Trim(), request.Body.Address.Trim());
        HolderRules.EnsurePerson(name, address);
        var post = await PostRules.LockAsync(db, caller, request.PostId, cancellationToken);
        var holdings = await db.PostHolders.Where(h => h.AuthorityId == post.AuthorityId && h.PostId == post.Id)
            .ToListAsync(cancellationToken);
        var person = await HolderRules.PersonAsync(db, caller.OrganisationId, name, address, at, cancellationToken);
        var holder = post.TakeUp(person, request.Body.Deputy, request.Body.FromOn ?? today, request.Body.ToOn, holdings);
        db.PostHolders.Add(holder);
        post.ReckonVacancy([.. holdings, holder], today);
        log.Own("post_holder.added", $"post-holders/{holder.Id}", holder.Version, null,
            new { holder.PostId, holder.Deputy, holder.FromOn, holder.ToOn });
        return PostHolderDetail.From(holder, person);
    }
}

/// <summary>What must hold of somebody who is named, and who they are.</summary>
internal static class HolderRules
{
    public static void EnsurePerson(string name, string address)
    {
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            throw Refusal.Field("#/name", "format", "Give the person's name on one line.");
        }

        if (!OutgoingMail.IsAddress(address))
        {
            throw Refusal.Field("#/address", "format", "Give an e-mail address such as a.officer@council.gov.uk.");
        }
    }

    /// <summary>The person with this address, under the name now given; a new one when nobody has it.</summary>
    public static async Task<Person> PersonAsync(EqualityDb db, Guid authorityId, string name, string address, DateTimeOffset at,
        CancellationToken ct)
    {
        var lower = address.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to lower(address), which the unique index is on.
        var person = db.People.Local.FirstOrDefault(p => p.Address.ToLowerInvariant() == lower)
            ?? await db.People.SingleOrDefaultAsync(p => p.AuthorityId == authorityId && p.Address.ToLower() == lower, ct);
#pragma warning restore CA1304, CA1311, CA1862
        if (person is null)
        {
            person = Person.Create(authorityId, name, address, at);
            db.People.Add(person);
        }

        person.Confirm(name);
        return person;
    }
}
