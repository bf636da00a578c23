using PartnershipEquality.Documents.Dates.Phrases;

namespace PartnershipEquality.Documents.Dates;

/// <summary>
/// One cell of a plan may hold several groups, set apart by two or more spaces, a new line or a slash;
/// the date cell and the authorities' cell beside it are grouped alike.
/// </summary>
internal static class CellGroups
{
    private static readonly char[] Joints = [' ', '\t', '\r', '\n', '\u00A0', ',', ';', '&', '+', '/'];

    public static IReadOnlyList<string> Of(string text) => Groups(text, slashNeedsSpaces: true);

    public static IReadOnlyList<IReadOnlyList<string>> OfAuthorities(string text) =>
        [.. Groups(text, slashNeedsSpaces: false)
            .Select(group => (IReadOnlyList<string>)group.Split([';', ','],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(authorities => authorities.Count > 0)];

    /// <summary>Where a second target might begin in running text: at a capital, or after a mark or a joining word.</summary>
    public static IEnumerable<int> Splits(string text)
    {
        var tokens = Tokens.Of(text);
        for (var index = 1; index < tokens.Count; index++)
        {
            var (token, before) = (tokens[index], tokens[index - 1]);

            // A number first of all belongs to the word after it: "2011 June 31" is not a year and then a month.
            if (index == 1 && before.Kind == TokenKind.Number)
            {
                continue;
            }

            if (!token.Glued
                && (token.Capital || before.Word is "," or ";" or "." or "-" or "+" or "&" || token.Word is "and" or "then" or "plus"))
            {
                yield return token.Start;
            }
        }
    }

    public static string Trim(string part)
    {
        part = part.Trim(Joints);
        foreach (var joint in new[] { "and then ", "and ", "then ", "plus " })
        {
            if (part.StartsWith(joint, StringComparison.OrdinalIgnoreCase))
            {
                return part[joint.Length..].Trim(Joints);
            }
        }

        return part;
    }

    private static List<string> Groups(string text, bool slashNeedsSpaces)
    {
        var groups = new List<string>();
        var start = 0;
        var i = 0;
        while (i < text.Length)
        {
            var end = i;
            var isBreak = false;
            if (char.IsWhiteSpace(text[i]))
            {
                while (end < text.Length && char.IsWhiteSpace(text[end]))
                {
                    isBreak |= text[end] is '\n' or '\r';
                    end++;
                }

                isBreak |= end - i >= 2;
            }
            else
            {
                end++;
                isBreak = text[i] == '/'
                    && (!slashNeedsSpaces
                        || (i > 0 && char.IsWhiteSpace(text[i - 1]) && end < text.Length && char.IsWhiteSpace(text[end])));
            }

            if (isBreak)
            {
                Add(text[start..i]);
                start = end;
            }

            i = end;
        }

        Add(text[start..]);
        return groups;

        void Add(string group)
        {
            if (group.Trim() is { Length: > 0 } trimmed)
            {
                groups.Add(trimmed);
            }
        }
    }
}
