using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// The fields that a client wants of each thing (<c>fields=id,status,targets.text</c>), so that a page of a large list
/// is as small as what is shown of it. Exactly those are answered; one that there is not is refused by name.
/// </summary>
public sealed class FieldSelection
{
    public const string Parameter = "fields";

    private readonly SortedDictionary<string, FieldSelection?> _fields = new(StringComparer.Ordinal);

    private FieldSelection()
    {
    }

    /// <param name="text">What was asked; null for everything.</param>
    /// <param name="type">The thing that is answered, or that a page is made of.</param>
    public static FieldSelection? Of(string? text, Type type)
    {
        if (text is null)
        {
            return null;
        }

        var selection = new FieldSelection();
        foreach (var path in text.Split(',', StringSplitOptions.TrimEntries))
        {
            selection.Add(path.Split('.'), 0, type, path);
        }

        return selection;
    }

    public JsonNode? Keep(JsonNode? node) => node switch
    {
        JsonArray items => new JsonArray([.. items.Select(Keep)]),
        JsonObject thing =>
            new JsonObject(_fields.Where(f => thing.ContainsKey(f.Key))
                .Select(f => KeyValuePair.Create(f.Key, f.Value is null ? thing[f.Key]?.DeepClone() : f.Value.Keep(thing[f.Key])))),
        _ => node?.DeepClone(),
    };

    private void Add(string[] path, int depth, Type type, string whole)
    {
        var known = FieldsOf(type);
        if (!known.TryGetValue(path[depth], out var inner))
        {
            var before = depth == 0 ? "" : string.Join('.', path[..depth]) + ".";
            throw Refusal.Field(Parameter, "unknown-field", known.Count == 0
                ? $"\"{whole}\" goes too deep: there are no fields below {string.Join('.', path[..depth])}."
                : $"There is no field \"{whole}\". Give some of: {string.Join(", ", known.Keys.Select(name => before + name))}.");
        }

        if (depth == path.Length - 1)
        {
            _fields[path[depth]] = null;
        }
        else if (!_fields.TryGetValue(path[depth], out var below))
        {
            (_fields[path[depth]] = new FieldSelection())!.Add(path, depth + 1, inner, whole);
        }
        else
        {
            // The whole of it was asked for before: a part of it adds nothing, and is still held to be there.
            (below ?? new FieldSelection()).Add(path, depth + 1, inner, whole);
        }
    }

    private static Dictionary<string, Type> FieldsOf(Type type)
    {
        var info = JsonSettings.Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable when info.ElementType is { } item => FieldsOf(item),
            JsonTypeInfoKind.Object => info.Properties.ToDictionary(p => p.Name, p => p.PropertyType, StringComparer.Ordinal),
            _ => [],
        };
    }
}

/// <summary>What a client wants to come along with each thing (<c>expand=milestones</c>), to spare a request for each.</summary>
public static class Expansion
{
    public static IReadOnlyCollection<string> Of(string? text, params IReadOnlyCollection<string> known)
    {
        var wanted = text?.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal) ?? [];
        return wanted.All(known.Contains)
            ? wanted : throw Refusal.Field("expand", "unknown-value", $"Give some of: {string.Join(", ", known)}.");
    }
}
