using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Assignments;

/// <summary>An assignment that its authority is about to change, locked: the plan's owner may read it, and changes only the plan.</summary>
internal static class OwnAssignment
{
    public static async Task<Assignment> LockAsync(EqualityDb db, Caller caller, Guid id, CancellationToken ct)
    {
        var assignment = await AssignmentDetail.LoadAsync(db, id, ct);
        EnsureMayReport(caller, assignment);
        return assignment;
    }

    /// <summary>Refuses all but its authority, and that one too once it belongs to the plan's owner no more.</summary>
    public static void EnsureMayReport(Caller caller, Assignment assignment)
    {
        if (assignment.AuthorityId != caller.OrganisationId)
        {
            throw Refusal.Forbidden("not-the-owner", "You may read this assignment, but only its authority reports on it.");
        }

        if (!caller.Scope.OwnerIds.Contains(assignment.OwnerId))
        {
            throw Refusal.Conflict("membership-ended",
                "Your membership of the partnership has ended; what you reported stays, and nothing more is asked.");
        }
    }

    public static async Task<(Scheme Scheme, IReadOnlyList<Milestone> Milestones)> PlanOfAsync(EqualityDb db, Assignment assignment,
        CancellationToken ct) =>
        (await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == assignment.SchemeId, ct),
            await db.Milestones.AsNoTracking().Where(m => m.ActionId == assignment.ActionId).OrderBy(m => m.Position).ToListAsync(ct));
}
