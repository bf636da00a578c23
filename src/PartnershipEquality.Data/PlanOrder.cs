namespace PartnershipEquality.Data;

/// <summary>What of a plan is put in an order.</summary>
public enum PlanLevel
{
    Themes,
    Commitments,
    Actions,
}

/// <summary>
/// The order of a plan: themes, under each its commitments, under each its actions, counted through the whole scheme
/// so that a list walks one index. Whoever changes it holds the scheme's row.
/// </summary>
public static class PlanOrder
{
    /// <summary>Where what is added comes to stand: after everything of its kind, until the order is counted anew.</summary>
    public const int Last = int.MaxValue;

    /// <summary>
    /// Counts the whole plan anew, each level by the one above it. What was moved, of whichever kind, comes right after
    /// its new neighbour, or first among its siblings where there is none.
    /// </summary>
    public static async Task RenumberAsync(EqualityDb db, Guid ownerId, Guid schemeId, Guid? moved, Guid? after, CancellationToken ct)
    {
        // The rows themselves are counted, so those that the request added or moved are written first.
        await db.SaveChangesAsync(ct);
        await new Sql($"""
            update themes set position = n.place from (
              select t.id, row_number() over (order by
                case when t.id = {moved}::uuid then coalesce((select position from themes
                where id = {after}::uuid), -1) else t.position end, t.id = {moved}::uuid, t.id) - 1 as place
              from themes t where t.owner_id = {ownerId} and t.scheme_id = {schemeId}) n
            where themes.owner_id = {ownerId} and themes.id = n.id and themes.position <> n.place
            """).RunAsync(db, ct);
        await new Sql($"""
            update commitments set position = n.place from (
              select c.id, row_number() over (order by t.position,
                case when c.id = {moved}::uuid then coalesce((select position from commitments
                where id = {after}::uuid), -1) else c.position end, c.id = {moved}::uuid, c.id) - 1 as place
              from commitments c join themes t on t.owner_id = c.owner_id and t.id = c.theme_id
              where c.owner_id = {ownerId} and c.scheme_id = {schemeId}) n
            where commitments.owner_id = {ownerId} and commitments.id = n.id and commitments.position <> n.place
            """).RunAsync(db, ct);
        await new Sql($"""
            update actions set position = n.place from (
              select a.id, row_number() over (order by c.position,
                case when a.id = {moved}::uuid then coalesce((select position from actions
                where id = {after}::uuid), -1) else a.position end, a.id = {moved}::uuid, a.id) - 1 as place
              from actions a join commitments c on c.owner_id = a.owner_id and c.id = a.commitment_id
              where a.owner_id = {ownerId} and a.scheme_id = {schemeId}) n
            where actions.owner_id = {ownerId} and actions.id = n.id and actions.position <> n.place
            """).RunAsync(db, ct);
    }

    /// <summary>
    /// Puts all of one level in the order given; <see cref="RenumberAsync"/> then counts them through under what they stand under.
    /// </summary>
    public static Task PlaceAsync(EqualityDb db, Guid ownerId, PlanLevel level, Guid[] inOrder, CancellationToken ct) => (level switch
    {
        PlanLevel.Themes => new Sql($"""
            update themes set position = n.place - 1 from unnest({inOrder}) with ordinality n (id, place)
              where themes.owner_id = {ownerId} and themes.id = n.id and position <> n.place - 1
            """),
        PlanLevel.Commitments => new Sql($"""
            update commitments set position = n.place - 1 from unnest({inOrder}) with ordinality n (id, place)
              where commitments.owner_id = {ownerId} and commitments.id = n.id and position <> n.place - 1
            """),
        _ => new Sql($"""
            update actions set position = n.place - 1 from unnest({inOrder}) with ordinality n (id, place)
              where actions.owner_id = {ownerId} and actions.id = n.id and position <> n.place - 1
            """),
    }).RunAsync(db, ct);

    /// <summary>Puts a milestone right after another of its action, or first where there is none.</summary>
    public static Task MoveMilestoneAsync(EqualityDb db, Guid ownerId, Guid actionId, Guid moved, Guid? after, CancellationToken ct) =>
        new Sql($"""
        update milestones set position = n.place from (
          select m.id, row_number() over (order by
            case when m.id = {moved} then coalesce((select position from milestones
            where id = {after}::uuid), -1) else m.position end, m.id = {moved}, m.id) - 1 as place
          from milestones m where m.owner_id = {ownerId} and m.action_id = {actionId}) n
        where milestones.owner_id = {ownerId} and milestones.id = n.id and milestones.position <> n.place
        """).RunAsync(db, ct);
}
