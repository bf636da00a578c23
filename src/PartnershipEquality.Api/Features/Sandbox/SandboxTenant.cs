using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Sandbox;

/// <summary>
/// Acts as a twin in a sandbox, by the ordinary requests and in transactions of its own, on behalf of the organisation whose sandbox it is.
/// </summary>
public sealed class SandboxTenant(IServiceScopeFactory scopes, Databases databases, TimeProvider time)
{
    /// <summary>The twin of one organisation, once those of all that the sandbox needs are there.</summary>
    public async Task<TenantScope> TwinAsync(Guid sandboxOf, Guid original, IReadOnlyCollection<Guid> originals, CancellationToken ct)
    {
        var at = time.GetUtcNow();
        await Sandboxes.EnsureAsync(databases.Platform, sandboxOf, originals, LondonDay.Of(at), at, ct);
        var twin = await Sandboxes.TwinAsync(databases.Platform, sandboxOf, original, ct);
        return await ScopeAsync(twin ?? throw new InvalidOperationException("The sandbox has no such organisation."), ct);
    }

    public async Task<TenantScope> ScopeAsync(Guid twin, CancellationToken ct) =>
        await WorkDue.ScopeAsync(databases.Platform, twin, LondonDay.Of(time.GetUtcNow()), ct)
            ?? throw new InvalidOperationException("The sandbox's organisation is gone.");

    public async Task<T> AskAsync<T>(TenantScope twin, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        TenantResolution.Enter(scope.ServiceProvider, twin);
        scope.ServiceProvider.GetRequiredService<Caller>().SetUpSandbox();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
