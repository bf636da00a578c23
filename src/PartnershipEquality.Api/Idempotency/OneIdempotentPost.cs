using System.Security.Cryptography;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>
/// The endpoint's work is several requests, each committed by itself. No transaction is open around them, so the key is
/// kept as running meanwhile: a process that falls between two of them leaves it so for a while, and then it may be used again.
/// </summary>
public sealed class InSteps;

/// <summary>One POST under its Idempotency-Key: done, or answered as it was the first time.</summary>
internal sealed class OneIdempotentPost(OneTransaction transaction, EqualityDb db, Caller caller, string key, ResponseSeal seal,
    byte[] fingerprint, DateTimeOffset now)
{
    /// <summary>What takes several steps has ended by then, or has died.</summary>
    private static readonly TimeSpan StepsLast = TimeSpan.FromMinutes(10);

    public Task<(StoredResponse Answer, bool Replayed)> InOneTransactionAsync(Func<Task<StoredResponse>> work, CancellationToken ct) =>
        transaction.RunAsync(readOnly: false, async () =>
    {
        if (await FirstAsync(ct) is { } first)
        {
            return (first, true);
        }

        var fresh = await work();
        if (fresh.Status < StatusCodes.Status400BadRequest)
        {
            await KeepAsync(seal.Close(fresh.Write()), now + IdempotentPosts.Kept, ct);
        }

        return (fresh, false);
    }, ct);

    public async Task<(StoredResponse Answer, bool Replayed)> InStepsAsync(Func<Task<StoredResponse>> work, CancellationToken ct)
    {
        var first = await transaction.RunAsync(readOnly: false, async () =>
        {
            var found = await FirstAsync(ct);
            if (found is null)
            {
                await KeepAsync([], now + StepsLast, ct);
            }

            return found;
        }, ct);
        if (first is not null)
        {
            return (first, true);
        }

        StoredResponse? fresh = null;
        try
        {
            fresh = await work();
            return (fresh, false);
        }
        finally
        {
            // What was done is kept, and what was refused is not, also when nobody waits for the answer any more.
            await transaction.RunAsync(readOnly: false, async () =>
            {
                await (fresh?.Status < StatusCodes.Status400BadRequest
                    ? KeepAsync(seal.Close(fresh.Write()), now + IdempotentPosts.Kept, CancellationToken.None)
                    : ForgetAsync(CancellationToken.None));
                return true;
            }, CancellationToken.None);
        }
    }

    /// <summary>What was answered before; null for the first to come, which holds the key until its transaction ends.</summary>
    private async Task<StoredResponse?> FirstAsync(CancellationToken ct)
    {
        var found = await FindAsync(ct);
        if (found is null)
        {
            await LockAsync(ct);
            // Once more, in a statement after the lock: it sees what whoever held it has committed.
            found = await FindAsync(ct);
        }

        return found is not var (theirs, closed) ? null
            : !CryptographicOperations.FixedTimeEquals(theirs, fingerprint)
                ? throw new Refusal(RefusalKind.Unusable, "idempotency-mismatch",
                    "The Idempotency-Key was used for another request in the last 24 hours. Give each request a key of its own.")
            : closed.Length == 0 ? throw StillRunning() : StoredResponse.Read(seal.Open(closed));
    }

    /// <summary>
    /// Held until the transaction ends, however it ends; nobody waits for it, since who sends the same again while it runs had better wait
    /// than hold a connection.
    /// </summary>
    private async Task LockAsync(CancellationToken ct)
    {
        var got = await new Sql(
            $"select pg_try_advisory_xact_lock({IdempotentPosts.LockOf(caller.OrganisationId, caller.Actor, key)})").ReadAsync(db,
                r => r.GetBoolean(0), ct);
        if (!got.Single())
        {
            throw StillRunning();
        }
    }

    private static Refusal StillRunning() =>
        Refusal.Conflict("idempotency-running",
            "The first request with this Idempotency-Key is still running. Send the same again when it has ended.");

    private async Task<(byte[] Fingerprint, byte[] Answer)?> FindAsync(CancellationToken ct)
    {
        var found = await new Sql($"""
            select fingerprint, answer from idempotency_keys
            where organisation_id = {caller.OrganisationId} and credential = {caller.Actor} and key = {key} and expires_at > {now}
            """).ReadAsync(db, r => (r.GetFieldValue<byte[]>(0), r.GetFieldValue<byte[]>(1)), ct);
        return found.Count == 0 ? null : found[0];
    }

    private async Task KeepAsync(byte[] answer, DateTimeOffset until, CancellationToken ct)
    {
        await new Sql($"""
            insert into idempotency_keys (organisation_id, credential, key, fingerprint, answer, expires_at)
            values ({caller.OrganisationId}, {caller.Actor}, {key}, {fingerprint}, {answer}, {until})
            on conflict (organisation_id, credential, key) do update
              set fingerprint = excluded.fingerprint, answer = excluded.answer, expires_at = excluded.expires_at
            """).RunAsync(db, ct);
        await WorkDue.EnsureAsync(db, caller.OrganisationId, WorkKind.Tidy, until, ct);
    }

    private Task<int> ForgetAsync(CancellationToken ct) =>
        new Sql($"""
            delete from idempotency_keys where organisation_id = {caller.OrganisationId} and credential = {caller.Actor} and key = {key}
            """).RunAsync(db, ct);
}
