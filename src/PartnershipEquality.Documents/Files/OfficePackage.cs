using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// A zip, looked through before any library opens it: what it is, that it unpacks to a bounded size, and that its XML is
/// well formed, shallow and free of entities. What was not looked through is not read.
/// </summary>
internal sealed class OfficePackage
{
    private const string ContentTypes = "[Content_Types].xml";

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // Else a megabyte of spaces is held for nothing.
        IgnoreWhitespace = true,
    };

    private static readonly XmlReaderSettings Streaming = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly byte[] _content;
    private readonly ReadingBudget _budget;
    private readonly HashSet<string> _inspected = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _types = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;
    private int _elements;

    private OfficePackage(byte[] content, ReadingBudget budget)
    {
        this._content = content;
        this._budget = budget;
    }

    public bool IsWord { get; private set; }

    private int MaxElements => IsWord ? ReadingLimits.WordElements : ReadingLimits.WorkbookElements;

    public static OfficePackage Inspect(byte[] content, ReadingBudget budget)
    {
        var package = new OfficePackage(content, budget);
        using var zip = new ZipArchive(new TimedStream(content, budget.Token), ZipArchiveMode.Read);
        if (zip.Entries.Count > ReadingLimits.ZipEntries)
        {
            throw FileRefusal.Explodes();
        }

        package.Recognise(zip);
        foreach (var entry in zip.Entries)
        {
            package.Inspect(entry);
        }

        return package;
    }

    /// <summary>
    /// The package as the library opens it: every read of its bytes looks at the deadline. A link that is no address, as
    /// people type them, is the library's to put up with.
    /// </summary>
    public T Open<T>(Func<Stream, bool, OpenSettings, T> open) =>
        open(new TimedStream(_content, _budget.Token), false, new OpenSettings { AutoSave = false });

    /// <summary>A part is read only if it was looked through.</summary>
    public T Inspected<T>(T part)
        where T : OpenXmlPart =>
        _inspected.Contains(part.Uri.OriginalString.TrimStart('/'))
            ? part : throw FileRefusal.Broken(IsWord ? "a Word document" : "an Excel workbook");

    /// <summary>A part to be read as a stream of elements, so that its size costs no memory.</summary>
    public XmlReader Xml(OpenXmlPart part) => XmlReader.Create(Inspected(part).GetStream(FileMode.Open, FileAccess.Read), Streaming);

    private void Recognise(ZipArchive zip)
    {
        if (zip.GetEntry(ContentTypes) is { } declared)
        {
            Inspect(declared);
        }

        var names = zip.Entries.Select(e => e.FullName.Replace('\\', '/')).ToList();
        IsWord = Declares("wordprocessingml.document.main+xml") || Declares("wordprocessingml.template.main+xml") || Declares("ms-word.");
        if (_types.Any(t => t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            && t.EndsWith("main+xml", StringComparison.OrdinalIgnoreCase))
                || names.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw FileRefusal.Macros(IsWord ? ".docx" : ".xlsx");
        }

        if (IsWord || Declares("spreadsheetml.sheet.main+xml") || Declares("spreadsheetml.template.main+xml"))
        {
            return;
        }

        throw FileRefusal.KindUnknown(
            Declares("presentationml") ? "The file is a presentation."
            : Declares("sheet.binary") ? "The file is a binary workbook (.xlsb)."
            : names.Contains("mimetype") && names.Contains("content.xml") ? "The file is an OpenDocument file (.odt, .ods)."
            : "The file is a zip of something else.");
    }

    private bool Declares(string part) => _types.Any(t => t.Contains(part, StringComparison.OrdinalIgnoreCase));

    private void Inspect(ZipArchiveEntry entry)
    {
        _budget.Check();
        var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var most = _unpacked + (isXml ? ReadingLimits.XmlPartBytes : ReadingLimits.UnpackedBytes);
        using var stream = new CountingStream(entry.Open(), bytes => Count(bytes, most));
        if (isXml)
        {
            InspectXml(stream, entry.FullName);
            _inspected.Add(entry.FullName.Replace('\\', '/').TrimStart('/'));
        }

        stream.CopyTo(Stream.Null);
    }

    private void Count(int bytes, long most)
    {
        _budget.Check();
        _unpacked += bytes;
        if (_unpacked > Math.Min(most, ReadingLimits.UnpackedBytes)
            || (_unpacked > ReadingLimits.RatioFloorBytes && _unpacked / ReadingLimits.PackingRatio > _content.Length))
        {
            throw FileRefusal.Explodes();
        }
    }

    private void InspectXml(Stream stream, string name)
    {
        using var xml = XmlReader.Create(stream, Reading);
        // The library keeps every relationship and content type, and follows them.
        var most = name == ContentTypes || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            ? ReadingLimits.Relationships : int.MaxValue;
        var chunk = new char[8192];
        for (var here = 0; xml.Read();)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (++_elements > MaxElements || ++here > most || xml.Depth > ReadingLimits.XmlDepth)
                {
                    throw FileRefusal.TooComplex();
                }

                if (name == ContentTypes && xml.GetAttribute("ContentType") is { } type)
                {
                    _types.Add(type);
                }
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && xml.CanReadValueChunk)
            {
                var (length, read) = (0, 0);
                while ((read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
                {
                    length += read;
                    if (length > ReadingLimits.XmlTextCharacters)
                    {
                        throw FileRefusal.CellTooLong("The file");
                    }
                }
            }
        }
    }
}
