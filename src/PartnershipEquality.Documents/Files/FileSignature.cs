namespace PartnershipEquality.Documents.Files;

/// <summary>What a file is by its own first bytes, whatever its name says.</summary>
internal enum FileKind
{
    Nothing,
    Zip,

    /// <summary>OLE2: Office before 2007, and any protected Office file.</summary>
    Compound,

    /// <summary>A bare stream of records, as Excel wrote before version 5.</summary>
    OldWorkbook,
    Pdf,
    Picture,
    Text,
}

internal static class FileSignature
{
    public static FileKind KindOf(ReadOnlySpan<byte> content) => content switch
    {
        [] => FileKind.Nothing,
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => FileKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.Compound,
        [0x09, 0x00 or 0x02 or 0x04 or 0x08, 0x04 or 0x06 or 0x08 or 0x10, 0x00, ..] => FileKind.OldWorkbook,
        [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] or [0x49, 0x49, 0x2A, 0x00, ..]
            or [0x4D, 0x4D, 0x00, 0x2A, ..] => FileKind.Picture,
        // A PDF may have some bytes before its mark.
        _ => content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : FileKind.Text,
    };
}
