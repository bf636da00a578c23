using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>One room that names another: where, and by which name.</summary>
public sealed record Arrow(string From, string To, string File, string Name);

/// <summary>
/// The rooms of one project and who knows whom, read from its source. A room is a folder; in Api each folder of Features is
/// one. Files of another room can be reached in three ways only, and all are read: by a <c>using</c> line, by a name that is
/// qualified (in full or from a shared parent), and by a bare name of a parent namespace.
/// </summary>
public sealed partial class RoomMap
{
    private const string Product = "PartnershipEquality";

    private readonly string _root;
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _rooms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _types = new(StringComparer.Ordinal);

    private RoomMap(string project, IReadOnlyDictionary<string, string> files)
    {
        _root = $"{Product}.{project}";
        foreach (var (file, text) in files)
        {
            if (Namespace().Match(text) is not { Success: true } found)
            {
                continue;
            }

            var name = found.Groups[1].Value;
            _namespaces[file] = name;
            (_rooms.TryGetValue(name, out var rooms) ? rooms : _rooms[name] = []).Add(RoomOf(file));
            (_types.TryGetValue(name, out var types)
                ? types : _types[name] = []).UnionWith(Declaration().Matches(text).Select(m => m.Groups[1].Value));
        }

        Arrows = [.. files.SelectMany(f => ArrowsOf(f.Key, f.Value)).Where(a => a.From != a.To).Distinct()];
    }

    /// <summary>Every arrow, with each file that it starts in.</summary>
    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>Files whose namespace does not say where they lie: a <c>using</c> line would then name the wrong room.</summary>
    public IEnumerable<string> Strays =>
        _namespaces.Where(n => n.Value != string.Join('.', new[] { _root }.Concat(n.Key.Split('/')[..^1]))).Select(n => n.Key);

    public static RoomMap Read(string project)
    {
        var folder = Path.Combine(Repository.Folder, "src", $"{Product}.{project}");
        return Of(project, Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
            .Where(f => !Made().IsMatch(f.Path))
            .ToDictionary(f => f.Path, f => File.ReadAllText(f.File)));
    }

    /// <param name="project">The last part of the project's name.</param>
    /// <param name="files">The text of each file, by its path from the project's folder.</param>
    public static RoomMap Of(string project, IReadOnlyDictionary<string, string> files) => new(project, files);

    /// <summary>The rooms that can be reached from themselves, each with the others of its circle.</summary>
    /// <param name="but">Arrows to leave out, as "From -> To".</param>
    public IReadOnlyList<string> Circles(IReadOnlyCollection<string> but)
    {
        var arrows = Arrows.Where(a => !but.Contains($"{a.From} -> {a.To}")).ToList();
        var next = arrows.ToLookup(a => a.From, a => a.To);
        var reached = arrows.Select(a => a.From).Distinct().ToDictionary(room => room, room => Reached(room, next));
        return [.. reached.Where(r => r.Value.Contains(r.Key))
            .Select(r => string.Join(" <-> ",
                r.Value.Where(other => reached.TryGetValue(other, out var its) && its.Contains(r.Key)).Order(StringComparer.Ordinal)))
            .Distinct()];
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var room))
        {
            foreach (var other in next[room].Where(reached.Add))
            {
                open.Push(other);
            }
        }

        return reached;
    }

    private static string RoomOf(string file) => file.Split('/') switch
    {
        [_] => "",
        ["Features", _] => "Features",
        ["Features", var room, ..] => $"Features/{room}",
        [var room, ..] => room,
        [] => "",
    };

    private IEnumerable<Arrow> ArrowsOf(string file, string text)
    {
        var (from, own) = (RoomOf(file), _namespaces.GetValueOrDefault(file, ""));
        var usings = Using().Matches(text).Select(m => m.Groups[1].Value)
            .SelectMany(name => ReachedBy(name).Select(room => new Arrow(from, room, file, name)));
        var code = Using().Replace(Namespace().Replace(Unspoken().Replace(text, " "), ""), "");
        var parents = Parents(own).ToList();
        var qualified = Qualified().Matches(code).Select(m => m.Value).Distinct()
            .SelectMany(name => QualifiedRooms(name, parents).Select(room => new Arrow(from, room, file, name)));
        var bare = parents.Skip(1).SelectMany(parent => _types.GetValueOrDefault(parent, [])
            .Where(type => Regex.IsMatch(code, $@"(?<![\w.]){type}\b"))
            .SelectMany(type => _rooms[parent].Select(room => new Arrow(from, room, file, type))));
        return usings.Concat(qualified).Concat(bare);
    }

    /// <summary>The rooms of the longest namespace that a name begins with.</summary>
    private HashSet<string> ReachedBy(string name) => Parents(name).FirstOrDefault(_rooms.ContainsKey) is { } found ? _rooms[found] : [];

    /// <summary>Reads a name as the compiler does: from each namespace around it, and from the top.</summary>
    private IEnumerable<string> QualifiedRooms(string name, IReadOnlyList<string> parents)
    {
        var parts = name.Split('.');
        return from length in Enumerable.Range(1, parts.Length - 1)
               from parent in parents.Append("")
               let space = string.Join('.', new[] { parent }.Concat(parts[..length]).Where(p => p.Length > 0))
               where _types.GetValueOrDefault(space, []).Contains(parts[length])
               from room in _rooms[space]
               select room;
    }

    private static IEnumerable<string> Parents(string name)
    {
        for (var left = name; left.Length > 0; left = left.LastIndexOf('.') is > 0 and var dot ? left[..dot] : "")
        {
            yield return left;
        }
    }

    [GeneratedRegex(@"(^|/)(bin|obj)/")]
    private static partial Regex Made();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+)[^;]*;", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(
        @"^(?:(?:public|internal|static|sealed|abstract|partial|readonly|file)\s+)*(?:class|record struct|record|struct|interface|enum)\s+([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>A name with dots that is not itself a member of something.</summary>
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)+")]
    private static partial Regex Qualified();

    /// <summary>What is no code: texts and comments.</summary>
    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|@?\"(?:[^\"\\\\\\n]|\\\\.)*\"|//[^\\n]*")]
    private static partial Regex Unspoken();
}
