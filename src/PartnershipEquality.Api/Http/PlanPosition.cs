using System.Globalization;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>Where something stands in a plan's own order, and where a page of that order begins.</summary>
public readonly record struct PlanPosition(int Position, Guid Id)
{
    private static readonly PlanPosition Start = new(int.MinValue, Guid.Empty);

    /// <summary>The place after which a page begins; before everything where no cursor was given.</summary>
    public static PlanPosition After(string? cursor, params object?[] boundTo)
    {
        if (Cursor.Read(cursor, 2, boundTo) is not { } key)
        {
            return Start;
        }

        return int.TryParse(key[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position)
            && Guid.TryParse(key[1], out var id)
            ? new PlanPosition(position, id)
            : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.");
    }

    /// <summary>A page of what was read in that order: one row more than asked for, so that the end is known without counting.</summary>
    public static Page<TItem> Page<T, TItem>(IReadOnlyList<T> read, int limit, Func<T, PlanPosition> place, Func<T, TItem> item,
        params object?[] boundTo) =>
        Page(read, limit, place, [.. read.Take(limit).Select(item)], boundTo);

    /// <summary>The same, of items that were made together.</summary>
    public static Page<TItem> Page<T, TItem>(IReadOnlyList<T> read, int limit, Func<T, PlanPosition> place, IReadOnlyList<TItem> items,
        params object?[] boundTo)
    {
        if (read.Count <= limit)
        {
            return new Page<TItem>(items, null);
        }

        var last = place(read[limit - 1]);
        return new Page<TItem>(items, Cursor.Write([last.Position.ToString(CultureInfo.InvariantCulture), last.Id.ToString()], boundTo));
    }
}
