using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Data.ChangeLog;

/// <summary>
/// A place in an organisation's feed: everything up to it has been read. Within a generation it is ordered by the
/// transaction and then by the row in it; <c>Seq</c> 0 stands before a transaction's first row.
/// </summary>
/// <param name="Generation">It rises when the database is restored or moved; places of an earlier one mean nothing any more.</param>
public readonly record struct FeedPosition(int Generation, long Txid, long Seq) : IComparable<FeedPosition>
{
    private const int BoundLength = 8;
    private const int Length = BoundLength + sizeof(int) + sizeof(long) + sizeof(long);

    /// <summary>What the change that stands here is called, the same in the feed and wherever it is delivered.</summary>
    public string EventId => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evt_{Generation}_{Txid}_{Seq}");

    /// <summary>Reads a position's text, or refuses it: it is another organisation's, or none at all.</summary>
    public static FeedPosition Read(string text, Guid organisationId, string parameter = "after") =>
        TryRead(text, organisationId) ?? throw Refusal.Invalid("position-invalid", "The position is not one of your organisation's feed.",
            new FieldError(parameter, "position-invalid",
                "Give the nextCursor of the page before, or an export's position, as it was answered."));

    public static FeedPosition? TryRead(string text, Guid organisationId)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Length
            || !bytes[..BoundLength].SequenceEqual(Bound(organisationId)))
        {
            return null;
        }

        var position = new FeedPosition(
            BinaryPrimitives.ReadInt32BigEndian(bytes[BoundLength..]),
                BinaryPrimitives.ReadInt64BigEndian(bytes[(BoundLength + sizeof(int))..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[(BoundLength + sizeof(int) + sizeof(long))..]));
        return position is { Generation: > 0, Txid: >= 0, Seq: >= 0 } ? position : null;
    }

    /// <summary>As an opaque text that only this organisation can give back.</summary>
    public string ToText(Guid organisationId)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Bound(organisationId).CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[BoundLength..], Generation);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(BoundLength + sizeof(int))..], Txid);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(BoundLength + sizeof(int) + sizeof(long))..], Seq);
        return Base64Url.EncodeToString(bytes);
    }

    public int CompareTo(FeedPosition other) => (Generation, Txid, Seq).CompareTo((other.Generation, other.Txid, other.Seq));

    public static bool operator <(FeedPosition left, FeedPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedPosition left, FeedPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedPosition left, FeedPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedPosition left, FeedPosition right) => left.CompareTo(right) >= 0;

    private static ReadOnlySpan<byte> Bound(Guid organisationId) =>
        SHA256.HashData([.. "feed"u8, .. organisationId.ToByteArray()]).AsSpan(0, BoundLength);
}
