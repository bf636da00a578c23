using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipEquality.Client;

/// <summary>
/// An enum by its names. A name that is newer than this client reads as the first value, Unrecognised, so that a value
/// added to the API breaks nobody who only reads; it cannot be sent.
/// </summary>
internal sealed class NamedValue<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().Where(v => !v.Equals(default(T))).ToDictionary(
        value => value,
        value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static readonly Dictionary<string, T> Values = Names.ToDictionary(n => n.Value, n => n.Key);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Values.GetValueOrDefault(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Names.TryGetValue(value, out var name)
            ? name : throw new JsonException($"{typeof(T).Name} has no value to send: name one of {string.Join(", ", Names.Values)}."));
}
