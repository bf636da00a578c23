using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using PartnershipEquality.Api.Pipeline;

namespace PartnershipEquality.Api.Http;

/// <summary>How much may be asked (<c>RateLimits</c> in configuration), by each process for itself.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Requests of one credential in a window.</summary>
    public int PerCredential { get; init; } = 600;

    /// <summary>Requests without a valid credential from one address in a window.</summary>
    public int PerAddress { get; init; } = 120;

    public int WindowSeconds { get; init; } = 60;
}

/// <summary>How somebody stands with their limit, as the answer tells them.</summary>
/// <param name="Policy">The limit's name: default for a credential, address for those who have shown none.</param>
/// <param name="Resets">In how many seconds the whole of it is there again.</param>
public sealed record RateStanding(string Policy, int Quota, int WindowSeconds, bool Allowed, int Remaining, int Resets);

/// <summary>
/// Counts requests in windows that begin with the first. A counter of our own: the framework's limiters keep their own
/// time, which a test cannot set, and tell no one when a window ends, which the headers must.
/// </summary>
public sealed class RateLimits(RateLimitOptions options, TimeProvider time)
{
    private const int Many = 10_000;

    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private long _nextSweep;

    public RateStanding OfCredential(string actor) => Look("default", options.PerCredential, actor, take: true);

    public RateStanding OfAddress(IPAddress? address, bool take) => Look("address", options.PerAddress, Network(address), take);

    private RateStanding Look(string policy, int quota, string who, bool take)
    {
        var (now, length) = (time.GetUtcNow(), TimeSpan.FromSeconds(options.WindowSeconds));
        Sweep(now, length);
        if (!take && !_windows.ContainsKey(who))
        {
            return new RateStanding(policy, quota, options.WindowSeconds, true, quota, options.WindowSeconds);
        }

        var window = _windows.GetOrAdd(who, _ => new Window());
        lock (window)
        {
            // A clock that was put back must not hold a window open.
            if (window.EndsAt <= now || window.EndsAt > now + length)
            {
                (window.EndsAt, window.Used) = (now + length, 0);
            }

            var allowed = window.Used < quota;
            window.Used += take && allowed ? 1 : 0;
            return new RateStanding(policy, quota, options.WindowSeconds, allowed, quota - window.Used,
                Math.Max(1, (int)Math.Ceiling((window.EndsAt - now).TotalSeconds)));
        }
    }

    /// <summary>Whoever has many addresses must not fill our memory with them: once a window, those that have ended go.</summary>
    private void Sweep(DateTimeOffset now, TimeSpan length)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (_windows.Count < Many || now.UtcTicks < due || Interlocked.CompareExchange(ref _nextSweep, (now + length).UtcTicks, due) != due)
        {
            return;
        }

        foreach (var (who, window) in _windows)
        {
            if (window.EndsAt <= now)
            {
                _windows.TryRemove(who, out _);
            }
        }
    }

    /// <summary>One IPv4 address, or the /64 that one IPv6 subscriber is given.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address?.ToString() ?? "nowhere";
    }

    private sealed class Window
    {
        public DateTimeOffset EndsAt { get; set; }

        public int Used { get; set; }
    }
}

/// <summary>
/// Holds every request under <c>/v1</c> to its limit and says on each answer how it stands. A credential has a limit of
/// its own; whoever shows none, or a wrong one, is counted by address, and once that is used up the gate is not even
/// asked, so that guessing is slow. A credential that was let in a moment ago is not made to pay for its neighbours.
/// </summary>
public static class RateLimiting
{
    /// <summary>Before authentication.</summary>
    public static void UseRateLimitOfStrangers(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.IsV1())
        {
            return next(context);
        }

        context.Response.OnStarting(() =>
        {
            if (context.Features.Get<RateStanding>() is { } standing)
            {
                context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture,
                    $"\"{standing.Policy}\";q={standing.Quota};w={standing.WindowSeconds}");
                context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture,
                    $"\"{standing.Policy}\";r={standing.Remaining};t={standing.Resets}");
                if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests)
                {
                    context.Response.Headers.RetryAfter = standing.Resets.ToString(CultureInfo.InvariantCulture);
                }
            }

            return Task.CompletedTask;
        });
        var known = context.RequestServices.GetRequiredService<IMemoryCache>().TryGetValue(Shown(context), out _)
            || IsPreflightOfPortal(context);
        return GoOnAsync(context, context.RequestServices.GetRequiredService<RateLimits>()
            .OfAddress(context.Connection.RemoteIpAddress, take: false), known, next);
    });

    /// <summary>After authentication, once it is known whose request it is.</summary>
    public static void UseRateLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.IsV1())
        {
            return next(context);
        }

        var (limits, caller) = (context.RequestServices.GetRequiredService<RateLimits>(),
            context.RequestServices.GetRequiredService<Caller>());
        if (!caller.IsKnown)
        {
            var portals = IsPreflightOfPortal(context);
            return GoOnAsync(context, limits.OfAddress(context.Connection.RemoteIpAddress, take: !portals), portals, next);
        }

        context.RequestServices.GetRequiredService<IMemoryCache>()
            .Set(Shown(context), true, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5), Size = 1 });
        return GoOnAsync(context, limits.OfCredential(caller.Actor), known: false, next);
    });

    private static Task GoOnAsync(HttpContext context, RateStanding standing, bool known, RequestDelegate next)
    {
        context.Features.Set(standing);
        if (standing.Allowed || known)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    /// <summary>It costs nothing and says nothing, and is not counted.</summary>
    private static bool IsPreflightOfPortal(HttpContext context) =>
        KnownOrigins.IsPreflight(context.Request)
            && context.RequestServices.GetRequiredService<KnownOrigins>().WasKnown(context.Request.Headers.Origin);

    /// <summary>The credential as it was shown, in a header or in the address, and nothing of it.</summary>
    private static object Shown(HttpContext context) =>
        (typeof(RateLimiting),
            Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization is [{ } header]
                ? header : context.Request.Path.Value ?? ""))));
}
