using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// A list each of whose items ends in brackets with who does it and by when: "Publish a profile (Head of HR, June 2012)".
/// </summary>
internal static partial class BracketedItems
{
    private const int FewestItems = 3;
    private const int MostWords = 7;
    private const int Longest = 2000;

    /// <summary>
    /// The items by their text: only where at least three of a list follow one another, since any sentence may end in a name and a date.
    /// </summary>
    public static IReadOnlyDictionary<SourceText, IReadOnlyList<LabelledPart>> Of(IReadOnlyList<SourceText> texts)
    {
        var items = new Dictionary<SourceText, IReadOnlyList<LabelledPart>>();
        var run = new List<(SourceText Text, IReadOnlyList<LabelledPart> Parts)>();
        foreach (var text in texts)
        {
            if (Parts(text.Text) is { } parts)
            {
                run.Add((text, parts));
                continue;
            }

            End();
        }

        End();
        return items;

        void End()
        {
            if (run.Count >= FewestItems)
            {
                run.ForEach(item => items[item.Text] = item.Parts);
            }

            run.Clear();
        }
    }

    private static List<LabelledPart>? Parts(string text) =>
        text.Length <= Longest && text.Contains('(', StringComparison.Ordinal) && Item().Match(text) is { Success: true } item
        && item.Groups["when"].Value is var when && when.Any(char.IsLetter) && DateWords.Are(when)
        && item.Groups["who"].Value is var who && who.Split(' ').Length <= MostWords && !DateWords.Are(who)
            ? [new(null, PlanColumn.Action, item.Groups["what"].Value), new("Lead", PlanColumn.Responsible, who),
                new("Target date", PlanColumn.Target, when)]
            : null;

    [GeneratedRegex(
        @"^(?:[-–•*o\uF0B7]\s+(?=\S)|(?=\(?(?:\d{1,2}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})[.)\s]))(?<what>.*\S)\s*\((?<who>\p{Lu}[^();]{1,70})[,;]\s*(?<when>[^(),;]{3,40})\)\s*\.?$", RegexOptions.Singleline)]
    private static partial Regex Item();
}
