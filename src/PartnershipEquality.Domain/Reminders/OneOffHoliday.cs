namespace PartnershipEquality.Domain.Reminders;

/// <summary>A bank holiday that no rule foretells: proclaimed for one year, on top of the usual ones or instead of one of them.</summary>
public sealed record OneOffHoliday(DateOnly Day, string Name, DateOnly? InsteadOf = null)
{
    /// <summary>Those that the official list of bank holidays in England and Wales (gov.uk/bank-holidays) has had since 2011.</summary>
    public static IReadOnlyList<OneOffHoliday> Known { get; } =
    [
        new(new(2011, 4, 29), "Wedding of Prince William and Catherine Middleton"),
        new(new(2012, 6, 4), "Spring bank holiday", InsteadOf: new(2012, 5, 28)),
        new(new(2012, 6, 5), "Diamond Jubilee of Queen Elizabeth II"),
        new(new(2020, 5, 8), "Early May bank holiday (75th anniversary of VE Day)", InsteadOf: new(2020, 5, 4)),
        new(new(2022, 6, 2), "Spring bank holiday", InsteadOf: new(2022, 5, 30)),
        new(new(2022, 6, 3), "Platinum Jubilee of Queen Elizabeth II"),
        new(new(2022, 9, 19), "State funeral of Queen Elizabeth II"),
        new(new(2023, 5, 8), "Coronation of King Charles III"),
    ];
}
