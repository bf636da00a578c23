using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PartnershipEquality.Domain;

/// <summary>
/// Ids that sort as this process made them: UUID version 7 with a counter below the millisecond (RFC 9562, section 6.2,
/// method 1), so that the rows of a plan made in one instant keep the plan's order. Between processes ids say nothing of
/// what came first: what is latest is decided by an instant of its own.
/// </summary>
public static class Uuid
{
    private const int CounterBits = 12;
    private static long _last;

    /// <summary>
    /// By the machine's clock and no other. Ids never go back, so one made for the day of a preview would carry every
    /// later id of the process to that day.
    /// </summary>
    public static Guid New()
    {
        var wanted = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        long before, next;
        do
        {
            before = Volatile.Read(ref _last);
            next = Math.Max(before + 1, wanted);
        }
        while (Interlocked.CompareExchange(ref _last, next, before) != before);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)(next >> CounterBits) << 16) | 0x7000UL | ((ulong)next & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
