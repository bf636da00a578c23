using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Reminders;

[Reads(Permission.AssignmentsRead)]
public sealed record ListReminderPolicies : IRequest<ReminderPolicies>;

/// <summary>When your organisation is reminded.</summary>
/// <param name="Default">What holds for every scheme without a policy of its own: yours, or the built-in one.</param>
/// <param name="Items">The policies that you have set.</param>
public sealed record ReminderPolicies(ReminderPolicyDetail Default, IReadOnlyList<ReminderPolicyDetail> Items);

internal sealed class ListReminderPoliciesHandler(EqualityDb db, Caller caller) : IRequestHandler<ListReminderPolicies, ReminderPolicies>
{
    public async Task<ReminderPolicies> Handle(ListReminderPolicies request, CancellationToken cancellationToken)
    {
        var rows = await db.ReminderPolicies.AsNoTracking().Where(p => p.OrganisationId == caller.OrganisationId).OrderBy(p => p.Id)
            .ToListAsync(cancellationToken);
        var items = rows.ConvertAll(ReminderPolicyDetail.From);
        return new ReminderPolicies(items.Find(p => p.SchemeId is null) ?? ReminderPolicyDetail.BuiltIn, items);
    }
}
