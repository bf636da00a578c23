namespace PartnershipEquality.Domain.Board;

/// <summary>How many of the expected assignments have each headline; the counts sum to all that is expected.</summary>
/// <param name="Completed">Reported as completed.</param>
/// <param name="Overdue">Not completed, and a delivery was due before the day.</param>
/// <param name="NotUpdated">None of those, and a review period has ended without an update.</param>
/// <param name="OffTrack">None of those, and reported off track.</param>
/// <param name="AtRisk">None of those, and reported at risk.</param>
/// <param name="OnTrack">None of those, and reported on track.</param>
/// <param name="NotStarted">None of those, and not started.</param>
/// <param name="NotApplicable">Said not to apply, which the owner has not accepted.</param>
public sealed record HeadlineCounts(int Completed, int Overdue, int NotUpdated, int OffTrack, int AtRisk, int OnTrack, int NotStarted,
    int NotApplicable)
{
    public int Of(Headline headline) => headline switch
    {
        Headline.Completed => Completed,
        Headline.Overdue => Overdue,
        Headline.NotUpdated => NotUpdated,
        Headline.OffTrack => OffTrack,
        Headline.AtRisk => AtRisk,
        Headline.OnTrack => OnTrack,
        Headline.NotStarted => NotStarted,
        Headline.NotApplicable => NotApplicable,
        _ => throw new ArgumentOutOfRangeException(nameof(headline), headline, null),
    };

    /// <summary>
    /// The counts as people say them: "5 of 7 completed, 1 overdue, 1 not updated". Completed is always said, also
    /// at nought; the rest where there are any, so that the numbers add up to the whole.
    /// </summary>
    public string Sentence()
    {
        var expected = Enum.GetValues<Headline>().Sum(Of);
        return expected == 0
            ? "Nothing expected"
            : string.Join(", ", Enum.GetValues<Headline>().Where(h => h != Headline.Completed && Of(h) > 0)
                .Select(h => $"{Of(h)} {Headlines.WordOf(h)}").Prepend($"{Completed} of {expected} completed"));
    }
}
