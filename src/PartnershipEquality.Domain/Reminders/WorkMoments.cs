namespace PartnershipEquality.Domain.Reminders;

/// <summary>When work that is done at one hour of the day, in London, is next to be done.</summary>
public static class WorkMoments
{
    /// <summary>The first moment after <paramref name="now"/> at which the clocks in London show the time.</summary>
    public static DateTimeOffset NextDaily(DateTimeOffset now, TimeOnly time)
    {
        var today = LondonDay.At(LondonDay.Of(now), time);
        return today > now ? today : LondonDay.At(LondonDay.Of(now).AddDays(1), time);
    }

    /// <summary>The same, on working days alone.</summary>
    public static DateTimeOffset NextOnWorkingDay(DateTimeOffset now, TimeOnly time, WorkingDays workingDays)
    {
        var today = LondonDay.Of(now);
        return workingDays.IsWorkingDay(today) && LondonDay.At(today, time) > now
            ? LondonDay.At(today, time) : LondonDay.At(workingDays.Next(today), time);
    }
}
