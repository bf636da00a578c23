using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>
/// Every POST under <c>/v1</c> that carries an Idempotency-Key is done once. Its change and its answer are committed in
/// one transaction, and only then is anything sent: a process that falls at any moment has either done it and remembers,
/// or has not. A refusal takes back the whole transaction and is not remembered, so a corrected request may use the key.
/// </summary>
public static class IdempotentPosts
{
    public const string Replayed = "Idempotent-Replayed";

    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public static void UseIdempotency(this IApplicationBuilder app) => app.Use((context, next) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.TryGetValue(IdempotencyKey.Header, out var header)
            && context.GetEndpoint() is RouteEndpoint && context.Features.Get<PresentedSecret>() is { } presented
                && context.RequestServices.GetRequiredService<Caller>().IsKnown
                ? OnceAsync(context, IdempotencyKey.Read(header), presented, next)
                : next(context));

    private static async Task OnceAsync(HttpContext context, string key, PresentedSecret presented, RequestDelegate next)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (caller, db) = (services.GetRequiredService<Caller>(), services.GetRequiredService<EqualityDb>());
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        using var seal = new ResponseSeal(presented.Bytes, caller.OrganisationId, caller.Actor, key);
        var fingerprint = await seal.FingerprintAsync(context.Request, ct);
        var once = new OneIdempotentPost(services.GetRequiredService<OneTransaction>(), db, caller, key, seal, fingerprint, now);
        var (answer, replayed) = context.GetEndpoint()!.Metadata.GetMetadata<InSteps>() is null
            ? await once.InOneTransactionAsync(() => StoredResponse.OfAsync(context, next), ct)
            : await once.InStepsAsync(() => StoredResponse.OfAsync(context, next), ct);
        if (replayed)
        {
            context.Response.Headers[Replayed] = "true";
        }

        await answer.SendAsync(context.Response, ct);
    }

    internal static long LockOf(Guid organisationId, string credential, string key) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"idempotency {organisationId} {credential} {key}")));
}
