namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>Why a text was left away.</summary>
public enum DroppedKind
{
    RepeatedHeader,
    RepeatedHeading,
    PageFurniture,
}

/// <summary>A text that only repeats what stands elsewhere.</summary>
/// <param name="Table">The table it stood in; null for text between tables.</param>
public sealed record DroppedText(DroppedKind Kind, string Text, int? Table, int Row);
