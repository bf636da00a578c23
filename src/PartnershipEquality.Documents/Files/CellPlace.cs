using System.Globalization;

namespace PartnershipEquality.Documents.Files;

/// <summary>Where a cell stands, from 1: C7 is column 3, row 7.</summary>
internal readonly record struct CellPlace(int Column, int Row)
{
    public const int MaxColumn = 16_384;
    public const int MaxRow = 1_048_576;

    public static CellPlace? Of(string? reference)
    {
        var text = reference.AsSpan();
        var (column, at) = (0, 0);
        for (; at < text.Length && at < 4 && char.IsAsciiLetter(text[at]); at++)
        {
            column = (column * 26) + (text[at] & 0x1F);
        }

        return column is > 0 and <= MaxColumn && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is > 0 and <= MaxRow
            ? new CellPlace(column, row)
            : null;
    }
}
