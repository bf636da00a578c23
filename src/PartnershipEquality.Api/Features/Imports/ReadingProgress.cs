using System.Threading.Channels;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>How far a file is: how many rows its tables have, and how many of them are understood.</summary>
internal readonly record struct RowsRead(int Rows, int Read);

/// <summary>
/// What a reading tells of itself, now and then, to whoever writes it down: each 500 rows or each second. The reading
/// waits for nobody: what it tells is queued, and there is never much of it.
/// </summary>
internal sealed class ReadingProgress(TimeProvider time) : IProgress<int>
{
    private const int EveryRows = 500;
    private static readonly TimeSpan EveryTime = TimeSpan.FromSeconds(1);

    private readonly Channel<RowsRead> _told = Channel.CreateUnbounded<RowsRead>(new() { SingleReader = true, SingleWriter = true });
    private RowsRead _last;
    private long _lastAt;

    /// <summary>The file is open and its rows are counted.</summary>
    public void Begin(int rows) => Tell(new RowsRead(rows, 0));

    /// <summary>So many of its rows are understood.</summary>
    public void Report(int value)
    {
        if (value - _last.Read >= EveryRows || (value > _last.Read && time.GetElapsedTime(_lastAt) >= EveryTime))
        {
            Tell(_last with { Read = value });
        }
    }

    public void End() => _told.Writer.TryComplete();

    public IAsyncEnumerable<RowsRead> ToldAsync(CancellationToken ct) => _told.Reader.ReadAllAsync(ct);

    private void Tell(RowsRead now)
    {
        (_last, _lastAt) = (now, time.GetTimestamp());
        _told.Writer.TryWrite(now);
    }
}
