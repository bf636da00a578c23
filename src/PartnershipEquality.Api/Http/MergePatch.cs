using System.Text.Json;
using System.Text.Json.Nodes;
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

        var merged = JsonSerializer.SerializeToNode(current, JsonSettings.Options)!.AsObject();
        Merge(merged, JsonObject.Create(patch, new JsonNodeOptions { PropertyNameCaseInsensitive = false })!);
        var edited = merged.Deserialize<T>(JsonSettings.Options)!;
        FieldRules.Check(new Document(edited));
        return edited;
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
