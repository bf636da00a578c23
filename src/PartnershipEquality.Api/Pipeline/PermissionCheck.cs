using System.Reflection;
using MediatR;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>Holds every request to the permission that stands on it.</summary>
public sealed class PermissionCheck<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly NeedsAttribute Needs = typeof(TRequest).GetCustomAttribute<NeedsAttribute>()
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} names no permission.");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Needs is ForTimetableAttribute
            ? !caller.IsTimetable : Needs.Permission is { } permission && !caller.Permissions.Contains(permission))
        {
            throw Refusal.Forbidden("permission-missing",
                $"This needs the permission {Needs.Permission ?? "of the timetable"}, which your credential does not carry.");
        }

        return next();
    }
}
