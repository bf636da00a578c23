using System.Text.Json.Serialization;

namespace PartnershipEquality.Domain.TargetDates;

/// <summary>What sort of answer a target gives to "when?".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    [JsonStringEnumMemberName("date")]
    Date,
    [JsonStringEnumMemberName("month")]
    Month,
    [JsonStringEnumMemberName("season")]
    Season,
    [JsonStringEnumMemberName("quarter")]
    Quarter,
    [JsonStringEnumMemberName("financialYear")]
    FinancialYear,
    [JsonStringEnumMemberName("year")]
    Year,
    [JsonStringEnumMemberName("between")]
    Between,
    [JsonStringEnumMemberName("starting")]
    Starting,
    [JsonStringEnumMemberName("recurring")]
    Recurring,
    [JsonStringEnumMemberName("ongoing")]
    Ongoing,
    [JsonStringEnumMemberName("afterEvent")]
    AfterEvent,
    [JsonStringEnumMemberName("varies")]
    Varies,
    [JsonStringEnumMemberName("seeElsewhere")]
    SeeElsewhere,
    [JsonStringEnumMemberName("toBeConfirmed")]
    ToBeConfirmed,
    [JsonStringEnumMemberName("completed")]
    Completed,
    [JsonStringEnumMemberName("none")]
    None,
    [JsonStringEnumMemberName("unreadable")]
    Unreadable,
}
