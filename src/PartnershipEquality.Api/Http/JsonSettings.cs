using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PartnershipEquality.Api.Http;

/// <summary>How the API writes and reads JSON: camelCase, enums as text, numbers as numbers, and no field that it does not know.</summary>
public static class JsonSettings
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new NamedValues());
        options.Converters.Add(new IsoDate());
        options.Converters.Add(new UtcInstant());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LeaveOutWithoutValue);
        return options;
    }

    /// <summary>
    /// An enum or an object of ours without a value is left out, never null: OpenAPI says "null or this named type"
    /// in a way that client generators turn into types nobody can use.
    /// </summary>
    private static void LeaveOutWithoutValue(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (Nullable.GetUnderlyingType(property.PropertyType)?.IsEnum == true
                || (property.PropertyType.IsClass
                    && property.PropertyType.Namespace?.StartsWith("PartnershipEquality", StringComparison.Ordinal) == true))
            {
                property.ShouldSerialize = (_, value) => value is not null;
            }
        }
    }

    /// <summary>Enums by name; an unknown name is answered with those there are.</summary>
    private sealed class NamedValues : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(NamedValue<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class NamedValue<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        private static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new FieldException("unknown-value", $"Give one of: {string.Join(", ", Values.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);
    }

    /// <summary>Written in UTC; read only with its offset, since a time without one means another moment on each machine.</summary>
    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 19 } text
                && (text[^1] == 'Z' || text[^6] is '+' or '-')
                && reader.TryGetDateTimeOffset(out var instant)
                ? instant
                : throw new FieldException("format", "Write the moment with its offset, as 2026-11-22T10:00:00Z.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }

    private sealed class IsoDate : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", out var day)
                ? day
                : throw new FieldException("format", "Write the date as YYYY-MM-DD.");

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
