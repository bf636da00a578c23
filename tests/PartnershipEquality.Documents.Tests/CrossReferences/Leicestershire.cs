using PartnershipEquality.Documents.CrossReferences;

namespace PartnershipEquality.Documents.Tests.CrossReferences;

/// <summary>The seven authorities of the sample plan, and the body outside that it names.</summary>
internal static class Leicestershire
{
    public static IReadOnlyList<KnownAuthority> Authorities { get; } =
    [
        Authority(1, "BDC", "Blaby District Council"),
        Authority(2, "CBC", "Charnwood Borough Council"),
        Authority(3, "HDC", "Harborough District Council"),
        Authority(4, "HBBC", "Hinckley and Bosworth Borough Council"),
        Authority(5, "MBC", "Melton Borough Council", "MDC"),
        Authority(6, "NWL", "North West Leicestershire District Council", "NWLDC"),
        Authority(7, "OWDC", "Oadby and Wigston Borough Council", "OWBC"),
    ];

    public static IReadOnlyList<string> OutsideBodies { get; } = ["WELLAND PARTNERSHIP"];

    private static readonly CrossReferenceVocabulary Vocabulary = new(Authorities, OutsideBodies);

    public static CrossReference Read(string? text) => CrossReferenceReader.Read(text, Vocabulary);

    private static KnownAuthority Authority(byte number, string code, string name, params string[] aliases) =>
        new(new Guid(number, 0, 0, new byte[8]), code, name, aliases);
}
