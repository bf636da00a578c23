using System.Data;
using System.Reflection;
using MediatR;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// One transaction a request: the handler's changes and their log are saved and committed together, and any exception
/// leaves nothing behind. Where one is open already it joins: a preview, which its maker takes back, or a POST whose
/// answer is kept in it.
/// </summary>
public sealed class TenantTransaction<TRequest, TResponse>(OneTransaction transaction, EqualityDb db, ChangeLog log)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly bool ReadOnly = typeof(TRequest).GetCustomAttribute<NeedsAttribute>()!.ReadOnly;

    private static readonly IsolationLevel Isolation =
        typeof(TRequest).GetCustomAttribute<NeedsAttribute>() is ReadsAttribute { AtOneMoment: true }
            ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        transaction.IsOpen ? HandleAsync(next, cancellationToken)
            : transaction.RunAsync(ReadOnly, () => HandleAsync(next, cancellationToken), cancellationToken, Isolation);

    private async Task<TResponse> HandleAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var response = await next();
        if (!ReadOnly)
        {
            await log.WriteToAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return response;
    }
}
