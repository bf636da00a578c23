using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

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

internal sealed class AddPostHolderHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<AddPostHolder, PostHolderDetail>
{
    public async Task<PostHolderDetail> Handle(AddPostHolder request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var today = LondonDay.Of(at);
        var (name, address) = (request.Body.Name.Trim(), request.Body.Address.Trim());
        HolderRules.EnsurePerson(name, address);
        var post = await PostRules.LockAsync(db, caller, request.PostId, cancellationToken);
        var (from, to) = (request.Body.FromOn ?? today, request.Body.ToOn);
        await HolderRules.EnsureFreeAsync(db, post.Id, null, request.Body.Deputy, from, to, cancellationToken);
        var person = await HolderRules.PersonAsync(db, caller.OrganisationId, name, address, at, cancellationToken);
        var holder = new PostHolder
        {
            Id = Uuid.New(),
            AuthorityId = caller.OrganisationId,
            PostId = post.Id,
            PersonId = person.Id,
            Deputy = request.Body.Deputy,
            FromOn = from,
            ToOn = to,
        };
        // The person goes first, and vacancy is worked out from rows that are there.
        await db.SaveChangesAsync(cancellationToken);
        db.PostHolders.Add(holder);
        await db.SaveChangesAsync(cancellationToken);
        await Vacancies.KeepAsync(db, caller.OrganisationId, today, cancellationToken);
        log.Own("post_holder.added", $"post-holders/{holder.Id}", holder.Version, null, new { holder.PostId, holder.Deputy, holder.FromOn, holder.ToOn });
        return PostHolderDetail.From(holder, person);
    }
}

/// <summary>What must hold between the people of one post.</summary>
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

    /// <summary>One holder at a time; deputies as many as there are.</summary>
    public static async Task EnsureFreeAsync(EqualityDb db, Guid postId, Guid? holderId, bool deputy, DateOnly from, DateOnly? to, CancellationToken ct)
    {
        if (to < from)
        {
            throw Refusal.Field("#/toOn", "out-of-range", "The last day cannot lie before the first.");
        }

        if (!deputy && await db.PostHolders.AnyAsync(
            h => h.PostId == postId && h.Id != holderId && !h.Deputy && (to == null || h.FromOn <= to) && (h.ToOn == null || h.ToOn >= from), ct))
        {
            throw Refusal.Conflict("post-held", "Somebody holds the post on some of those days already. Give them a last day first.");
        }
    }

    /// <summary>The person with this address, under the name now given; a new one when nobody has it.</summary>
    public static async Task<Person> PersonAsync(EqualityDb db, Guid authorityId, string name, string address, DateTimeOffset at, CancellationToken ct)
    {
        var lower = address.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to lower(address), which the unique index is on.
        var person = db.People.Local.FirstOrDefault(p => p.Address.ToLowerInvariant() == lower)
            ?? await db.People.SingleOrDefaultAsync(p => p.AuthorityId == authorityId && p.Address.ToLower() == lower, ct);
#pragma warning restore CA1304, CA1311, CA1862
        if (person is null)
        {
            person = new Person { Id = Uuid.New(), AuthorityId = authorityId, Name = name, Address = address, CreatedAt = at };
            db.People.Add(person);
        }

        // Whoever names the address again says that it works.
        (person.Name, person.RefusedAt) = (name, null);
        return person;
    }
}
