namespace PartnershipEquality.Domain.Imports;

/// <summary>Finds, in the text before a table, the line that heads it.</summary>
internal static class ThemeAbove
{
    private const int Nearest = 3;
    private const int MostWords = 16;

    public static SourceText? Of(IReadOnlyList<SourceText> texts) =>
        texts.LastOrDefault(text => NumberLabel.Of(text.Text) is { Written: not null, Rest.Length: > 0 } && text.Text.Length < PlanLimits.Title)
            ?? texts.TakeLast(Nearest).LastOrDefault(IsHeading);

    public static bool IsHeading(SourceText text) =>
        text.IsHeading || (text.Text[^1] is not ('.' or ';' or ',') && text.Text.Split(' ').Length <= MostWords && !CellFlow.StartsLower(text.Text) && text.Text[0] is not ('-' or '•'));
}
