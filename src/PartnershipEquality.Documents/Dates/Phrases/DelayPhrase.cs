using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>A time counted from something else: "within 6 months of", "3 months after", "two weeks from".</summary>
internal sealed record Delay(int Next, int Days, int Months, bool IsWithin)
{
    /// <summary>
    /// That long after the period; nobody says from which of its days, so from the last, and months after a month are whole.
    /// </summary>
    public TargetDate.OnDay? After(CalendarPeriod period, string text)
    {
        if (period.DueBy.Year >= PeriodPhrase.LastYear)
        {
            return null;
        }

        var due = period.Kind == TargetKind.Date ? period.DueBy.AddMonths(Months) : period.DueBy.AddDays(1).AddMonths(Months).AddDays(-1);
        return new TargetDate.OnDay(text, IsWithin ? period.Earliest : null, due.AddDays(Days)) { Derived = true };
    }
}

internal static class DelayPhrase
{
    public static Delay? Read(Tokens tokens, int index)
    {
        var isWithin = tokens[index].Is("within");
        var at = isWithin ? index + 1 : index;
        var count = tokens[at] switch
        {
            { Kind: TokenKind.Number, Word.Length: <= 2 } token => NumericDate.Number(token),
            { Word: "a" or "an" } => 1,
            var token => Vocabulary.Count(token.Word),
        };
        var unit = tokens[at + 1].Word is "working" or "calendar" ? at + 2 : at + 1;
        var next = unit + 1;
        if (count < 1 || !(tokens[next].Word is "of" or "after" or "from" || (tokens[next].Is("following") && !isWithin)))
        {
            return null;
        }

        return tokens[unit].Word switch
        {
            "day" or "days" => new Delay(next + 1, count, 0, isWithin),
            "week" or "weeks" => new Delay(next + 1, 7 * count, 0, isWithin),
            "month" or "months" => new Delay(next + 1, 0, count, isWithin),
            "year" or "years" => new Delay(next + 1, 0, 12 * count, isWithin),
            _ => null,
        };
    }
}
