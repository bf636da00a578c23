using System.IO.Compression;
using System.IO.Pipelines;
using System.Xml;

namespace PartnershipEquality.Documents.Writing;

/// <summary>
/// The zip that an Office document is, written part by part straight to where it goes (ECMA-376 part 2), so that a
/// plan of any length costs no more memory than one of its rows. The libraries for it keep all parts until the end.
/// </summary>
public sealed class OfficeFile : IAsyncDisposable
{
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly PipeWriter _pipe;
    private readonly ZipArchive _zip;

    private OfficeFile(PipeWriter pipe, ZipArchive zip) => (this._pipe, this._zip) = (pipe, zip);

    /// <param name="to">Where the bytes go; it need not be seekable.</param>
    /// <param name="main">The main part's path and content type.</param>
    /// <param name="others">The other parts: paths, content types and relationship types from the main one.</param>
    /// <param name="title">The document's title, for its properties.</param>
    public static async Task<OfficeFile> BeginAsync(Stream to, (string Path, string Type) main,
        IReadOnlyList<(string Path, string Type, string Relationship)> others, string title, CancellationToken ct)
    {
        // The end of each zipped part is written synchronously, which a response refuses and a pipe takes.
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        var package = new OfficeFile(pipe,
            await ZipArchive.CreateAsync(pipe.AsStream(leaveOpen: true), ZipArchiveMode.Create, leaveOpen: true, null, ct));
        await package.WriteAsync("[Content_Types].xml", async xml =>
        {
            const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
            await xml.WriteStartElementAsync(null, "Types", Types);
            await EmptyAsync(xml, Types, "Default", ("Extension", "rels"),
                ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
            await EmptyAsync(xml, Types, "Override", ("PartName", $"/{main.Path}"), ("ContentType", main.Type));
            await EmptyAsync(xml, Types, "Override", ("PartName", "/docProps/core.xml"),
                ("ContentType", "application/vnd.openxmlformats-package.core-properties+xml"));
            foreach (var (path, type, _) in others)
            {
                await EmptyAsync(xml, Types, "Override", ("PartName", $"/{path}"), ("ContentType", type));
            }

            await xml.WriteEndElementAsync();
        }, ct);
        await package.WriteRelationshipsAsync("_rels/.rels",
            [($"{Relationships}/officeDocument", main.Path),
                ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")], ct);
        var folder = Path.GetDirectoryName(main.Path)!;
        await package.WriteRelationshipsAsync($"{folder}/_rels/{Path.GetFileName(main.Path)}.rels",
            [.. others.Select(o => (o.Relationship, Path.GetRelativePath(folder, o.Path).Replace('\\', '/')))], ct);
        await package.WriteAsync("docProps/core.xml", async xml =>
        {
            const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
            await xml.WriteStartElementAsync("cp", "coreProperties", Core);
            await xml.WriteElementStringAsync("dc", "title", "http://purl.org/dc/elements/1.1/", Printable(title));
            await xml.WriteEndElementAsync();
        }, ct);
        return package;
    }

    /// <summary>One part, flushed as it grows.</summary>
    public async Task WriteAsync(string path, Func<XmlWriter, Task> write, CancellationToken ct)
    {
        await using var part = await _zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await using var xml = XmlWriter.Create(part, new XmlWriterSettings { Async = true, CloseOutput = false });
        await xml.WriteStartDocumentAsync(standalone: true);
        await write(xml);
        await xml.WriteEndDocumentAsync();
    }

    public static async Task EmptyAsync(XmlWriter xml, string ns, string name, params (string Name, string Value)[] attributes)
    {
        await xml.WriteStartElementAsync(null, name, ns);
        foreach (var (attribute, value) in attributes)
        {
            await xml.WriteAttributeStringAsync(null, attribute, null, value);
        }

        await xml.WriteEndElementAsync();
    }

    /// <summary>The text without the characters that XML 1.0 cannot hold.</summary>
    public static string Printable(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        return string.Concat(text.EnumerateRunes()
            .Where(r => r.Value > 0xFFFF || (r.Value != 0xFFFD && XmlConvert.IsXmlChar((char)r.Value))));
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _pipe.CompleteAsync();
    }

    private Task WriteRelationshipsAsync(string path, IReadOnlyList<(string Type, string Target)> targets, CancellationToken ct) =>
        WriteAsync(path, async xml =>
    {
        await xml.WriteStartElementAsync(null, "Relationships", PackageRelationships);
        for (var i = 0; i < targets.Count; i++)
        {
            await EmptyAsync(xml, PackageRelationships, "Relationship", ("Id", $"rId{i + 1}"), ("Type", targets[i].Type),
                ("Target", targets[i].Target));
        }

        await xml.WriteEndElementAsync();
    }, ct);
}
