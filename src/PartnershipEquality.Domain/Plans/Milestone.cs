using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Plans;

/// <summary>A step of an action with a date of its own, which each authority that answers for the action does for itself.</summary>
public sealed class Milestone : Versioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid ActionId { get; init; }

    public required int Position { get; init; }

    public required string Text { get; set; }

    public required IReadOnlyList<TargetDate> Targets { get; set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>When, in the words of the plan; none where it gives none.</summary>
    public string? TargetText
    {
        get
        {
            var text = string.Join('\n', Targets.Select(t => t.Text).Where(t => t.Length > 0));
            return text.Length == 0 ? null : text;
        }
    }

    /// <summary>Takes the step out of the plan: what is open of it falls away, what was done of it stays.</summary>
    public void Withdraw(string reason, DateTimeOffset at)
    {
        EnsureInPlan();
        (WithdrawnAt, WithdrawnReason) = (at, reason);
        Touch();
    }

    public void EnsureInPlan()
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("milestone-withdrawn", $"\"{Text}\" has been withdrawn; nothing in it can be changed.");
        }
    }

    public void Touch() => Revise();
}
