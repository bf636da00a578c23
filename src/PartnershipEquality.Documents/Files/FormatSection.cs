using System.Text;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// One section of an Excel number format (for positive numbers, negative ones, zero): a date's parts, or a number's pattern in .NET's
/// terms.
/// </summary>
internal sealed class FormatSection
{
    public static readonly FormatSection General = new();

    private char _last;
    private bool _unknown;

    public string? Number { get; private set; }

    public bool HasDay { get; private set; }

    public bool HasMonth { get; private set; }

    public bool HasYear { get; private set; }

    public bool HasTime { get; private set; }

    public bool HasSeconds { get; private set; }

    /// <summary>Hours that go on past 24: [h]:mm.</summary>
    public bool IsElapsed { get; private set; }

    public bool IsDate => HasDay || HasMonth || HasYear || HasTime;

    public static IReadOnlyList<FormatSection> All(string code)
    {
        var sections = new List<FormatSection>();
        for (var at = 0; at <= code.Length && sections.Count < 3; at++)
        {
            var section = new FormatSection();
            at = section.Read(code, at);
            sections.Add(section);
        }

        return sections;
    }

    /// <summary>Reads up to the next semicolon or the end, and answers where that is.</summary>
    private int Read(string code, int at)
    {
        var pattern = new StringBuilder();
        for (; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    var close = code.IndexOf('"', at + 1) is var quote and > 0 ? quote : code.Length;
                    Literal(pattern, code[(at + 1)..close]);
                    at = close;
                    break;
                case '\\' when at + 1 < code.Length:
                    Literal(pattern, code[++at].ToString());
                    break;
                case '_' or '*' when at + 1 < code.Length:
                    // Room as wide as the next character, or filled with it.
                    at++;
                    break;
                case '[' when code.IndexOf(']', at) is var bracket and > 0:
                    Bracket(pattern, code[(at + 1)..bracket]);
                    at = bracket;
                    break;
                case 'g' or 'G' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    _unknown = true;
                    at += "General".Length - 1;
                    break;
                case 'a' or 'A' when code.AsSpan(at).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase):
                    HasTime = true;
                    at += 4;
                    break;
                default:
                    Character(pattern, code[at], at > 0 ? code[at - 1] : ' ');
                    break;
            }
        }

        Number = _unknown || IsDate ? null : pattern.ToString();
        return at;
    }

    private void Character(StringBuilder pattern, char c, char before)
    {
        switch (char.ToLowerInvariant(c))
        {
            case 'e' when before is '0' or '#' or '?':
                pattern.Append('E');
                break;
            case '+' or '-' when pattern.Length > 0 && before is 'E' or 'e':
                pattern.Append(c);
                break;
            case '0' or '#' or '.' or ',' or '%':
                pattern.Append(c);
                break;
            case '?':
                pattern.Append('#');
                break;
            case '@' or '/':
                // Text as it is, or a fraction.
                _unknown = true;
                break;
            case 'y' or 'e' or 'b' or 'g':
                (HasYear, _last) = (true, 'y');
                break;
            case 'd':
                (HasDay, _last) = (true, 'd');
                break;
            case 'h':
                (HasTime, _last) = (true, 'h');
                break;
            case 's':
                // Minutes, then, and no month: unless a date has named it before.
                (HasMonth, HasTime, HasSeconds, _last) = (_last == 'm' && !HasDay && !HasYear ? false : HasMonth, true, true, 's');
                break;
            case 'm' when _last is 'h':
                // Minutes: they follow hours.
                HasTime = true;
                break;
            case 'm':
                (HasMonth, _last) = (true, 'm');
                break;
            default:
                Literal(pattern, c.ToString());
                break;
        }
    }

    private void Bracket(StringBuilder pattern, string inner)
    {
        if (inner.StartsWith('$'))
        {
            Literal(pattern, inner[1..].Split('-')[0]);
        }
        else if (inner.Length > 0 && inner.All(c => c is 'h' or 'H' or 'm' or 'M' or 's' or 'S'))
        {
            (HasTime, IsElapsed, _last) = (true, true, char.ToLowerInvariant(inner[0]));
        }
        else
        {
            // A colour changes nothing; a condition decides between sections.
            _unknown |= inner.StartsWith('<') || inner.StartsWith('>') || inner.StartsWith('=');
        }
    }

    private static void Literal(StringBuilder pattern, string text)
    {
        foreach (var c in text)
        {
            pattern.Append('\\').Append(c);
        }
    }
}
