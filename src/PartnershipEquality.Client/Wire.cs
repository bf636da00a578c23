using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PartnershipEquality.Client;

/// <summary>How values are written for the API and read from it.</summary>
internal static class Wire
{
    /// <summary>camelCase; what has no value is left out, and fields that are newer than this client are passed over.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutWhatIsNotSaid),
    };

    /// <summary>A value as it stands in a path.</summary>
    public static string Path(object value) => Uri.EscapeDataString(Text(value));

    public static string Query(IReadOnlyList<(string Name, object? Value)> query)
    {
        var given = query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(Text(q.Value!))}").ToList();
        return given.Count == 0 ? "" : $"?{string.Join('&', given)}";
    }

    public static string Text(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        Enum named => JsonSerializer.SerializeToElement(named, named.GetType(), Json).GetString()!,
        System.Collections.IEnumerable several => string.Join(',', several.Cast<object>().Select(Text)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void LeaveOutWhatIsNotSaid(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => typeof(IMaybe).IsAssignableFrom(p.PropertyType)))
        {
            property.ShouldSerialize = (_, value) => ((IMaybe)value!).IsSaid;
        }
    }
}
