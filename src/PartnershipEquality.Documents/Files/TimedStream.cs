namespace PartnershipEquality.Documents.Files;

/// <summary>Bytes in memory that stop being read once the deadline has passed, also within a library that knows of none.</summary>
internal sealed class TimedStream(byte[] content, CancellationToken ct) : MemoryStream(content, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        ct.ThrowIfCancellationRequested();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        return base.Read(buffer);
    }
}
