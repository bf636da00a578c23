using MediatR;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>Checks the rules that stand on a request's fields before anything is read or written, whoever sent it.</summary>
public sealed class BodyValidation<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        FieldRules.Check(request);
        return next();
    }
}
