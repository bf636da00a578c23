using System.Text;

namespace PartnershipEquality.Documents.Files;

/// <summary>What one file may still cost. Each reader spends it on every table, cell and text, so that none can grow without end.</summary>
internal sealed class ReadingBudget(CancellationToken ct)
{
    private int _tables;
    private int _cells;
    private int _characters;

    public CancellationToken Token => ct;

    /// <summary>The name of the next table that has none of its own.</summary>
    public string NextTable => $"Table {_tables + 1}";

    public void Check() => ct.ThrowIfCancellationRequested();

    public void Table()
    {
        ct.ThrowIfCancellationRequested();
        _tables = _tables < ReadingLimits.Tables ? _tables + 1 : throw FileRefusal.TooManyTables();
    }

    /// <summary>Cells are counted before they are made: a span may claim a million.</summary>
    public void Cells(int more)
    {
        ct.ThrowIfCancellationRequested();
        _cells = more <= ReadingLimits.Cells - _cells ? _cells + more : throw FileRefusal.TooManyCells();
    }

    public string Text(string text, string place)
    {
        var clean = Clean(text);
        if (clean.Length > ReadingLimits.CellCharacters)
        {
            throw FileRefusal.CellTooLong(place);
        }

        _characters = clean.Length <= ReadingLimits.Characters - _characters ? _characters + clean.Length : throw FileRefusal.TooMuchText();
        return clean;
    }

    /// <summary>
    /// Lines end in \n, a tab is a space, and what no database or JSON takes (control characters, halves of a surrogate pair) is gone.
    /// </summary>
    public static string Clean(string text)
    {
        var value = text.AsSpan().Trim();
        if (!value.ContainsAnyInRange('\0', '\u001F') && !value.ContainsAnyInRange('\u007F', '\u009F')
            && !value.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return value.Length == text.Length ? text : value.ToString();
        }

        var clean = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                clean.Append(c).Append(value[++i]);
            }
            else if (c is '\r' && i + 1 < value.Length && value[i + 1] == '\n')
            {
                continue;
            }
            else if (c is '\n' or '\r' or '\v' or '\u0085')
            {
                clean.Append('\n');
            }
            else if (c is '\t')
            {
                clean.Append(' ');
            }
            else if (!char.IsControl(c) && !char.IsSurrogate(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }
}
