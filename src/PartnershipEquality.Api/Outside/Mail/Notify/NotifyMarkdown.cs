using System.Text;
using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Outside.Mail.Notify;

/// <summary>
/// Our plain text in the Markdown that Notify reads: headings, lists, links and a rule. All else is what people wrote and
/// stays as they wrote it: Notify knows neither emphasis nor code, so what is left to take for markup is what begins a
/// line, a bracket, a table's bar and the escape itself.
/// </summary>
public static partial class NotifyMarkdown
{
    // Notify sets a heading, a list or a quotation by how a line begins; three of these cannot be escaped, but not begun with.
    private const char WordJoiner = '\u2060';

    /// <param name="text">The plain text part of a mail of ours.</param>
    /// <param name="ownLinks">How links of ours begin: only those get words of their own.</param>
    public static string Of(string text, string ownLinks)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var markdown = new StringBuilder();
        var (titled, item) = (false, false);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.Length == 0)
            {
                markdown.Append('\n');
                item = false;
            }
            else if (i + 1 < lines.Length && Rule().IsMatch(lines[i + 1]) && lines[i + 1].Length == lines[i].Length)
            {
                markdown.Append("## ").Append(Escape(Capitals(line))).Append("\n\n");
                i++;
            }
            else if (lines[i] == "-- ")
            {
                markdown.Append("---\n\n");
            }
            else if (line.StartsWith("* ", StringComparison.Ordinal))
            {
                item = true;
                markdown.Append("* ").Append(Line(line[2..], ownLinks)).Append('\n');
            }
            else
            {
                markdown.Append(titled ? item ? "  " : "" : "# ").Append(Line(line.TrimStart(), ownLinks)).Append('\n');
            }

            titled |= line.Length > 0;
        }

        return markdown.ToString().TrimEnd('\n') + "\n";
    }

    private static string Line(string line, string ownLinks) =>
        OwnLink().Match(line) is { Success: true } match && match.Groups[2].Value.StartsWith(ownLinks + "/", StringComparison.Ordinal)
            && !match.Groups[2].Value.Contains(')', StringComparison.Ordinal)
            ? $"[{Escape(match.Groups[1].Value)}]({match.Groups[2].Value})"
            : Escape(line);

    private static string Capitals(string heading) => heading.Length == 0 ? heading : heading[0] + heading[1..].ToLowerInvariant();

    private static string Escape(string written)
    {
        var text = new StringBuilder(written.Length + 8);
        var at = 0;
        foreach (Match address in Address().Matches(written))
        {
            EscapeInto(text, written.AsSpan(at, address.Index - at));
            // An address is read as it stands, to its end; escapes would become part of it.
            text.Append(address.ValueSpan);
            at = address.Index + address.Length;
        }

        EscapeInto(text, written.AsSpan(at));
        return LineStart().Match(text.ToString()) is not { Success: true } start ? text.ToString()
            : start.Groups["plain"].Success ? WordJoiner + text.ToString()
            : text.Insert(start.Groups["mark"].Index, '\\').ToString();
    }

    private static void EscapeInto(StringBuilder text, ReadOnlySpan<char> written)
    {
        foreach (var character in written)
        {
            if (character is '\\' or '[' or ']' or '|' or '`')
            {
                text.Append('\\');
            }

            text.Append(character);
        }
    }

    [GeneratedRegex("^-{3,}$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(.+): (https?://\S+)$")]
    private static partial Regex OwnLink();

    [GeneratedRegex(@"https?://[^\s<]+")]
    private static partial Regex Address();

    // What cannot be escaped is kept from beginning the line; a number's mark is its full stop.
    [GeneratedRegex(@"^(?:(?<mark>[#*\-+_~!])|\d+(?<mark>\.)|(?<plain>[\^\u2022=]))")]
    private static partial Regex LineStart();
}
