using System.Globalization;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// How a cell shows its number: with the decimals its format asks for, and a date in words, so that 30/06/2026 is never
/// taken for a day of another month. A format that is too clever for us shows the number itself.
/// </summary>
internal sealed class ShownFormat
{
    public static readonly ShownFormat General = new([FormatSection.General]);

    private const int Day1900 = 60;
    private const int Days1904 = 1462;
    private const double LastDay = 2_958_466;

    private readonly IReadOnlyList<FormatSection> _sections;

    private ShownFormat(IReadOnlyList<FormatSection> sections) => this._sections = sections;

    public static ShownFormat Of(string? code) =>
        string.IsNullOrEmpty(code) || code.Length > 500 ? General : new ShownFormat(FormatSection.All(code));

    public string Show(double value, bool from1904)
    {
        if (_sections[0].IsDate)
        {
            return DateOf(value, from1904) is { } date ? value < 1 && !_sections[0].HasDay && !_sections[0].HasYear
                ? Show(TimeSpan.FromDays(value)) : Show(date, TimeSpan.FromDays(value)) : Plain(value);
        }

        var negative = value < 0 && _sections.Count > 1;
        var section = negative ? _sections[1] : value == 0 && _sections.Count > 2 ? _sections[2] : _sections[0];
        // A section left empty hides its numbers.
        return section.Number is "" ? "" : section.Number is not { } number || Math.Abs(value) > 1e27 || !double.IsFinite(value)
            ? Plain(value)
            // By way of decimal: 2.675 is shown as 2.68, though the nearest double is a little less.
            : ((decimal)(negative ? -value : value)).ToString(number, CultureInfo.InvariantCulture).Trim();
    }

    public string Show(DateTime date) => Show(date, date.TimeOfDay);

    public string Show(TimeSpan time) => _sections[0].HasSeconds
        ? $"{(long)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}"
        : $"{(long)time.TotalHours:00}:{time.Minutes:00}";

    private string Show(DateTime date, TimeSpan elapsed)
    {
        var format = _sections[0];
        if (format.IsElapsed || (format.HasTime && !format.HasDay && !format.HasMonth && !format.HasYear))
        {
            return Show(format.IsElapsed ? elapsed : date.TimeOfDay);
        }

        var day = date.ToString(format.HasDay || !format.IsDate
            ? "d MMMM yyyy" : format.HasMonth ? "MMMM yyyy" : "yyyy", CultureInfo.InvariantCulture);
        return format.HasTime && date.TimeOfDay > TimeSpan.Zero ? $"{day} {date:HH:mm}" : day;
    }

    /// <summary>The day a serial number stands for. Excel counts a 29 February 1900 that never was.</summary>
    private static DateTime? DateOf(double value, bool from1904)
    {
        var serial = from1904 ? value + Days1904 : value is >= 1 and < Day1900 ? value + 1 : value;
        return value >= 0 && serial < LastDay ? DateTime.FromOADate(serial) : null;
    }

    /// <summary>Fifteen digits, as Excel keeps them, so that 0.1 + 0.2 is 0.3.</summary>
    private static string Plain(double value) => value.ToString("G15", CultureInfo.InvariantCulture);
}
