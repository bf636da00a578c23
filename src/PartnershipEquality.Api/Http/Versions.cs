using System.Globalization;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>A single resource with a version of its own: answered with an ETag, changed only by who names it.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>
/// The tag is <c>"&lt;version&gt;-&lt;hash of the body&gt;"</c>. The hash makes a tag change whenever anything derived
/// in the body does (a day passed, another council reported); the version alone decides whether a change is based on
/// what is kept, so a tag fetched before midnight still serves after it.
/// </summary>
public static class Versions
{
    /// <summary>Refuses a change by somebody who names no version (428) or an older one (412).</summary>
    public static void Ensure(string? ifMatch, int version)
    {
        if (string.IsNullOrWhiteSpace(ifMatch))
        {
            throw new Refusal(RefusalKind.VersionMissing, "version-missing",
                "Send If-Match with the ETag of the version you changed, so that nobody's work is overwritten.");
        }

        if (ifMatch.Trim() == "*" || ifMatch.Split(',').Any(tag => VersionOf(tag.Trim()) == version))
        {
            return;
        }

        throw new Refusal(RefusalKind.Stale, "version-stale",
            "It has changed since you read it. Read it again and repeat your change on that.");
    }

    private static int? VersionOf(string tag) =>
        tag.Length > 2 && tag[0] == '"'
            && int.TryParse(tag.AsSpan(1, Math.Max(0, tag.IndexOf('-', StringComparison.Ordinal) - 1)), NumberStyles.None,
                CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
