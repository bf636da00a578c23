using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans;

namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>
/// Counts words: each that a document's cells hold must be found as often in what was read of it. A person's eye for what is dropped in
/// silence.
/// </summary>
internal static partial class Conservation
{
    /// <summary>The words that are found less often than they were written.</summary>
    public static List<string> Lost(IEnumerable<string> cells, PlanReadingResult read)
    {
        var kept = Words(string.Join('\n', Texts(read)).ReplaceLineEndings(" ")).CountBy(word => word).ToDictionary();
        return [.. cells.SelectMany(cell => Words(WebUtility.HtmlDecode(Tags().Replace(cell, " ")))).CountBy(word => word)
            .Where(word => kept.GetValueOrDefault(word.Key) < 1)
                .Select(word => $"{word.Key} {word.Value} > {kept.GetValueOrDefault(word.Key)}")];
    }

    /// <summary>All the texts of a reading, each once for each place that it came from.</summary>
    public static IEnumerable<string> Texts(PlanReadingResult read)
    {
        foreach (var theme in read.Plan.Themes)
        {
            yield return $"{theme.Label} {theme.Number} {theme.Title}";
            foreach (var commitment in theme.Commitments)
            {
                yield return $"{commitment.Label} {commitment.Reference} {commitment.Title} {commitment.NotApplicable} " +
                    $"{string.Join(' ', commitment.PsedAims)} {string.Join(' ', commitment.ProtectedCharacteristics)} " +
                    $"{string.Join(' ', commitment.Related)}";
                foreach (var note in commitment.Notes.Concat(commitment.Actions.SelectMany(action => action.Notes)))
                {
                    yield return note.Text;
                }

                foreach (var a in commitment.Actions)
                {
                    yield return string.Join(' ', a.Label, a.Text, a.Outcome, a.Measures, a.Responsible, a.ResponsibleAsWritten,
                        a.Resources, a.Barriers, a.Stakeholders, a.Target, a.CrossReference, a.StatusText);
                    foreach (var milestone in a.Milestones)
                    {
                        yield return $"{milestone.Text} {milestone.Target}";
                    }
                }
            }
        }

        foreach (var text in read.Problems.Select(problem => problem.Text).Concat(read.Dropped.Select(dropped => dropped.Text))
            .Append(read.Narrative ?? "").Append(read.Title ?? ""))
        {
            yield return text;
        }

        foreach (var column in read.Tables.SelectMany(table => table.Columns))
        {
            yield return column.Heading;
        }
    }

    public static IEnumerable<string> Words(string text) =>
        Word().Matches(text.Normalize(NormalizationForm.FormC)).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"<[^<>]+>")]
    private static partial Regex Tags();
}
