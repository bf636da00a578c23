using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>JSON merge patch (RFC 7396): a field that is absent stays, one that is null is cleared.</summary>
public static class MergePatch
{
    /// <summary>Lays the patch over what can be edited now, and answers the whole of it, bound and checked.</summary>
    public static T Apply<T>(T current, JsonElement patch)
        where T : class
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.Field("#", "format", "Send a JSON object with the fields to change.");
        }

        var edited = Merged(current, patch);
        FieldRules.Check(new Document(edited));
        return edited;
    }

    private static T Merged<T>(T current, JsonElement patch)
        where T : class
    {
        try
        {
            var merged = JsonSerializer.SerializeToNode(current, JsonSettings.Options)!.AsObject();
            Merge(merged, JsonObject.Create(patch, new JsonNodeOptions { PropertyNameCaseInsensitive = false })!);
            return merged.Deserialize<T>(JsonSettings.Options)!;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Text is read only now: half a surrogate pair shows itself here and not when the body was bound.
            throw Refusal.Invalid("malformed-json", "The body is not well-formed JSON: a text in it is not Unicode.");
        }
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch.ToList())
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private sealed record Document(object Body);
}
