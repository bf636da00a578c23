using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.People;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>Who stands in which post of an authority on one day.</summary>
internal sealed class PostPeople
{
    private readonly Dictionary<Guid, string> _titles;
    private readonly Dictionary<Guid, (string Name, string Address)> _people;
    private readonly ILookup<Guid, Tenure> _holders;
    private readonly ILookup<Guid, Tenure> _deputies;
    private readonly IReadOnlyList<Tenure> _leads;

    private PostPeople(IReadOnlyList<Post> posts, IReadOnlyList<(PostHolder Holder, Person Person)> held)
    {
        _titles = posts.ToDictionary(p => p.Id, p => p.Title);
        Group = [.. posts.Where(p => p.EqualityGroup).Select(p => p.Id).Order()];
        _people = held.Select(h => h.Person).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => (p.Name, p.Address));
        _holders = held.Where(h => !h.Holder.Deputy).ToLookup(h => h.Holder.PostId, TenureOf);
        _deputies = held.Where(h => h.Holder.Deputy).ToLookup(h => h.Holder.PostId, TenureOf);
        // The lead's own deputy stands in for the lead.
        _leads = posts.FirstOrDefault(p => p.EqualityLead) is not { } lead ? []
            : _holders[lead.Id].Any(t => t.Reachable) ? [.. _holders[lead.Id]] : [.. _holders[lead.Id], .. _deputies[lead.Id]];
    }

    /// <summary>The posts of the equality group.</summary>
    public IReadOnlyList<Guid> Group { get; }

    public static async Task<PostPeople> LoadAsync(EqualityDb db, Guid authorityId, DateOnly day, CancellationToken ct)
    {
        var posts = await db.Posts.AsNoTracking().Where(p => p.AuthorityId == authorityId).ToListAsync(ct);
        var held = await db.PostHolders.AsNoTracking()
            .Where(h => h.AuthorityId == authorityId && h.FromOn <= day && (h.ToOn == null || h.ToOn >= day))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { h, p }).ToListAsync(ct);
        return new PostPeople(posts, held.ConvertAll(x => (x.h, x.p)));
    }

    /// <summary>The posts that answer for each assignment.</summary>
    public static async Task<ILookup<Guid, Guid>> AnsweringAsync(EqualityDb db, Guid authorityId, Guid[] assignmentIds,
        CancellationToken ct) => (assignmentIds.Length == 0 ? []
        : await new Sql($"""
            select assignment_id, post_id from answering_posts where authority_id = {authorityId} and assignment_id = any({assignmentIds})
            """)
            .ReadAsync(db, row => (AssignmentId: row.GetGuid(0), PostId: row.GetGuid(1)), ct)).ToLookup(p => p.AssignmentId, p => p.PostId);

    public RecipientChoice Choose(ReminderAudience audience, Guid? postId, string responsible, DateOnly day) => (audience, postId) switch
    {
        (ReminderAudience.Lead, _) => RecipientChoice.ForLead(_leads, day),
        (ReminderAudience.Group, { } post) => RecipientChoice.ForGroup(_titles[post], _holders[post], _deputies[post], day),
        (ReminderAudience.Group, null) => RecipientChoice.NoGroup,
        (_, { } post) =>
            RecipientChoice.ForPost(_titles[post], _holders[post].Select(t => t.ForDigests()), _deputies[post].Select(t => t.ForDigests()),
                _leads, day),
        _ => RecipientChoice.ForUnmappedRole(responsible, _leads, day),
    };

    public string? TitleOf(Guid? postId) => postId is { } post ? _titles[post] : null;

    public string? TitlesOf(IEnumerable<Guid> postIds) =>
        string.Join(", ", postIds.Select(post => _titles[post]).Order(StringComparer.Ordinal)) is { Length: > 0 } joined ? joined : null;

    public string NameOf(Guid personId) => _people[personId].Name;

    /// <summary>The address as digests are told apart by it.</summary>
    public string RecipientOf(Guid personId) => _people[personId].Address.ToLowerInvariant();

    private static Tenure TenureOf((PostHolder Holder, Person Person) held) =>
        new(held.Person.Id, held.Holder.FromOn, held.Holder.ToOn, held.Person.RefusedAt is null
            && OutgoingMail.IsAddress(held.Person.Address), held.Person.UnsubscribedAt is not null);
}
