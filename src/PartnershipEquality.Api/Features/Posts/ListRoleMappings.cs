using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Posts;

/// <param name="Mapped">Only roles with a post, or only those without one.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListRoleMappings(bool? Mapped, int? Limit, string? Cursor) : IRequest<Page<RoleMappingDetail>>;

/// <summary>A responsible role that plans name, and which of your posts it means.</summary>
/// <param name="Role">The role, folded: case, dashes and a plural's "s" make no difference.</param>
/// <param name="Written">The role as a plan writes it.</param>
/// <param name="Assignments">How many of your open assignments name it.</param>
/// <param name="NamesEverybody">"All officers ...": it goes to the equality lead, never to a post.</param>
/// <param name="PostId">The post it means; null while nobody has said.</param>
/// <param name="SuggestedPostId">The post whose title or alias reads the same; null when none or several do, or when it is mapped
/// already.</param>
public sealed record RoleMappingDetail(string Role, string Written, int Assignments, bool NamesEverybody, Guid? PostId,
    Guid? SuggestedPostId);

internal sealed class ListRoleMappingsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListRoleMappings, Page<RoleMappingDetail>>
{
    public async Task<Page<RoleMappingDetail>> Handle(ListRoleMappings request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListRoleMappings), caller.OrganisationId, request.Mapped];
        var after = Cursor.Read(request.Cursor, 1, boundTo)?[0];
        var me = caller.OrganisationId;
        var posts = await db.Posts.AsNoTracking().Where(p => p.AuthorityId == me).ToListAsync(cancellationToken);
        var suggestions = new PostSuggestions([.. posts.Select(p => (p.Id, p.Title, p.Aliases))]);
        var sql = new Sql($"""
            with named as (
              select r.role, min(r.written) as written, count(distinct a.id) as assignments
              from assignments a
              join schemes s on s.owner_id = a.owner_id and s.id = a.scheme_id and s.stage <> 'closed'
              join action_roles r on r.owner_id = a.owner_id and r.action_id = a.action_id
              where a.authority_id = {me} and a.withdrawn_at is null and a.status not in ('completed', 'notApplicable')
              group by r.role)
            select coalesce(n.role, m.role), coalesce(n.written, m.written), coalesce(n.assignments, 0)::int, m.post_id
            from named n full join (select * from role_mappings where authority_id = {me}) m on m.role = n.role
            where true
            """)
            .When(request.Mapped == true, $"and m.post_id is not null")
            .When(request.Mapped == false, $"and m.post_id is null")
            .When(after is not null, $"and coalesce(n.role, m.role) collate \"C\" > {after}")
            .Add($"order by coalesce(n.role, m.role) collate \"C\" limit {limit + 1}");
        var roles = await sql.ReadAsync(db, row =>
        {
            var (role, post) = (row.GetString(0), row.Maybe<Guid>(3));
            return new RoleMappingDetail(role, row.GetString(1), row.GetInt32(2), ResponsibleRoles.NamesEverybody(role), post, post is null
                ? suggestions.For(role) : null);
        }, cancellationToken);
        return roles.Count <= limit
            ? new Page<RoleMappingDetail>(roles, null)
            : new Page<RoleMappingDetail>([.. roles.Take(limit)], Cursor.Write([roles[limit - 1].Role], boundTo));
    }
}
