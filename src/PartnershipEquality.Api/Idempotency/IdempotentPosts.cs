using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

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
            && context.GetEndpoint() is RouteEndpoint && context.Features.Get<PresentedSecret>() is { } presented && context.RequestServices.GetRequiredService<Caller>().IsKnown
                ? OnceAsync(context, IdempotencyKey.Read(header), presented, next)
                : next(context));

    private static async Task OnceAsync(HttpContext context, string key, PresentedSecret presented, RequestDelegate next)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (caller, db) = (services.GetRequiredService<Caller>(), services.GetRequiredService<EqualityDb>());
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        using var seal = new AnswerSeal(presented.Bytes, caller.OrganisationId, caller.Actor, key);
        var fingerprint = await seal.FingerprintAsync(context.Request, ct);
        var (answer, replayed) = await services.GetRequiredService<OneTransaction>().RunAsync(readOnly: false, async () =>
        {
            var found = await FindAsync(db, caller, key, now, ct);
            if (found is null)
            {
                await LockAsync(db, caller, key, ct);
                // Once more, in a statement after the lock: it sees what whoever held it has committed.
                found = await FindAsync(db, caller, key, now, ct);
            }

            if (found is var (first, closed))
            {
                return CryptographicOperations.FixedTimeEquals(first, fingerprint)
                    ? (KeptAnswer.Read(seal.Open(closed)), true)
                    : throw new Refusal(RefusalKind.Unusable, "idempotency-mismatch", "The Idempotency-Key was used for another request in the last 24 hours. Give each request a key of its own.");
            }

            var fresh = await KeptAnswer.OfAsync(context, next);
            if (fresh.Status < StatusCodes.Status400BadRequest)
            {
                await KeepAsync(db, caller, key, fingerprint, seal.Close(fresh.Write()), now + Kept, ct);
            }

            return (fresh, false);
        }, ct);
        if (replayed)
        {
            context.Response.Headers[Replayed] = "true";
        }

        await answer.SendAsync(context.Response, ct);
    }

    /// <summary>Held until the transaction ends, however it ends; nobody waits for it, since who sends the same again while it runs had better wait than hold a connection.</summary>
    private static async Task LockAsync(EqualityDb db, Caller caller, string key, CancellationToken ct)
    {
        var got = await new Sql($"select pg_try_advisory_xact_lock({LockOf(caller.OrganisationId, caller.Actor, key)})").ReadAsync(db, r => r.GetBoolean(0), ct);
        if (!got.Single())
        {
            throw Refusal.Conflict("idempotency-running", "The first request with this Idempotency-Key is still running. Send the same again when it has ended.");
        }
    }

    internal static long LockOf(Guid organisationId, string credential, string key) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"idempotency {organisationId} {credential} {key}")));

    private static async Task<(byte[] Fingerprint, byte[] Answer)?> FindAsync(EqualityDb db, Caller caller, string key, DateTimeOffset now, CancellationToken ct)
    {
        var found = await new Sql($"""
            select fingerprint, answer from idempotency_keys
            where organisation_id = {caller.OrganisationId} and credential = {caller.Actor} and key = {key} and expires_at > {now}
            """).ReadAsync(db, r => (r.GetFieldValue<byte[]>(0), r.GetFieldValue<byte[]>(1)), ct);
        return found.Count == 0 ? null : found[0];
    }

    private static async Task KeepAsync(EqualityDb db, Caller caller, string key, byte[] fingerprint, byte[] answer, DateTimeOffset until, CancellationToken ct)
    {
        await new Sql($"""
            insert into idempotency_keys (organisation_id, credential, key, fingerprint, answer, expires_at)
            values ({caller.OrganisationId}, {caller.Actor}, {key}, {fingerprint}, {answer}, {until})
            on conflict (organisation_id, credential, key) do update set fingerprint = excluded.fingerprint, answer = excluded.answer, expires_at = excluded.expires_at
            """).RunAsync(db, ct);
        await WorkDue.EnsureAsync(db, caller.OrganisationId, OrganisationWork.Tidy, until, ct);
    }
}
