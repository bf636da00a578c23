using System.Globalization;
using System.Text;

namespace PartnershipEquality.Documents.Files;

/// <summary>A list item's number as its list writes it.</summary>
internal static class ListNumber
{
    private static readonly (int Value, string Digits)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
            (4, "iv"), (1, "i")];

    public static string Written(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" => Letters(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "lowerRoman" => Romans(number),
        "upperRoman" => Romans(number).ToUpperInvariant(),
        "ordinal" => number.ToString(CultureInfo.InvariantCulture) + Ending(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a to z, then aa, bb: as Word counts, not as a spreadsheet does.</summary>
    private static string Letters(int number) =>
        number is < 1 or > 780
            ? number.ToString(CultureInfo.InvariantCulture) : new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Romans(int number)
    {
        if (number is < 1 or > 4999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var written = new StringBuilder();
        foreach (var (value, digits) in Roman)
        {
            for (; number >= value; number -= value)
            {
                written.Append(digits);
            }
        }

        return written.ToString();
    }

    private static string Ending(int number) =>
        (number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
