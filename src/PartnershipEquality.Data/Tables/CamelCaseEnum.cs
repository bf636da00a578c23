using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartnershipEquality.Data.Tables;

/// <summary>An enum is kept as the text the API speaks ("notStarted"), so that SQL, JSON and CSV say one thing.</summary>
public sealed class CamelCaseEnum<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Texts =
        Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static readonly Dictionary<string, T> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Write(T value) => Texts[value];

    public static T Read(string text) => Values[text];
}
