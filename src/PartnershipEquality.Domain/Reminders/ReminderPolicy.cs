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

    /// <param name="delivery">Offsets for what has to be delivered by a date.</param>
    /// <param name="deliveryRepeatDays">After the last of them, again every so many days for as long as it stays open; null for never.</param>
    /// <param name="review">Offsets for what is only asked to be looked at again.</param>
    public ReminderPolicy(IReadOnlyList<int> delivery, int? deliveryRepeatDays, IReadOnlyList<int> review)
    {
        List<FieldError> errors = [.. OffsetErrors("#/deliveryOffsets", delivery), .. OffsetErrors("#/reviewOffsets", review)];
        if (deliveryRepeatDays is < ShortestRepeat or > FurthestOffset)
        {
            errors.Add(new("#/deliveryRepeatDays", "out-of-range",
                $"Repeat every {ShortestRepeat} to {FurthestOffset} days, or leave it out to repeat nothing."));
        }

        if (errors.Count > 0)
        {
            throw Refusal.Invalid("validation", "The reminder policy needs correcting.", errors);
        }

        Delivery = [.. delivery.Order()];
        DeliveryRepeatDays = deliveryRepeatDays;
        Review = [.. review.Order()];
    }

    public static ReminderPolicy Default { get; } = new([-28, -14, -7, -1, 0, 7, 14], 28, [-7, 0, 14]);

    public IReadOnlyList<int> Delivery { get; }

    public int? DeliveryRepeatDays { get; }

    public IReadOnlyList<int> Review { get; }

    public bool Equals(ReminderPolicy? other) =>
        other is not null
        && DeliveryRepeatDays == other.DeliveryRepeatDays
        && Delivery.SequenceEqual(other.Delivery)
        && Review.SequenceEqual(other.Review);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(DeliveryRepeatDays);
        foreach (var offset in Delivery.Concat(Review))
        {
            hash.Add(offset);
        }

        return hash.ToHashCode();
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
