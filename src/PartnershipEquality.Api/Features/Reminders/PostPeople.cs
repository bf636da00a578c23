using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.People;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>Who stands in which post of an authority on one day.</summary>
internal sealed class PostPeople
{
    private readonly Dictionary<Guid, string> titles;
    private readonly Dictionary<Guid, (string Name, string Address)> people;
    private readonly ILookup<Guid, Tenure> holders;
    private readonly ILookup<Guid, Tenure> deputies;
    private readonly IReadOnlyList<Tenure> leads;

    private PostPeople(IReadOnlyList<Post> posts, IReadOnlyList<(PostHolder Holder, Person Person)> held)
    {
        titles = posts.ToDictionary(p => p.Id, p => p.Title);
        Group = [.. posts.Where(p => p.EqualityGroup).Select(p => p.Id).Order()];
        people = held.Select(h => h.Person).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => (p.Name, p.Address));
        holders = held.Where(h => !h.Holder.Deputy).ToLookup(h => h.Holder.PostId, TenureOf);
        deputies = held.Where(h => h.Holder.Deputy).ToLookup(h => h.Holder.PostId, TenureOf);
        // The lead's own deputy stands in for the lead.
        leads = posts.FirstOrDefault(p => p.EqualityLead) is not { } lead ? []
            : holders[lead.Id].Any(t => t.Reachable) ? [.. holders[lead.Id]] : [.. holders[lead.Id], .. deputies[lead.Id]];
    }

    /// <summary>The posts of the equality group.</summary>
    public IReadOnlyList<Guid> Group { get; }

    public static async Task<PostPeople> LoadAsync(EqualityDb db, Guid authorityId, DateOnly day, CancellationToken ct)
    {
        var posts = await db.Posts.AsNoTracking().Where(p => p.AuthorityId == authorityId).ToListAsync(ct);
        var held = await db.PostHolders.AsNoTracking().Where(h => h.AuthorityId == authorityId && h.FromOn <= day && (h.ToOn == null || h.ToOn >= day))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { h, p }).ToListAsync(ct);
        return new PostPeople(posts, held.ConvertAll(x => (x.h, x.p)));
    }

    /// <summary>The posts that answer for each assignment.</summary>
    public static async Task<ILookup<Guid, Guid>> AnsweringAsync(EqualityDb db, Guid authorityId, Guid[] assignmentIds, CancellationToken ct) => (assignmentIds.Length == 0 ? []
        : await new Sql($"select assignment_id, post_id from answering_posts where authority_id = {authorityId} and assignment_id = any({assignmentIds})")
            .ReadAsync(db, row => (AssignmentId: row.GetGuid(0), PostId: row.GetGuid(1)), ct)).ToLookup(p => p.AssignmentId, p => p.PostId);

    public RecipientChoice Choose(ReminderAudience audience, Guid? postId, string responsible, DateOnly day) => (audience, postId) switch
    {
        (ReminderAudience.Lead, _) => RecipientChoice.ForLead(leads, day),
        (ReminderAudience.Group, { } post) => RecipientChoice.ForGroup(titles[post], holders[post], deputies[post], day),
        (ReminderAudience.Group, null) => RecipientChoice.NoGroup,
        (_, { } post) => RecipientChoice.ForPost(titles[post], holders[post].Select(t => t.ForDigests()), deputies[post].Select(t => t.ForDigests()), leads, day),
        _ => RecipientChoice.ForUnmappedRole(responsible, leads, day),
    };

    public string? TitleOf(Guid? postId) => postId is { } post ? titles[post] : null;

    public string? TitlesOf(IEnumerable<Guid> postIds) => string.Join(", ", postIds.Select(post => titles[post]).Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? joined : null;

    public string NameOf(Guid personId) => people[personId].Name;

    /// <summary>The address as digests are told apart by it.</summary>
    public string RecipientOf(Guid personId) => people[personId].Address.ToLowerInvariant();

    private static Tenure TenureOf((PostHolder Holder, Person Person) held) =>
        new(held.Person.Id, held.Holder.FromOn, held.Holder.ToOn, held.Person.RefusedAt is null && OutgoingMail.IsAddress(held.Person.Address), held.Person.DigestsOffAt is not null);
}
