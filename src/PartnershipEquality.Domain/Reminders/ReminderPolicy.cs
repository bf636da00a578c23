namespace PartnershipEquality.Domain.Reminders;

/// <summary>
/// When an occurrence asks for attention: days counted from the day it is due, negative before it, positive after.
/// A list may be empty: then nothing of that kind is sent.
/// </summary>
public sealed record ReminderPolicy
{
    public const int MaxOffsets = 20;
    public const int FurthestOffset = 366;
    public const int ShortestRepeat = 7;
    public const int DefaultLeadAfterDays = 14;
    public const int DefaultGroupAfterDays = 28;

    /// <param name="delivery">Offsets for what has to be delivered by a date.</param>
    /// <param name="deliveryRepeatDays">After the last of them, again every so many days for as long as it stays open; null for
    /// never.</param>
    /// <param name="review">Offsets for what is only asked to be looked at again.</param>
    /// <param name="leadAfterDays">A delivery so many days overdue is passed on to the equality lead, and again with each repeat; null for
    /// never.</param>
    /// <param name="groupAfterDays">The same for the equality group.</param>
    public ReminderPolicy(
        IReadOnlyList<int> delivery,
        int? deliveryRepeatDays,
        IReadOnlyList<int> review,
        int? leadAfterDays = DefaultLeadAfterDays,
        int? groupAfterDays = DefaultGroupAfterDays)
    {
        List<FieldError> errors = [.. OffsetErrors("#/deliveryOffsets", delivery), .. OffsetErrors("#/reviewOffsets", review)];
        if (deliveryRepeatDays is < ShortestRepeat or > FurthestOffset)
        {
            errors.Add(new("#/deliveryRepeatDays", "out-of-range",
                $"Repeat every {ShortestRepeat} to {FurthestOffset} days, or leave it out to repeat nothing."));
        }

        errors.AddRange(EscalationErrors(leadAfterDays, groupAfterDays));
        if (errors.Count > 0)
        {
            throw Refusal.Invalid("validation", "The reminder policy needs correcting.", errors);
        }

        Delivery = [.. delivery.Order()];
        DeliveryRepeatDays = deliveryRepeatDays;
        Review = [.. review.Order()];
        (LeadAfterDays, GroupAfterDays) = (leadAfterDays, groupAfterDays);
    }

    public static ReminderPolicy Default { get; } = new([-28, -14, -7, -1, 0, 7, 14], 28, [-7, 0, 14]);

    public IReadOnlyList<int> Delivery { get; }

    public int? DeliveryRepeatDays { get; }

    public IReadOnlyList<int> Review { get; }

    public int? LeadAfterDays { get; }

    public int? GroupAfterDays { get; }

    public bool Equals(ReminderPolicy? other) =>
        other is not null
        && (DeliveryRepeatDays, LeadAfterDays, GroupAfterDays) == (other.DeliveryRepeatDays, other.LeadAfterDays, other.GroupAfterDays)
        && Delivery.SequenceEqual(other.Delivery)
        && Review.SequenceEqual(other.Review);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add((DeliveryRepeatDays, LeadAfterDays, GroupAfterDays));
        foreach (var offset in Delivery.Concat(Review))
        {
            hash.Add(offset);
        }

        return hash.ToHashCode();
    }

    private static IEnumerable<FieldError> EscalationErrors(int? lead, int? group)
    {
        foreach (var (pointer, days) in new[] { ("#/leadAfterDays", lead), ("#/groupAfterDays", group) })
        {
            if (days is < 1 or > FurthestOffset)
            {
                yield return new(pointer, "out-of-range",
                    $"Pass it on after 1 to {FurthestOffset} days overdue, or give null to pass nothing on.");
            }
        }

        if (group < lead)
        {
            yield return new("#/groupAfterDays", "out-of-range",
                "The equality lead hears of it first: give the group as many days as the lead, or more.");
        }
    }

    private static IEnumerable<FieldError> OffsetErrors(string pointer, IReadOnlyList<int> offsets)
    {
        if (offsets.Count > MaxOffsets)
        {
            yield return new(pointer, "too-many", $"Give at most {MaxOffsets} offsets.");
            yield break;
        }

        for (var i = 0; i < offsets.Count; i++)
        {
            if (offsets[i] is < -FurthestOffset or > FurthestOffset)
            {
                yield return new($"{pointer}/{i}", "out-of-range",
                    $"An offset is {FurthestOffset} days before (negative) to {FurthestOffset} days after the day due.");
            }
            else if (offsets.Take(i).Contains(offsets[i]))
            {
                yield return new($"{pointer}/{i}", "duplicate", $"{offsets[i]} is given twice: remove one.");
            }
        }
    }
}
