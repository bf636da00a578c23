using System.Text.Json.Serialization;

namespace PartnershipEquality.Domain.TargetDates;

/// <summary>How exactly the text named its dates; the window may be no finer than this.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetPrecision>))]
public enum TargetPrecision
{
    [JsonStringEnumMemberName("none")]
    None,
    [JsonStringEnumMemberName("day")]
    Day,
    [JsonStringEnumMemberName("month")]
    Month,
    [JsonStringEnumMemberName("quarter")]
    Quarter,
    [JsonStringEnumMemberName("season")]
    Season,
    [JsonStringEnumMemberName("financialYear")]
    FinancialYear,
    [JsonStringEnumMemberName("year")]
    Year,
}
