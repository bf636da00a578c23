using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="Content">The CSV file.</param>
[Writes(Permission.PostsWrite)]
public sealed record ImportPosts(Stream Content) : IRequest<PostsImported>;

/// <summary>What the file changed. Sending it again changes nothing.</summary>
/// <param name="Rows">The rows of the file.</param>
/// <param name="Created">Posts that were not there yet.</param>
/// <param name="Changed">Posts whose aliases or marks changed.</param>
/// <param name="HoldersAdded">People who took up a post.</param>
/// <param name="HoldersEnded">People who were followed by another.</param>
/// <param name="DeputiesAdded">People who deputise in a post from now on.</param>
public sealed record PostsImported(int Rows, int Created, int Changed, int HoldersAdded, int HoldersEnded, int DeputiesAdded);

internal sealed class ImportPostsHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ImportPosts, PostsImported>
{
    private readonly List<FieldError> _problems = [];
    private readonly List<PostHolder> _added = [];
    private PostsImported _done = new(0, 0, 0, 0, 0, 0);

    public async Task<PostsImported> Handle(ImportPosts request, CancellationToken cancellationToken)
    {
        PostRules.EnsureAuthority(caller);
        var at = time.GetUtcNow();
        var today = LondonDay.Of(at);
        var me = caller.OrganisationId;
        var rows = PostTable.Read(request.Content);
        // Every post is locked, so that two imports at once follow each other.
        var posts = await db.Posts.FromSql($"""
            select * from posts where authority_id = {me} order by id for update
            """).ToListAsync(cancellationToken);
        var holders = await db.PostHolders.Where(h => h.AuthorityId == me).ToListAsync(cancellationToken);
        var people = (await db.People.Where(p => p.AuthorityId == me).ToListAsync(cancellationToken)).ToDictionary(p => p.Address,
            StringComparer.OrdinalIgnoreCase);
        var byTitle = posts.ToDictionary(p => p.Title, StringComparer.OrdinalIgnoreCase);
        MoveLead(rows, posts, at);
        // Taking the mark from one post comes before giving it to another: there may be one only.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var row in rows)
        {
            var post = Keep(row, byTitle, at);
            var now = holders.Where(h => h.PostId == post.Id && (h.ToOn is null || h.ToOn >= today)).ToList();
            if (row.Holder is { } holder)
            {
                Take(row, post, PersonOf(holder, people, at), now, today);
            }

            if (row.Deputy is { } deputy && PersonOf(deputy, people, at) is var person
                && !now.Exists(h => h.Deputy && h.PersonId == person.Id))
            {
                Add(post, person, deputy: true, row.FromOn ?? today, now);
                _done = _done with { DeputiesAdded = _done.DeputiesAdded + 1 };
            }
        }

        if (_problems.Count > 0)
        {
            throw PostTable.Refused(_problems);
        }

        db.PostHolders.AddRange(_added);
        var holdings = holders.Concat(_added).ToLookup(h => h.PostId);
        foreach (var post in byTitle.Values)
        {
            post.ReckonVacancy(holdings[post.Id], today);
        }

        return _done with { Rows = rows.Count };
    }

    private void MoveLead(IReadOnlyList<PostRow> rows, List<Post> posts, DateTimeOffset at)
    {
        if (rows.FirstOrDefault(r => r.EqualityLead == true) is { } next
            && posts.Find(p => p.EqualityLead && !p.Title.Equals(next.Title, StringComparison.OrdinalIgnoreCase)) is { } before)
        {
            Change(before, before.Aliases, lead: false, before.EqualityGroup, at);
        }
    }

    private Post Keep(PostRow row, Dictionary<string, Post> byTitle, DateTimeOffset at)
    {
        if (byTitle.TryGetValue(row.Title, out var post))
        {
            var (aliases, lead, group) = (row.Aliases ?? post.Aliases, row.EqualityLead ?? post.EqualityLead, row.EqualityGroup
                ?? post.EqualityGroup);
            if (!aliases.SequenceEqual(post.Aliases) || (lead, group) != (post.EqualityLead, post.EqualityGroup))
            {
                Change(post, aliases, lead, group, at);
            }

            return post;
        }

        post = Post.Create(caller.OrganisationId, row.Title, row.Aliases ?? [], row.EqualityLead ?? false, row.EqualityGroup ?? false, at);
        db.Posts.Add(post);
        byTitle.Add(row.Title, post);
        log.Own("post.created", $"posts/{post.Id}", post.Version, null, new { post.EqualityLead, post.EqualityGroup });
        _done = _done with { Created = _done.Created + 1 };
        return post;
    }

    private void Change(Post post, IReadOnlyList<string> aliases, bool lead, bool group, DateTimeOffset at)
    {
        var before = new { post.EqualityLead, post.EqualityGroup };
        post.Change(post.Title, aliases, lead, group, at);
        log.Own("post.changed", $"posts/{post.Id}", post.Version, before, new { post.EqualityLead, post.EqualityGroup });
        _done = _done with { Changed = _done.Changed + 1 };
    }

    /// <summary>Whoever the file names holds the post from its day on; who held it before ends the day before.</summary>
    private void Take(PostRow row, Post post, Person person, List<PostHolder> now, DateOnly today)
    {
        var from = row.FromOn ?? today;
        var others = now.Where(h => !h.Deputy).ToList();
        if (others.Exists(h => h.PersonId == person.Id && h.ToOn is null))
        {
            return;
        }

        foreach (var other in others.Where(h => h.ToOn is null || h.ToOn >= from))
        {
            if (other.FromOn >= from)
            {
                _problems.Add(row.Problem(PostTable.From, "post-held",
                    $"somebody holds \"{post.Title}\" from {other.FromOn:yyyy-MM-dd}. Give a later day, or end that holding first."));
                return;
            }

            var before = new { other.ToOn };
            other.GiveWayTo(from);
            log.Own("post_holder.changed", $"post-holders/{other.Id}", other.Version, before, new { other.ToOn });
            _done = _done with { HoldersEnded = _done.HoldersEnded + 1 };
        }

        Add(post, person, deputy: false, from, now);
        _done = _done with { HoldersAdded = _done.HoldersAdded + 1 };
    }

    private void Add(Post post, Person person, bool deputy, DateOnly from, List<PostHolder> now)
    {
        var holder = post.TakeUp(person, deputy, from, null, now);
        _added.Add(holder);
        log.Own("post_holder.added", $"post-holders/{holder.Id}", holder.Version, null,
            new { holder.PostId, holder.Deputy, holder.FromOn });
    }

    private Person PersonOf(NamedPerson named, Dictionary<string, Person> people, DateTimeOffset at)
    {
        if (!people.TryGetValue(named.Address, out var person))
        {
            person = Person.Create(caller.OrganisationId, named.Name, named.Address, at);
            people.Add(named.Address, person);
            db.People.Add(person);
        }

        person.Rename(named.Name);
        return person;
    }
}
