namespace PartnershipEquality.Domain.Plans;

/// <summary>A numbered heading of a scheme: a performance area, a priority.</summary>
public sealed class Theme : Versioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid SchemeId { get; init; }

    public string? Number { get; set; }

    public required string Title { get; set; }

    /// <summary>The words the plan itself numbers it with, where they are more than the number: "Equality Priority 2".</summary>
    public string? Label { get; set; }

    public required int Position { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>Takes the heading out of the plan, once nothing in it is left to be done; past figures still name it.</summary>
    /// <param name="reason">Why; the members read it.</param>
    /// <param name="liveCommitments">How many commitments under it stand.</param>
    /// <param name="at">The instant.</param>
    public void Withdraw(string reason, int liveCommitments, DateTimeOffset at)
    {
        EnsureInPlan();
        if (liveCommitments > 0)
        {
            throw Refusal.Conflict("theme-not-empty",
                $"{liveCommitments} of its commitments stand. Move or withdraw them first; nobody's work goes unseen with a heading.");
        }

        (WithdrawnAt, WithdrawnReason) = (at, reason);
        Touch();
    }

    /// <summary>The plan has the heading again.</summary>
    public void Reinstate() => (WithdrawnAt, WithdrawnReason) = (null, null);

    public void EnsureInPlan()
    {
        if (WithdrawnAt is not null)
        {
            throw Refusal.Conflict("theme-withdrawn", $"\"{Title}\" has been withdrawn; nothing in it can be changed.");
        }
    }

    public void Touch() => Revise();
}
