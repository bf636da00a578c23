namespace PartnershipEquality.Api.Http;

/// <summary>How large a body may be; routes that take files say their own limit.</summary>
public static class BodyLimits
{
    public const long Json = 1024 * 1024;
}
