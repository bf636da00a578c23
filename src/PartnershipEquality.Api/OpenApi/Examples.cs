using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>
/// Examples made by filling the real contract records and writing them as the API does, so that an example can
/// neither lack a field nor hold one that is gone. A new record gets its example without anybody writing one.
/// </summary>
public static class Examples
{
    private static readonly string[] NounEnds = ["Detail", "Row", "Created"];
    private static readonly ConcurrentDictionary<Type, object?> Made = new();

    /// <summary>What the API answers.</summary>
    public static JsonNode? Answer(Type type) => JsonSerializer.SerializeToNode(Of(type), type, JsonSettings.Options);

    /// <summary>What a client sends: the fields it has something to say in.</summary>
    public static JsonNode? Body(Type type)
    {
        var body = Answer(type);
        if (body is JsonObject fields)
        {
            foreach (var name in fields.Where(f => f.Value is null).Select(f => f.Key).ToList())
            {
                fields.Remove(name);
            }
        }

        return body;
    }

    public static object? Of(Type type) => Made.GetOrAdd(type, t => Make(t, t, ""));

    /// <summary>The example id of a field: the same everywhere, so that the examples fit each other.</summary>
    public static Guid Id(string field)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(field)));
        return Guid.Parse($"019aaf{hash[..2]}-{hash[2..6]}-7{hash[6..9]}-8{hash[9..12]}-{hash[12..24]}");
    }

    private static object? Make(Type type, Type owner, string field)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var item = ItemOf(plain);
        if (field.Length > 0 && Vocabulary.Knows(owner, field, out var known))
        {
            if (known is null)
            {
                return item is not null && Nullable.GetUnderlyingType(type) is null && !IsOptional(owner, field)
                    ? Array.CreateInstance(item, 0)
                    : plain.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(plain) : null;
            }

            if (known is ExampleFields fields)
            {
                return item is null ? Filled(plain, fields) : ListOf(item, Filled(item, fields));
            }

            if (plain.IsInstanceOfType(known))
            {
                return known;
            }

            if (item?.IsInstanceOfType(known) == true)
            {
                return ListOf(item, known);
            }
        }

        if (item is not null)
        {
            return ListOf(item, item == typeof(Guid)
                ? Id(field.EndsWith("Ids", StringComparison.Ordinal) ? field[..^1] : field) : Make(item, owner, ""));
        }

        if (plain.IsEnum)
        {
            return Vocabulary.OfEnum(plain) ?? Enum.GetValues(plain).GetValue(0);
        }

        return plain switch
        {
            _ when plain == typeof(string) => "Text",
            _ when plain == typeof(Guid) => Id(field == "Id" ? $"{NounOf(owner)}Id" : field),
            _ when plain == typeof(DateOnly) => new DateOnly(2026, 11, 23),
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
            _ when plain == typeof(bool) => false,
            _ when plain == typeof(int) => 1,
            _ when plain == typeof(long) => 1L,
            _ when plain == typeof(decimal) => 1m,
            _ when plain.IsClass && !plain.IsAbstract
                && plain.Namespace?.StartsWith("PartnershipEquality", StringComparison.Ordinal) == true => Filled(plain),
            _ => null,
        };
    }

    /// <summary>A contract with every field filled, whether its constructor takes it or it is set by name.</summary>
    private static object Filled(Type type, ExampleFields? fields = null)
    {
        object? Value(Type of, string name) => fields?.TryGetValue(name, out var given) == true ? given : Make(of, type, name);
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var filled = constructor.Invoke([.. parameters.Select(p => Value(p.ParameterType, p.Name!))]);
        foreach (var property in type.GetProperties().Where(p => p.IsDefined(typeof(RequiredMemberAttribute))))
        {
            property.SetValue(filled, Value(property.PropertyType, property.Name));
        }

        return filled;
    }

    private static Array ListOf(Type item, object? value)
    {
        var list = Array.CreateInstance(item, value is null ? 0 : 1);
        if (value is not null)
        {
            list.SetValue(value, 0);
        }

        return list;
    }

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && type.IsGenericType && type.GetGenericArguments() is [var item]
            && type.IsAssignableFrom(item.MakeArrayType()) ? item
        : type.IsArray ? type.GetElementType() : null;

    private static bool IsOptional(Type owner, string field) =>
        owner.GetProperty(field) is { } property && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static string NounOf(Type type) =>
        NounEnds.FirstOrDefault(end => type.Name.EndsWith(end, StringComparison.Ordinal)) is { } end ? type.Name[..^end.Length] : type.Name;
}
