using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Api.Features.Access;
using PartnershipEquality.Api.Features.Imports;
using PartnershipEquality.Api.Features.Plans.Schemes;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Sandbox;

/// <summary>
/// What takes several tenants to do: first a request of the caller's own, then the requests of a twin, then the caller's
/// again. Each is committed by itself and none within another's transaction; what had been done is taken back when a
/// later one fails.
/// </summary>
public sealed class SandboxSteps(IMediator mediator, Caller caller, SandboxTenant sandbox, ReadImportsWork imports,
    ILogger<SandboxSteps> logger)
{
    private const int MostSchemes = 20;

    public async Task<SandboxCopy> CopyAsync(CopyToSandbox request, CancellationToken ct)
    {
        var plan = await mediator.Send(request, ct);
        var owner = await sandbox.TwinAsync(caller.OrganisationId, plan.Scheme.OwnerId, plan.Organisations, ct);
        if ((await sandbox.AskAsync(owner, new ListSchemes(null, MostSchemes, null), ct)).Items.Count(
            s => s.OwnerId == owner.OrganisationId) >= MostSchemes)
        {
            throw Refusal.Conflict("sandbox-full",
                $"The sandbox holds {MostSchemes} copies already. Undo the import of one with a test key of its owner, then copy again.");
        }

        var applied = await ApplyAsync(owner, plan, ct);
        return await OrTakeBackAsync(
            async () =>
            {
                await mediator.Send(new RecordSandboxCopy(plan.Scheme.Id, plan.Scheme.Version, applied.SchemeId), ct);
                return new SandboxCopy(applied.SchemeId, applied.Reference, applied.Counts, await mediator.Send(new GetSandbox(), ct));
            },
            async () =>
            {
                await sandbox.AskAsync(owner, new UndoImport(applied.ImportId), CancellationToken.None);
                await sandbox.AskAsync(owner, new AbandonImport(applied.ImportId, "*"), CancellationToken.None);
            });
    }

    public async Task<ApiKeyCreated> CreateKeyAsync(CreateTestKey request, CancellationToken ct)
    {
        var wanted = await mediator.Send(request, ct);
        await sandbox.TwinAsync(caller.OrganisationId, caller.OrganisationId, [caller.OrganisationId], ct);
        var twins = (await mediator.Send(new GetSandbox(), ct)).Organisations;
        var code = request.Body.Organisation;
        var twin = twins.FirstOrDefault(t => code is null
            ? t.TwinOf == caller.OrganisationId : string.Equals(t.Code, code, StringComparison.OrdinalIgnoreCase))
            ?? throw Refusal.Field("#/organisation", "unknown-value", $"Give one of: {string.Join(", ", twins.Select(t => t.Code))}.");
        var actsAs = await sandbox.ScopeAsync(twin.Id, ct);
        var created = await sandbox.AskAsync(actsAs, new CreateApiKey(wanted), ct);
        return await OrTakeBackAsync(
            async () =>
            {
                await mediator.Send(new RecordTestKey(created.Key.Scopes, created.Key.ExpiresAt), ct);
                return created;
            },
            // A key that was never shown opens nothing, and is not left to lie about.
            () => sandbox.AskAsync(actsAs, new RevokeApiKey(created.Key.Id, "*"), CancellationToken.None));
    }

    private async Task<ImportApplied> ApplyAsync(TenantScope owner, PlanToCopy plan, CancellationToken ct)
    {
        var scheme = plan.Scheme;
        var upload = new UploadImport($"{scheme.Reference}.csv", plan.Table, scheme.Title, scheme.StartsOn, scheme.EndsOn, null,
            scheme.Stage, Sample: scheme.Sample);
        var import = await sandbox.AskAsync(owner, upload, ct);
        return await OrTakeBackAsync(
            async () =>
            {
                if (import.Status == ImportStatus.Reading)
                {
                    // A large plan is left to a worker otherwise; here somebody waits for it.
                    await imports.ReadImportsAsync(owner, ct);
                }

                return await sandbox.AskAsync(owner, new ApplyImport(import.Id), ct);
            },
            () => sandbox.AskAsync(owner, new AbandonImport(import.Id, "*"), CancellationToken.None));
    }

    private async Task<T> OrTakeBackAsync<T>(Func<Task<T>> step, Func<Task> takeBack)
    {
        try
        {
            return await step();
        }
        catch (Exception failed)
        {
            try
            {
                await takeBack();
            }
            catch (Exception e) when (e is Refusal or NpgsqlException or DbUpdateException)
            {
                // Why the step failed is what its caller has to hear.
                logger.LogError(e, "What was left in a sandbox cannot be taken back after: {Reason}", failed.Message);
            }

            throw;
        }
    }
}
