using System.IO.Compression;
using System.Text;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Files made to do harm, or mended to be odd.</summary>
internal static class HostileFile
{
    /// <summary>The same zip with one part's text changed.</summary>
    public static byte[] Patched(byte[] zip, string part, Func<string, string> change) =>
        Rewritten(zip, (name, xml) => name == part ? change(xml) : xml);

    /// <summary>The same document in the namespaces of ISO's strict conformance class.</summary>
    public static byte[] Strict(byte[] zip) => Rewritten(zip, (_, xml) => xml
        .Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
            StringComparison.Ordinal)
        .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
            StringComparison.Ordinal)
        .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));

    public static byte[] Rewritten(byte[] zip, Func<string, string, string> change)
    {
        using var read = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return Zip([.. read.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return (e.FullName, Encoding.UTF8.GetBytes(change(e.FullName, reader.ReadToEnd())));
        })]);
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The same zip with one more part of so many zero bytes, which pack to a thousandth.</summary>
    public static byte[] Bomb(byte[] zip, string part, long size, byte filling = 0)
    {
        using var bytes = new MemoryStream();
        bytes.Write(zip);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
        }

        var fresh = bytes.ToArray();
        using var made = new MemoryStream();
        using (var read = new ZipArchive(new MemoryStream(fresh), ZipArchiveMode.Read))
        using (var write = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in read.Entries)
            {
                using var from = entry.Open();
                using var to = write.CreateEntry(entry.FullName).Open();
                from.CopyTo(to);
            }

            using var bomb = write.CreateEntry(part, CompressionLevel.Optimal).Open();
            var block = new byte[1 << 20];
            Array.Fill(block, filling);
            for (var written = 0L; written < size; written += block.Length)
            {
                bomb.Write(block);
            }
        }

        return made.ToArray();
    }

    /// <summary>An OLE2 file whose directory holds these names: enough to be told apart, too little to be read.</summary>
    public static byte[] Compound(params string[] streams)
    {
        var bytes = new byte[512 * 8];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(bytes, 0);
        var at = 1024;
        foreach (var name in streams.Prepend("Root Entry"))
        {
            Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
            BitConverter.GetBytes((ushort)((name.Length + 1) * 2)).CopyTo(bytes, at + 64);
            bytes[at + 66] = name == "Root Entry" ? (byte)5 : (byte)2;
            at += 128;
        }

        return bytes;
    }
}
