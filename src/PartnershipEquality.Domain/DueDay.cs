namespace PartnershipEquality.Domain;

/// <summary>A day by which something is due: it is kept to its very end, so it has passed from the day after.</summary>
public static class DueDay
{
    public static bool HasPassed(DateOnly? due, DateOnly day) => due < day;

    /// <summary>How many days ago it was; negative while it lies ahead.</summary>
    public static int DaysPast(DateOnly due, DateOnly day) => day.DayNumber - due.DayNumber;
}
