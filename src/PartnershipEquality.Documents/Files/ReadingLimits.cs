using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// How much of a file is read. The largest real plans are a hundredth of this; what is beyond it is a mistake or an attack.
/// </summary>
internal static class ReadingLimits
{
    public const int FileBytes = 25 * 1024 * 1024;

    /// <summary>
    /// What the parts of a zip may come to, as counted while they are unpacked: the sizes that a zip declares prove nothing.
    /// </summary>
    public const long UnpackedBytes = 200L * 1024 * 1024;

    /// <summary>Text packs to a tenth or so; past this many times its size, and past the floor below, a file was made to explode.</summary>
    public const int PackingRatio = 200;
    public const long RatioFloorBytes = 20L * 1024 * 1024;
    public const int ZipEntries = 5_000;

    public const long XmlPartBytes = 100L * 1024 * 1024;
    public const int XmlDepth = 200;
    public const int Relationships = 20_000;

    /// <summary>Elements in all parts of a workbook, which is streamed.</summary>
    public const int WorkbookElements = 8_000_000;

    /// <summary>Elements in all parts of a Word document, whose tree is held in memory: some 300 bytes each.</summary>
    public const int WordElements = 1_000_000;

    /// <summary>One stretch of text between two tags.</summary>
    public const int XmlTextCharacters = 1_000_000;

    public const int Merges = 100_000;
    public const int Tables = 500;

    /// <summary>A heading and as many rows as a plan may have.</summary>
    public const int Rows = PlanLimits.Rows + 1;
    public const int Columns = 100;
    public const int Cells = 2_000_000;
    public const int CellCharacters = 32_000;
    public const int Characters = 20_000_000;
    public const int Lines = 100_000;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
}
