using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Board;

/// <summary>The day a board is asked for: what had been recorded by its end in London.</summary>
internal sealed record BoardDay(DateOnly AsOf)
{
    /// <summary>The first instant that no longer belongs to the day.</summary>
    public DateTimeOffset End { get; } = LondonDay.At(AsOf.AddDays(1), TimeOnly.MinValue);

    public static BoardDay Of(DateOnly? asked, TimeProvider time)
    {
        var today = LondonDay.Of(time.GetUtcNow());
        return asked > today
            ? throw Refusal.Field("asOf", "in-the-future", "Give today or a day before: nothing has been recorded yet on a later one.")
            : new BoardDay(asked ?? today);
    }
}
