using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Data;

/// <summary>
/// Saves a plan that goes live: parents before what hangs on them, each kind of row at once. A plan of 5,000 rows for
/// seven authorities is some 200,000 rows, which are not worth tracking one by one.
/// </summary>
public static class PlanSaving
{
    public static async Task SaveAsync(EqualityDb db, LivePlan plan, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(plan);
        await ManyRows.InsertAsync(db, [plan.Scheme], ct);
        await ManyRows.InsertAsync(db, plan.Themes, ct);
        await ManyRows.InsertAsync(db, plan.Commitments, ct);
        await ManyRows.InsertAsync(db, plan.Actions, ct);
        await ManyRows.InsertAsync(db, plan.Actions.SelectMany(a => a.Milestones), ct);
        await ManyRows.InsertAsync(db, plan.Actions.SelectMany(a => a.CrossReferences), ct);
        await ManyRows.InsertAsync(db, plan.Actions.SelectMany(a => a.Roles), ct);
        await ManyRows.InsertAsync(db, plan.Assignments, ct);
        await ManyRows.InsertAsync(db, plan.Assignments.SelectMany(a => a.Occurrences), ct);
        await ManyRows.InsertAsync<AssignmentState>(db, plan.Assignments.Select(a => a.StateAt(at)), ct);
    }
}
