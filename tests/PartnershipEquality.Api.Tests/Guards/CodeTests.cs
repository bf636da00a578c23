using System.Reflection;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Which way the arrows point.</summary>
public sealed class CodeTests
{
    private static readonly Assembly Program = typeof(RequestHandlers).Assembly;

    private static readonly List<Type> Handlers =
        [.. Program.GetTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))];

    [Fact]
    public void The_domain_stands_on_nothing_but_the_runtime() =>
        typeof(Refusal).Assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void No_handler_comes_to_send_a_request_nor_to_whatever_could()
    {
        Handlers.Count.ShouldBeGreaterThanOrEqualTo(RequestHandlers.Requests.Count);

        Ways(m => m.DeclaringType is { } type && (type == typeof(Mediator) || type.Name is "IMediator" or "ISender" or "IPublisher"
            || type == typeof(IServiceScopeFactory) || type == typeof(IServiceProvider)
                || type == typeof(ServiceProviderServiceExtensions))).ShouldBeEmpty();
        Handlers.SelectMany(Given).Where(t => t.Name is "IMediator" or "ISender" or "IPublisher" || t == typeof(IServiceScopeFactory)
            || t == typeof(IServiceProvider)).ShouldBeEmpty();
    }

    [Fact]
    public void No_handler_comes_to_another_connection_than_its_request_s_own() =>
        Ways(m => m.DeclaringType == typeof(NpgsqlDataSource)
            || (m.DeclaringType == typeof(Databases) && m.Name.StartsWith("get_", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void No_handler_comes_to_anybody_else_s_server() => Ways(m => m.DeclaringType is { } type
        && (type == typeof(IMailTransport) || type.IsAssignableTo(typeof(HttpMessageInvoker))
            || type.Namespace?.StartsWith("System.Net.Sockets", StringComparison.Ordinal) == true
            || type == typeof(System.Net.Dns) || type.Namespace?.StartsWith("MailKit", StringComparison.Ordinal) == true)
        // A client that is made is no call yet, and how long one waits is no question to it.
        && !m.IsConstructor && !m.Name.StartsWith("get_", StringComparison.Ordinal)
            && !m.Name.StartsWith("set_", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_guards_see_what_is_far_away()
    {
        var steps = Program.GetTypes().Single(t => t.Name == "SandboxSteps").GetMethods();

        new CallGraph(Program).WaysTo(steps, m => m.DeclaringType == typeof(IServiceScopeFactory) || m.Name == "CreateAsyncScope")
            .ShouldNotBeEmpty("through SandboxTenant, by an extension");
        new CallGraph(Program).WaysTo(steps, m => m.DeclaringType == typeof(Databases))
            .ShouldNotBeEmpty("through SandboxTenant, which is given them");
    }

    private static IReadOnlyList<string> Ways(Func<MethodBase, bool> sought) => new CallGraph(Program).WaysTo(
        Handlers.SelectMany(
            h => h.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
                    sought);

    /// <summary>What is given to a type's constructor, and to what that is given, as far as it is the program's own.</summary>
    private static IEnumerable<Type> Given(Type type)
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([type]);
        while (open.TryDequeue(out var next))
        {
            foreach (var given in next.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType).Where(seen.Add))
            {
                yield return given;
                if (given.Assembly == Program)
                {
                    open.Enqueue(given);
                }
            }
        }
    }
}
