namespace PartnershipEquality.Domain.Board;

/// <summary>
/// The one word for an assignment on a day: a partition of all that is expected, in this order, the first that
/// fits. What is late or silent comes before what its authority says of it, so that no report hides it.
/// </summary>
public enum Headline
{
    Completed,
    Overdue,
    NotUpdated,
    OffTrack,
    AtRisk,
    OnTrack,
    NotStarted,
    NotApplicable,
}

/// <summary>The colour that people know a headline by. Never shown without its word.</summary>
public enum Brag
{
    Blue,
    Green,
    Amber,
    Red,
    Grey,
}

public static class Headlines
{
    public static Brag ColourOf(Headline headline) => headline switch
    {
        Headline.Completed => Brag.Blue,
        Headline.OnTrack => Brag.Green,
        Headline.AtRisk => Brag.Amber,
        Headline.OffTrack or Headline.Overdue => Brag.Red,
        _ => Brag.Grey,
    };

    public static string WordOf(Headline headline) => headline switch
    {
        Headline.Completed => "completed",
        Headline.Overdue => "overdue",
        Headline.NotUpdated => "not updated",
        Headline.OffTrack => "off track",
        Headline.AtRisk => "at risk",
        Headline.OnTrack => "on track",
        Headline.NotStarted => "not started",
        Headline.NotApplicable => "not applicable",
        _ => throw new ArgumentOutOfRangeException(nameof(headline), headline, null),
    };

    /// <summary>The colour with its word, "red: overdue"; there is no way to have the colour's name alone.</summary>
    public static string InColour(Headline headline) => $"{ColourOf(headline).ToString().ToLowerInvariant()}: {WordOf(headline)}";
}
