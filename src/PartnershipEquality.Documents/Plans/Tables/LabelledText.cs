using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// A part of a text and the label before it, which names a column of a plan: "Lead: Head of HR". What stands before the first label has
/// none.
/// </summary>
internal sealed record LabelledPart(string? Label, PlanColumn Column, string Text);

/// <summary>Takes a paragraph apart at its labels: "1.1 Publish a profile. Lead: Head of HR. Target date: March 2012."</summary>
internal static partial class LabelledText
{
    private const int MostWords = 7;
    private const int Longest = 4000;

    /// <summary>The parts; none where no label stands in it.</summary>
    /// <param name="others">Labels that name no column of a plan, but stand before several of its paragraphs.</param>
    public static IReadOnlyList<LabelledPart> Of(string text, IReadOnlySet<string> others)
    {
        if (text.Length > Longest)
        {
            return [];
        }

        var labels = new List<(int Start, int End, string Label, PlanColumn Column)>();
        foreach (Match match in Label().Matches(text))
        {
            var label = match.Groups["label"];
            if (ColumnOf(label.Value) is { } column)
            {
                labels.Add((label.Index, match.Index + match.Length, label.Value, column));
            }
            else if (label.Index == 0 && others.Contains(LooseWord.KeyOf(label.Value)))
            {
                labels.Add((0, match.Index + match.Length, label.Value, PlanColumn.Note));
            }
        }

        if (labels.Count == 0)
        {
            return Dashed().Match(text) is { Success: true } dashed && ColumnOf(dashed.Groups["label"].Value) is { } named
                && !IsLevel(named)
                ? [new LabelledPart(dashed.Groups["label"].Value, named, Trim(text[dashed.Length..]))]
                : [];
        }

        var parts = new List<LabelledPart>();
        if (Trim(text[..labels[0].Start]) is { Length: > 0 } before)
        {
            parts.Add(new LabelledPart(null, PlanColumn.Action, before));
        }

        for (var i = 0; i < labels.Count; i++)
        {
            parts.Add(new LabelledPart(labels[i].Label, labels[i].Column,
                Trim(text[labels[i].End..(i + 1 < labels.Count ? labels[i + 1].Start : text.Length)])));
        }

        return parts;
    }

    /// <summary>A short label before a text that names no column: "Baseline: 40%".</summary>
    public static string? OtherLabelOf(string text) =>
        text.Length <= Longest && Label().Match(text) is { Success: true, Index: 0 } match && match.Groups["label"].Value is var label
            && char.IsUpper(label[0]) && label.Split(' ').Length <= 4 && match.Length < text.Length ? LooseWord.KeyOf(label) : null;

    /// <summary>What an item of a plan begins with, where its label says so.</summary>
    public static bool IsLevel(PlanColumn column) =>
        column is PlanColumn.Theme or PlanColumn.ThemeNumber or PlanColumn.Reference or PlanColumn.Commitment or PlanColumn.Action;

    private static PlanColumn? ColumnOf(string label) =>
        label.Split(' ').Length <= MostWords && ColumnMeaning.IsName(label)
            && ColumnMeaning.Of(label).Column is var column and not PlanColumn.Note ? column : null;

    // Only the marks that set the parts of a paragraph apart: those at the end of a sentence say nothing of their own.
    private static string Trim(string text)
    {
        text = text.Trim(' ', ';', ',', '|', '–', '—');
        text = text.StartsWith('(') && !text.Contains(')', StringComparison.Ordinal) ? text[1..] : text;
        text = text.EndsWith('(') ? text[..^1].TrimEnd() : text;
        text = text.EndsWith(')') && !text.Contains('(', StringComparison.Ordinal) ? text[..^1].TrimEnd() : text;
        return text.EndsWith('.') && text.IndexOf('.', StringComparison.Ordinal) == text.Length - 1 ? text[..^1].TrimEnd() : text;
    }

    [GeneratedRegex(@"(?:^|(?<=[.;,|(\)–—?]\s*)|(?<=\s[-]\s)|(?<=\s{2}))(?<label>\p{L}[\p{L}’' /&()-]{1,60}?)\s*\??:(?:\s+|$)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<label>\p{L}[\p{L}’' /&]{1,40}?)\s+[-–—]\s+")]
    private static partial Regex Dashed();
}
