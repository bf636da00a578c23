using System.Text;
using System.Text.Json;
using static PartnershipEquality.Api.Tests.Clients.CSharpText;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>The records and enums of the C# client: one for each schema of the document.</summary>
internal static class CSharpContracts
{
    public static string Write(JsonElement document)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")
            .Replace("namespace", "using System.Text.Json.Serialization;\n\nnamespace", StringComparison.Ordinal));
        var patches = PatchesOf(document);
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            text.Append('\n');
            Comment(text, "", "summary", Words(schema.Value) ?? $"{schema.Name}.");
            if (schema.Value.TryGetProperty("enum", out var names))
            {
                Enum(text, schema.Name, names);
            }
            else
            {
                Record(text, schema.Name, schema.Value, patches.Contains(schema.Name));
            }
        }

        return text.ToString();
    }

    /// <summary>The schemas whose fields are left alone unless said.</summary>
    private static HashSet<string> PatchesOf(JsonElement document) =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where operation.Name == "patch" && operation.Value.TryGetProperty("requestBody", out _)
           from content in operation.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject()
           select TypeOf(content.Value.GetProperty("schema")),
    ];

    private static void Enum(StringBuilder text, string name, JsonElement names)
    {
        text.Append("[JsonConverter(typeof(NamedValue<").Append(name).Append(">))]\npublic enum ").Append(name).Append("\n{\n");
        text.Append("    /// <summary>A value that is newer than this client.</summary>\n    Unrecognised,\n");
        foreach (var value in names.EnumerateArray().Select(v => v.GetString()!))
        {
            var member = Pascal(value);
            text.Append('\n');
            if (JsonNamingPolicy.CamelCase.ConvertName(member) != value)
            {
                text.Append("    [JsonStringEnumMemberName(\"").Append(value).Append("\")]\n");
            }

            text.Append("    ").Append(member).Append(",\n");
        }

        text.Append("}\n");
    }

    private static void Record(StringBuilder text, string name, JsonElement schema, bool patch)
    {
        text.Append("public sealed record ").Append(name).Append("\n{\n");
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
        var first = true;
        foreach (var field in schema.GetProperty("properties").EnumerateObject())
        {
            text.Append(first ? "" : "\n");
            first = false;
            Comment(text, "    ", "summary", Words(field.Value));
            var type = TypeOf(field.Value);
            var always = !patch && required.Contains(field.Name) && !IsNullable(field.Value);
            text.Append("    public ").Append(always ? "required " : "").Append(patch
                ? $"Patched<{type}{(IsNullable(field.Value) ? "?" : "")}>" : always ? type : $"{type}?")
                .Append(' ').Append(Pascal(field.Name)).Append(" { get; init; }\n");
        }

        text.Append("}\n");
    }
}
