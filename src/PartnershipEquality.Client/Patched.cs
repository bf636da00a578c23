using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartnershipEquality.Client;

internal interface IMaybe
{
    bool IsSaid { get; }
}

/// <summary>
/// A field of a merge patch: left alone unless it is set, and cleared when it is set to null. Values turn into it by
/// themselves: <c>new SettingsPatch { MailReplyTo = "equality@example.org" }</c>.
/// </summary>
[JsonConverter(typeof(PatchedJson))]
public readonly record struct Patched<T>(T? Value) : IMaybe
{
    private readonly bool _said = true;

    bool IMaybe.IsSaid => _said;

    public static implicit operator Patched<T>(T? value) => new(value);
}

internal sealed class PatchedJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Patched<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Patched<T>>
    {
        public override bool HandleNull => true;

        public override Patched<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<T>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Patched<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
