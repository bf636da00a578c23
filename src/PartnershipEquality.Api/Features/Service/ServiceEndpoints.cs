using System.Globalization;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Service;

/// <summary>What the service says of itself, to whoever asks: no credential is needed.</summary>
internal static class ServiceEndpoints
{
    public static void Map(WebApplication app)
    {
        var v1 = app.MapGroup("/v1").WithTags("Service").AddEndpointFilter<Representation>().ProducesProblem(400);
        v1.MapGet("", (RateLimitOptions limits) => ServiceDetail.Of(limits))
            .WithName("GetService")
            .WithSummary("What this is, its version, and where to go from here");
        v1.MapGet("/changelog", () => new ChangelogDetail(Changelog.Days))
            .WithName("GetChangelog")
            .WithSummary("What changed in the API, the newest first")
            .WithDescription(
                "New fields, parameters and routes are added without notice; what goes is deprecated for twelve months first, and says so in Deprecation and Sunset headers.");
    }
}

/// <summary>The service, and where to go from here.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Version">The version of the API, as in its paths.</param>
/// <param name="ChangedOn">The day of the newest entry in the changelog.</param>
/// <param name="RateLimits">How much may be asked.</param>
/// <param name="Links">Where to go from here, by what it is.</param>
public sealed record ServiceDetail(string Name, string Version, DateOnly ChangedOn, ServiceLimits RateLimits, ServiceLinks Links)
{
    internal static ServiceDetail Of(RateLimitOptions limits) =>
        new("PartnershipEquality", "v1", Changelog.Days[0].On,
            new ServiceLimits(limits.PerCredential, limits.PerAddress, limits.WindowSeconds), ServiceLinks.Here);
}

/// <summary>How much may be asked of each process of the service. The RateLimit headers of each answer say how much is left.</summary>
/// <param name="PerCredential">Requests of one credential in a window.</param>
/// <param name="PerAddress">Requests without a valid credential from one address in a window.</param>
/// <param name="WindowSeconds">How long a window is.</param>
public sealed record ServiceLimits(int PerCredential, int PerAddress, int WindowSeconds);

/// <summary>Where to go from here.</summary>
/// <param name="Self">This.</param>
/// <param name="Docs">The manual, for people.</param>
/// <param name="OpenApi">The manual, for programs: an OpenAPI document.</param>
/// <param name="Changelog">What changed, and when.</param>
/// <param name="Limits">The rate limits and the other conventions, in the manual.</param>
/// <param name="Health">Whether the service can answer.</param>
/// <param name="Me">Who you are and what you may do; takes your credential.</param>
public sealed record ServiceLinks(string Self, string Docs, string OpenApi, string Changelog, string Limits, string Health, string Me)
{
    internal static ServiceLinks Here { get; } = new("/v1", "/docs", "/openapi/v1.json", "/v1/changelog", "/docs", "/health/ready",
        "/v1/me");
}

/// <summary>What changed in the API.</summary>
/// <param name="Items">By day, the newest first.</param>
public sealed record ChangelogDetail(IReadOnlyList<ChangelogDay> Items);

/// <summary>What changed on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Changes">Each change by itself.</param>
public sealed record ChangelogDay(DateOnly On, IReadOnlyList<ChangelogEntry> Changes);

/// <summary>One change.</summary>
/// <param name="Kind">added, changed, deprecated or removed.</param>
/// <param name="Text">What it is, in a sentence.</param>
public sealed record ChangelogEntry(ChangelogKind Kind, string Text);

/// <summary>What a change asks of integrations: nothing, a look, to move in time, to have moved.</summary>
public enum ChangelogKind
{
    Added,
    Changed,
    Deprecated,
    Removed,
}

/// <summary>The changelog as it is kept beside the code, in <c>changelog.md</c>.</summary>
internal static class Changelog
{
    public static IReadOnlyList<ChangelogDay> Days { get; } = Read();

    private static List<ChangelogDay> Read()
    {
        using var text = new StreamReader(typeof(Changelog).Assembly.GetManifestResourceStream("changelog.md")!);
        var days = new List<(DateOnly On, List<ChangelogEntry> Changes)>();
        ChangelogKind? kind = null;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                days.Add((DateOnly.ParseExact(line[3..], "yyyy-MM-dd", CultureInfo.InvariantCulture), []));
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                kind = Enum.Parse<ChangelogKind>(line[4..]);
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                days[^1].Changes.Add(new ChangelogEntry(kind!.Value, line[2..]));
            }
        }

        return days.ConvertAll(d => new ChangelogDay(d.On, d.Changes));
    }
}
