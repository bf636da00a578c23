using System.Buffers.Binary;
using System.Text;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// Tells the kinds of OLE2 file apart by the names in its directory. The names are looked for where entries may stand
/// (every 128 bytes) and no chain of sectors is followed, so a damaged or cyclic one does no harm.
/// </summary>
internal static class CompoundFile
{
    private const int EntryBytes = 128;

    public static void RefuseUnlessWorkbook(string fileName, byte[] content)
    {
        var names = Names(content);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo") || names.Contains("DRMEncryptedDataSpace"))
        {
            throw FileRefusal.Protected();
        }

        var workbook = names.Contains("Workbook") || names.Contains("Book");
        // One may be embedded in the other; then the name decides.
        if (names.Contains("WordDocument") && !(workbook && Path.GetExtension(fileName).Equals(".xls", StringComparison.OrdinalIgnoreCase)))
        {
            throw FileRefusal.OldWord();
        }

        if (!workbook)
        {
            throw FileRefusal.KindUnknown(names.Contains("PowerPoint Document")
                ? "The file is a presentation." : "The file is an Office file of another kind, or damaged.");
        }

        if (names.Contains("_VBA_PROJECT_CUR") || names.Contains("_VBA_PROJECT"))
        {
            throw FileRefusal.Macros(".xlsx");
        }
    }

    private static HashSet<string> Names(byte[] content)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 512; at + EntryBytes <= content.Length; at += EntryBytes)
        {
            // Length in bytes with the closing zero; type 1 is a storage, 2 a stream, 5 the root.
            var length = BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(at + 64));
            if (length is >= 4 and <= 64 && length % 2 == 0 && content[at + 66] is 1 or 2 or 5)
            {
                var name = Encoding.Unicode.GetString(content, at, length - 2);
                if (name.All(c => c is >= ' ' and < '\u007F'))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }
}
