using System.Text.Json;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>An event as it is sent: the very item of the feed, so that whoever reads both reads one form.</summary>
internal static class EventBody
{
    public static string Of(ChangeEvent change) => JsonSerializer.Serialize(change, JsonSettings.Options);
}
