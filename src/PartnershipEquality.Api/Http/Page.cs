using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>A page of a list, and the cursor of the next one; null on the last.</summary>
/// <param name="Items">The items, in the list's order; an empty list when there are none.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor) : IPage;

/// <summary>Any page, whatever its items.</summary>
public interface IPage
{
    string? NextCursor { get; }
}

/// <summary>
/// Where a page begins: opaque, and bound to the organisation and the filter it was made for, so that a cursor of
/// another list is refused and not quietly read as this one's.
/// </summary>
public static class Cursor
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    public static int Limit(int? asked) => asked switch
    {
        null => DefaultLimit,
        >= 1 and <= MaxLimit => asked.Value,
        _ => throw Refusal.Field("limit", "out-of-range", $"Ask for 1 to {MaxLimit} items."),
    };

    /// <summary>Reads a cursor's key values, or answers null at the start of the list.</summary>
    public static IReadOnlyList<string>? Read(string? cursor, int values, params object?[] boundTo)
    {
        if (cursor is null)
        {
            return null;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(
                Convert.FromBase64String(cursor.Replace('-', '+').Replace('_', '/').PadRight((cursor.Length + 3) / 4 * 4, '=')));
            if (parts?.Length == values + 1 && parts[0] == Binding(boundTo) && parts.All(p => p is not null))
            {
                return parts[1..];
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or NotSupportedException)
        {
            // Falls through to the refusal: what is wrong with an opaque text is nobody's business.
        }

        throw Refusal.Invalid("cursor-invalid", "The cursor was made for another list, filter or organisation. Begin again without one.",
            new FieldError("cursor", "cursor-invalid", "Leave it out to begin at the start of the list."));
    }

    public static string Write(IEnumerable<string> values, params object?[] boundTo) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(values.Prepend(Binding(boundTo)).ToArray())).TrimEnd('=')
            .Replace('+', '-').Replace('/', '_');

    /// <summary>A page by id: one row more than asked for was read, so that the end is known without counting.</summary>
    public static Page<T> ById<T>(IReadOnlyList<T> read, int limit, Func<T, Guid> id, params object?[] boundTo) =>
        read.Count <= limit
            ? new Page<T>(read, null) : new Page<T>([.. read.Take(limit)], Write([id(read[limit - 1]).ToString()], boundTo));

    /// <summary>The id after which a page by id begins.</summary>
    public static Guid? After(string? cursor, params object?[] boundTo) =>
        Read(cursor, 1, boundTo) is { } key
            ? Guid.TryParse(key[0], out var id) ? id : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.") : null;

    /// <summary>A page by an instant, and by id where two share one: an id alone does not say which of two processes was first.</summary>
    public static Page<T> ByInstant<T>(IReadOnlyList<T> read, int limit, Func<T, (DateTimeOffset At, Guid Id)> place,
        params object?[] boundTo) =>
        read.Count <= limit ? new Page<T>(read, null) : new Page<T>([.. read.Take(limit)], Write(Place(place(read[limit - 1])), boundTo));

    /// <summary>The instant and the id after which a page by instant begins.</summary>
    public static (DateTimeOffset At, Guid Id)? AfterInstant(string? cursor, params object?[] boundTo) =>
        Read(cursor, 2, boundTo) is not { } key ? null
        : DateTimeOffset.TryParseExact(key[0], "O", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && Guid.TryParse(key[1], out var id) ? (at, id)
        : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.",
            new FieldError("cursor", "cursor-invalid", "Leave it out to begin at the start of the list."));

    private static string[] Place((DateTimeOffset At, Guid Id) place) =>
        [place.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), place.Id.ToString()];

    private static string Binding(object?[] boundTo) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(boundTo.Select(b => b?.ToString()))))
            .AsSpan(0, 8));
}
