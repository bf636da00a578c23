using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PartnershipEquality.Domain;

/// <summary>
/// Ids that sort as they were made: UUID version 7 with a counter below the millisecond (RFC 9562, section 6.2,
/// method 1), so that the rows of a plan made in one instant keep the plan's order.
/// </summary>
public static class Uuid
{
    private const int CounterBits = 12;
    private static long last;

    public static Guid New(DateTimeOffset at)
    {
        var wanted = at.ToUnixTimeMilliseconds() << CounterBits;
        long before, next;
        do
        {
            before = Volatile.Read(ref last);
            next = Math.Max(before + 1, wanted);
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)(next >> CounterBits) << 16) | 0x7000UL | ((ulong)next & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
