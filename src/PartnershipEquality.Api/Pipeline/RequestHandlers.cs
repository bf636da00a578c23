using System.Reflection;
using MediatR;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>Finds the requests and handlers of this program, and refuses to start when one of them is not held to a permission.</summary>
public static class RequestHandlers
{
    public static IReadOnlyList<Type> Requests { get; } =
        [.. typeof(RequestHandlers).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IBaseRequest)))];

    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        if (Requests.Where(r => r.GetCustomAttributes<NeedsAttribute>().Count() != 1).Select(r => r.Name)
            .ToList() is { Count: > 0 } unguarded)
        {
            throw new InvalidOperationException(
                $"Each request carries exactly one permission or [ForTimetable]: {string.Join(", ", unguarded)}");
        }

        foreach (var type in typeof(RequestHandlers).Assembly.GetTypes().Where(t => !t.IsAbstract && !t.IsGenericTypeDefinition))
        {
            foreach (var handles in type.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            {
                services.AddScoped(handles, type);
            }
        }

        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Caller>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<OneTransaction>();
        // First registered runs outermost: who may ask, whether it makes sense, then the transaction.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionCheck<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(BodyValidation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TenantTransaction<,>));
        return services;
    }
}
