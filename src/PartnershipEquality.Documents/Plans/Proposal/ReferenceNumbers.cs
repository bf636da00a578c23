using System.Globalization;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// Gives each theme and commitment the number that the plan gives it, and where it gives none, or gives one twice, a stable one from
/// its place: "3.2" is the second under theme 3. Each that is ours is said to be.
/// </summary>
internal sealed class ReferenceNumbers(ProblemList problems)
{
    private const int MostNamed = 3;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public void Give(IReadOnlyList<DraftTheme> themes)
    {
        NumberThemes(themes);
        var all = themes.SelectMany(theme => theme.Commitments).ToList();
        var unclear = all.Where(commitment => commitment.Reference is null || !_taken.Add(commitment.Reference)).ToHashSet();
        var unnumbered = all.Where(commitment => commitment.Reference is null).ToList();
        for (var i = 0; i < themes.Count; i++)
        {
            for (var j = 0; j < themes[i].Commitments.Count; j++)
            {
                if (unclear.Contains(themes[i].Commitments[j]))
                {
                    Derive(themes[i].Commitments[j], themes[i].Number ?? (i + 1).ToString(CultureInfo.InvariantCulture), j + 1);
                }
            }
        }

        if (unnumbered.Count > MostNamed)
        {
            problems.Warning(null, CanonicalColumns.Reference, "reference-derived",
                $"The plan gives no number to {unnumbered.Count} of its {all.Count} commitments; {unnumbered[0].Reference} to " +
                $"{unnumbered[^1].Reference} are made from their places.", "Keep them, or give the plan's own.");
            return;
        }

        foreach (var commitment in unnumbered)
        {
            problems.Warning(commitment.Place, CanonicalColumns.Reference.Header, "reference-derived",
                $"The plan gives no number here; {commitment.Reference} is made from its place.", "Keep it, or give the plan's own.");
        }
    }

    /// <summary>A theme without a number between numbered ones: a page has cut it off, or a person has forgotten it.</summary>
    private void NumberThemes(IReadOnlyList<DraftTheme> themes)
    {
        var numbers = themes.Select(theme => theme.Number).OfType<string>().ToHashSet();
        for (var i = 0; numbers.Count > 0 && i < themes.Count; i++)
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (themes[i].Number is null && !numbers.Contains(number)
                && (i == 0 || themes[i - 1].Number == i.ToString(CultureInfo.InvariantCulture)))
            {
                themes[i].Number = number;
                problems.Warning(themes[i].Place, CanonicalColumns.ThemeNumber.Header, "theme-number-derived",
                    $"The theme {ProblemList.Quote(themes[i].Title)} has no number that can be read; {number} is its place.",
                        "Correct it, if the plan has another.");
            }
        }
    }

    private void Derive(DraftCommitment commitment, string theme, int position)
    {
        var written = commitment.Reference;
        var reference = $"{theme}.{written ?? position.ToString(CultureInfo.InvariantCulture)}";
        for (var i = position; !_taken.Add(reference); i++)
        {
            reference = $"{theme}.{i}";
        }

        commitment.Reference = reference;
        if (written is not null)
        {
            problems.Warning(commitment.Place, CanonicalColumns.Reference.Header, "reference-derived",
                $"The number {ProblemList.Quote(written)} stands under another theme too; {reference} is made from both.",
                "Keep it, or give the plan's own.");
        }
    }
}
