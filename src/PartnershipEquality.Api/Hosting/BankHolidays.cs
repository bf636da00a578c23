using System.Globalization;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Hosting;

/// <summary>
/// The configuration section "BankHolidays": those proclaimed after this was released, each with its Day, its Name and,
/// where it stands in for a usual one, InsteadOf. <c>BankHolidays__0__Day=2031-06-10</c>
/// </summary>
public static class BankHolidays
{
    public const string Section = "BankHolidays";

    /// <summary>
    /// The working days with the holidays that are configured. A day that cannot be read stops the start: mail would go out on it.
    /// </summary>
    public static WorkingDays From(IConfiguration configuration) =>
        new(configuration.GetSection(Section).GetChildren().Select(holiday => new OneOffHoliday(
        Day(holiday, nameof(OneOffHoliday.Day))
            ?? throw new InvalidOperationException(
                $"{holiday.Path}:{nameof(OneOffHoliday.Day)} is missing: give the bank holiday as YYYY-MM-DD."),
        holiday[nameof(OneOffHoliday.Name)] ?? "Bank holiday",
        Day(holiday, nameof(OneOffHoliday.InsteadOf)))));

    private static DateOnly? Day(IConfigurationSection holiday, string name) => holiday[name] is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new InvalidOperationException($"{holiday.Path}:{name} is \"{text}\": give the day as YYYY-MM-DD.");
}
