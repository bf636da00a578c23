using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Assignments;

/// <content>"Not ours": the authority contests that it was named, and the owner decides.</content>
public sealed partial class Assignment
{
    public DateTimeOffset? ContestedAt { get; private set; }

    public string? ContestReason { get; private set; }

    public DateTimeOffset? ContestDecidedAt { get; private set; }

    public bool? ContestAccepted { get; private set; }

    public string? ContestNote { get; private set; }

    /// <summary>The authority says that it is not its own to do, and the owner has not decided yet. It stays expected meanwhile.</summary>
    public bool IsContested => ContestedAt is not null && ContestDecidedAt is null;

    /// <summary>The authority contests that it was named. Contesting again after a decision asks for another.</summary>
    public void Contest(string reason, Scheme scheme, DateTimeOffset at)
    {
        if (AuthorityId == OwnerId)
        {
            throw Refusal.Conflict("contest-own-plan",
                "The plan is your own, so there is nobody to contest it to. Withdraw the assignment instead.");
        }

        EnsureMayBeContested(scheme);
        if (IsContested)
        {
            throw Refusal.Conflict("already-contested", "It is contested already; the plan's owner has not decided yet.");
        }

        (ContestedAt, ContestReason) = (at, reason);
        (ContestDecidedAt, ContestAccepted, ContestNote) = (null, null, null);
        Touch(at);
    }

    /// <summary>The owner decides: it was named wrongly and the assignment is withdrawn, or it stands.</summary>
    public void DecideContest(bool accept, string? note, Scheme scheme, DateTimeOffset at)
    {
        EnsureMayBeContested(scheme);
        if (!IsContested)
        {
            throw Refusal.Conflict("not-contested", "The authority does not contest it; there is nothing to decide.");
        }

        (ContestDecidedAt, ContestAccepted, ContestNote) = (at, accept, note);
        if (accept)
        {
            Withdraw(ContestReason!, at);
        }
        else
        {
            Touch(at);
        }
    }

    private void EnsureMayBeContested(Scheme scheme)
    {
        scheme.EnsureOpen();
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("assignment-withdrawn", "The owner has withdrawn this assignment already.");
        }
    }
}
