using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// Bytes in, tables and texts out. What a file is, its content says; its name only decides between kinds of text.
/// Whatever cannot be read is a <see cref="Refusal"/> that tells what to do, and everything happens in memory.
/// </summary>
public static class FileReader
{
    public static SourceDocument Read(string fileName, byte[] content, CancellationToken ct) =>
        Read(fileName, content, ReadingLimits.Time, ct);

    internal static SourceDocument Read(string fileName, byte[] content, TimeSpan time, CancellationToken ct)
    {
        if (content.Length > ReadingLimits.FileBytes)
        {
            throw FileRefusal.TooLarge();
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(time);
        var kind = FileSignature.KindOf(content);
        try
        {
            var budget = new ReadingBudget(deadline.Token);
            var document = kind switch
            {
                FileKind.Nothing => throw FileRefusal.Empty(),
                FileKind.Pdf => throw FileRefusal.Pdf(),
                FileKind.Picture => throw FileRefusal.KindUnknown("The file is a picture."),
                FileKind.Zip => ReadZip(fileName, content, budget),
                FileKind.Compound => ReadCompound(fileName, content, budget),
                FileKind.OldWorkbook => OldWorkbook.Read(fileName, content, budget),
                _ => TextFile.Read(fileName, content, budget),
            };
            return document.Blocks.Count > 0 ? document : throw FileRefusal.Empty();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw FileRefusal.TooSlow();
        }
        catch (Exception e) when (e is not (Refusal or OperationCanceledException or OutOfMemoryException))
        {
            // The libraries throw whatever comes to hand on damaged input; to the sender it is one thing.
            throw FileRefusal.Broken(kind switch
            {
                FileKind.Zip => "a Word document or Excel workbook",
                FileKind.Compound or FileKind.OldWorkbook => "an Excel workbook",
                _ => "text",
            });
        }
    }

    private static SourceDocument ReadZip(string fileName, byte[] content, ReadingBudget budget)
    {
        var package = OfficePackage.Inspect(content, budget);
        return package.IsWord ? WordDocument.Read(fileName, package, budget) : ExcelWorkbook.Read(fileName, package, budget);
    }

    private static SourceDocument ReadCompound(string fileName, byte[] content, ReadingBudget budget)
    {
        CompoundFile.RefuseUnlessWorkbook(fileName, content);
        return OldWorkbook.Read(fileName, content, budget);
    }
}
