using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Which way the arrows point.</summary>
public sealed class CodeTests
{
    [Fact]
    public void The_domain_stands_on_nothing_but_the_runtime() =>
        typeof(Refusal).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_handler_sends_a_request()
    {
        var handlers = typeof(RequestHandlers).Assembly.GetTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))).ToList();

        handlers.Count.ShouldBeGreaterThanOrEqualTo(RequestHandlers.Requests.Count);
        handlers.Where(h => h.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(IMediator) || p.ParameterType.Name == "ISender"))
            .ShouldBeEmpty();
    }
}
