using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Sandbox;

/// <summary>Acts as a twin in a sandbox, by the ordinary requests and in transactions of its own, on behalf of the organisation whose sandbox it is.</summary>
public sealed class SandboxTenant(IServiceScopeFactory scopes, Databases databases, TimeProvider time)
{
    public async Task<Reach> ReachAsync(Guid twin, CancellationToken ct) =>
        await WorkDue.ReachAsync(databases.Platform, twin, LondonDay.Of(time.GetUtcNow()), ct) ?? throw new InvalidOperationException("The sandbox's organisation is gone.");

    public async Task<T> AskAsync<T>(Reach twin, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        TenantResolution.Enter(scope.ServiceProvider, twin);
        scope.ServiceProvider.GetRequiredService<Caller>().SetUpSandbox();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
