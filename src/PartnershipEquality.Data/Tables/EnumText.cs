using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PartnershipEquality.Data.Tables;

/// <summary>An enum is kept as the text the API speaks ("notStarted"), so that SQL, JSON and CSV say one thing.</summary>
public static class EnumText
{
    public static string Of<T>(T value)
        where T : struct, Enum => Texts<T>.All[value];

    public static T Read<T>(string text)
        where T : struct, Enum => Texts<T>.Values[text];

    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum => Texts<T>.Values.TryGetValue(text, out value);

    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Texts<T>.All.Values;

    private static class Texts<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values = All.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}

/// <summary>Keeps an enum's column as <see cref="EnumText"/>.</summary>
public sealed class CamelCaseEnum<T>() : ValueConverter<T, string>(value => EnumText.Of(value), text => EnumText.Read<T>(text))
    where T : struct, Enum;
