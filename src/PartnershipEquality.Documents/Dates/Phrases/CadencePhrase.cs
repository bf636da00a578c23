namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>How often: "each year", "quarterly", "every 3 years", "twice a year"; in months, or in weeks where no month fits.</summary>
internal sealed record Cadence(int Next, int Months, int Weeks = 0)
{
    /// <summary>A review cadence is kept in whole months, so a shorter one becomes a month.</summary>
    public int ReviewMonths => Math.Max(Months, 1);

    /// <summary>By school terms, which are not equally long.</summary>
    public bool ByTerm { get; init; }

    /// <summary>What the same word may mean instead.</summary>
    public Cadence? Or { get; init; }
}

internal static class CadencePhrase
{
    private static readonly (PhraseSet Phrases, int Months, int Weeks)[] Fixed =
    [
        (Vocabulary.Phrases("annual", "annually", "yearly", "each year", "every year", "per year", "a year", "per annum", "p . a",
            "p . a .", "pa", "once a year", "once per year", "once every year", "on an annual basis", "on a yearly basis",
                "each and every year", "year on year"), 12, 0),
        (Vocabulary.Phrases("twice yearly", "1 / 2 yearly", "½ yearly", "twice a year", "twice per year", "twice each year",
            "twice every year", "twice annually", "two times a year", "half yearly", "half year", "each half year", "every half year",
                "on a six monthly basis", "on a half yearly basis"), 6, 0),
        (Vocabulary.Phrases("three times a year", "three times per year"), 4, 0),
        (Vocabulary.Phrases("quarterly", "1 / 4 ly", "¼ ly", "1 / 4 yearly", "¼ yearly", "qtrly", "quaterly", "quarterley", "each quarter",
            "every quarter", "per quarter", "once a quarter", "on a quarterly basis", "four times a year"), 3, 0),
        (Vocabulary.Phrases("monthly", "each month", "every month", "per month", "once a month", "on a monthly basis", "month on month"), 1,
            0),
        (Vocabulary.Phrases("every other year", "every second year"), 24, 0),
        (Vocabulary.Phrases("every other month", "every second month"), 2, 0),
        (Vocabulary.Phrases("triennial", "triennially", "every third year"), 36, 0),
        (Vocabulary.Phrases("weekly", "each week", "every week", "per week", "on a weekly basis"), 0, 1),
        (Vocabulary.Phrases("fortnightly", "each fortnight", "every fortnight", "every other week"), 0, 2),
    ];

    // The dictionaries keep biannual and biennial apart and call bimonthly both; people do not, so each offers the other meaning.
    private static readonly (PhraseSet Phrases, int Months, int OrMonths, int OrWeeks)[] Doubtful =
    [
        (Vocabulary.Phrases("biannual", "biannually", "bi annual", "bi annually"), 6, 24, 0),
        (Vocabulary.Phrases("biennial", "biennially", "bi ennial", "bi ennially"), 24, 6, 0),
        (Vocabulary.Phrases("bimonthly", "bi monthly"), 2, 0, 2),
    ];

    private static readonly PhraseSet Termly = Vocabulary.Phrases("termly", "each term", "every term", "once a term");

    public static Cadence? Read(Tokens tokens, int index)
    {
        if (tokens.AfterAny(index, Termly) is var termly and > 0)
        {
            return new Cadence(termly, 4) { ByTerm = true };
        }

        var longest = Counted(tokens, index);
        foreach (var (phrases, months, orMonths, orWeeks) in Doubtful)
        {
            if (tokens.AfterAny(index, phrases) is var doubtful and > 0)
            {
                return new Cadence(doubtful, months) { Or = new Cadence(doubtful, orMonths, orWeeks) };
            }
        }

        foreach (var (phrases, months, weeks) in Fixed)
        {
            var after = tokens.AfterAny(index, phrases);
            if (after > (longest?.Next ?? 0))
            {
                longest = new Cadence(after, months, weeks);
            }
        }

        return longest;
    }

    // "every 3 years", "3 yearly", "six-monthly", "on a 6 monthly basis"
    private static Cadence? Counted(Tokens tokens, int index)
    {
        var start = tokens.After(index, ["on", "a"]) is var basis and > 0 ? basis : index;
        var isEvery = tokens[start].Word is "every" or "each";
        start = isEvery ? start + 1 : start;
        var token = tokens[start];
        var count = token.Kind == TokenKind.Number && token.Word.Length <= 2 ? NumericDate.Number(token) : Vocabulary.Count(token.Word);
        if (count < 1)
        {
            return null;
        }

        var unit = tokens[start + 1].Is("-") ? start + 2 : start + 1;
        var next = tokens[unit + 1].Is("basis") ? unit + 2 : unit + 1;
        return (tokens[unit].Word, isEvery) switch
        {
            ("years" or "year", true) or ("yearly", _) => new Cadence(next, 12 * count),
            ("months" or "month", true) or ("monthly", _) => new Cadence(next, count),
            ("quarters", true) => new Cadence(next, 3 * count),
            ("weeks" or "week", true) or ("weekly", _) => new Cadence(next, 0, count),
            _ => null,
        };
    }
}
