using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// What a method of the program can come to call: read from the compiled code, through everything of the program's own.
/// A call of an interface or of what can be overridden goes to whatever of the program's implements it.
/// </summary>
internal sealed class CallGraph(Assembly assembly)
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (OpCode)f.GetValue(null)!)
            .ToDictionary(o => o.Value);

    private readonly Type[] _types = assembly.GetTypes();

    /// <summary>Each way from these methods to what is sought, as the names of the steps; one for each method that calls it.</summary>
    public IReadOnlyList<string> WaysTo(IEnumerable<MethodBase> from, Func<MethodBase, bool> sought)
    {
        var ways = new List<string>();
        var seen = new Dictionary<MethodBase, string>();
        var open = new Queue<MethodBase>();
        foreach (var start in from)
        {
            Meet(start, Name(start));
        }

        while (open.TryDequeue(out var method))
        {
            foreach (var called in CalledBy(method))
            {
                if (sought(called))
                {
                    ways.Add($"{seen[method]} -> {Name(called)}");
                }
                else if (called.Module.Assembly == assembly)
                {
                    foreach (var body in BodiesOf(called))
                    {
                        Meet(body, $"{seen[method]} -> {Name(body)}");
                    }
                }
            }
        }

        return ways;

        void Meet(MethodBase method, string way)
        {
            if (seen.TryAdd(method, way))
            {
                open.Enqueue(method);
            }
        }
    }

    private static string Name(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";

    /// <summary>The method itself, and what stands in for it at run time.</summary>
    private IEnumerable<MethodBase> BodiesOf(MethodBase called)
    {
        var method = Definition(called);
        yield return method;
        if (method is MethodInfo { IsVirtual: true } declared && declared.DeclaringType is { } owner)
        {
            foreach (var type in _types.Where(t => !t.IsAbstract && !t.IsInterface && t != owner && owner.IsAssignableFrom(t)))
            {
                foreach (var implementing in type.GetMethods(All)
                    .Where(m => m.Name == declared.Name || m.Name.EndsWith($".{declared.Name}", StringComparison.Ordinal)))
                {
                    yield return implementing;
                }
            }
        }
    }

    private static IEnumerable<MethodBase> CalledBy(MethodBase method)
    {
        // The compiler moves the body of an async method, and of one that yields, into a type of its own.
        if (method.GetCustomAttribute<StateMachineAttribute>() is { StateMachineType: { } machine })
        {
            foreach (var moved in machine.GetMethods(All))
            {
                yield return moved;
            }
        }

        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at];
            var instruction = OpCodesByValue[value];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(code, at)) is { } called)
            {
                yield return called;
            }

            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static MethodBase? Resolve(MethodBase inside, int token)
    {
        var ofType = inside.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = inside is MethodInfo { IsGenericMethod: true } ? inside.GetGenericArguments() : null;
        return inside.Module.ResolveMember(token, ofType, ofMethod) as MethodBase;
    }

    private static MethodBase Definition(MethodBase method)
    {
        var type = method.DeclaringType is { IsConstructedGenericType: true } constructed
            ? constructed.GetGenericTypeDefinition() : method.DeclaringType;
        return method.Module.ResolveMethod(method.MetadataToken, type?.IsGenericTypeDefinition == true
            ? type.GetGenericArguments() : null, null)!;
    }
}
