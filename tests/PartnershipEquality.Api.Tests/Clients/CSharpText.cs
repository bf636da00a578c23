using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>How the document's words become C#: names, types and comments.</summary>
internal static class CSharpText
{
    public const string Head = """
        // Made from openapi/partnership-equality.v1.json: UPDATE_OPENAPI=1 dotnet test. Do not edit.
        #nullable enable

        namespace PartnershipEquality.Client;

        """;

    public static string Pascal(string name)
    {
        var text = new StringBuilder();
        var up = true;
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                text.Append(up ? char.ToUpperInvariant(letter) : letter);
            }

            up = !char.IsLetterOrDigit(letter);
        }

        return text.ToString();
    }

    /// <summary>A parameter's name, which may not be a word of the language.</summary>
    public static string Camel(string name) => Pascal(name) is var pascal && char.ToLowerInvariant(pascal[0]) + pascal[1..] is var camel && camel is "from" or "to" or "event" or "in" or "is" or "operator" ? "@" + camel : camel;

    /// <summary>The C# type of a schema, without a question mark.</summary>
    public static string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return reference.GetString()!.Split('/')[^1];
        }

        if (schema.TryGetProperty("allOf", out var parts))
        {
            return parts.GetArrayLength() == 1 ? TypeOf(parts[0]) : throw new NotSupportedException($"A client has no type for {schema}");
        }

        var format = schema.TryGetProperty("format", out var given) ? given.GetString() : null;
        return (schema.TryGetProperty("type", out var type) ? type.GetString() : null, format) switch
        {
            ("string", "uuid") => "Guid",
            ("string", "date") => "DateOnly",
            ("string", "date-time") => "DateTimeOffset",
            ("string", "uri") => "Uri",
            ("string", "binary") => "FileToSend",
            ("string", _) => "string",
            ("integer", "int64") => "long",
            ("integer", _) => "int",
            ("number", _) => "double",
            ("boolean", _) => "bool",
            ("array", _) => $"IReadOnlyList<{TypeOf(schema.GetProperty("items"))}>",
            ("object", _) when schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object => $"IReadOnlyDictionary<string, {TypeOf(values)}>",
            ("object" or null, _) when !schema.TryGetProperty("properties", out _) => "System.Text.Json.JsonElement",
            _ => throw new NotSupportedException($"A client has no type for {schema}"),
        };
    }

    public static bool IsNullable(JsonElement schema) => schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();

    public static string? Words(JsonElement json) => json.TryGetProperty("description", out var words) ? words.GetString() : null;

    /// <summary>An XML comment.</summary>
    public static void Comment(StringBuilder text, string indent, string element, string? words, string attributes = "")
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return;
        }

        var lines = words.ReplaceLineEndings("\n").Split('\n').Select(Escape).ToList();
        text.Append(indent).Append("/// <").Append(element).Append(attributes).Append('>').Append(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            text.Append('\n').Append(indent).Append("///").Append(line.Length > 0 ? " " : "").Append(line);
        }

        text.Append("</").Append(element).Append(">\n");
    }

    private static string Escape(string words) => words.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
