using System.Globalization;
using System.Text;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Documents.Files;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Posts;

/// <summary>A person as a row of the table names them.</summary>
internal sealed record NamedPerson(string Name, string Address);

/// <summary>One row of the table, read: a post and who holds it.</summary>
internal sealed record PostRow(int Index, int Line, string Title, IReadOnlyList<string>? Aliases, bool? EqualityLead, bool? EqualityGroup,
    NamedPerson? Holder, NamedPerson? Deputy, DateOnly? FromOn)
{
    public FieldError Problem(string column, string code, string detail) => new($"#/rows/{Index}/{column}", code, $"Line {Line}: {detail}");
}

/// <summary>Reads the table of posts and holders. An empty cell says nothing, so it changes nothing.</summary>
internal static class PostTable
{
    public const int MaxRows = 2000;
    public const string Post = "Post";
    public const string EqualityLead = "Equality lead";
    public const string EqualityGroup = "Equality group";
    public const string From = "From";

    private const string Aliases = "Aliases";
    private const string Holder = "Holder";
    private const string Address = "Address";
    private const string Deputy = "Deputy";
    private const string DeputyAddress = "Deputy address";

    public static IReadOnlyList<string> Columns { get; } = [Post, Aliases, EqualityLead, EqualityGroup, Holder, Address, Deputy,
        DeputyAddress, From];

    /// <summary>The header, and a row to show how each cell is written.</summary>
    public static string Template { get; } =
        string.Join(',',
            Columns) + "\r\n"
                + "Policy and Performance Manager,Policy Manager; Performance Manager,yes,yes,Sam Sample,sam.sample@example.org,Alex Sample,alex.sample@example.org,2026-04-01\r\n";

    public static IReadOnlyList<PostRow> Read(Stream content)
    {
        var problems = new List<FieldError>();
        var rows = new List<PostRow>();
        try
        {
            using var csv = CsvRows.Read(Decode(content)).GetEnumerator();
            var places = csv.MoveNext()
                ? Places(csv.Current) : throw Refusal.Field("#/file", "required", "The file is empty. Fetch the template for its columns.");
            // Line numbers are those a person sees in a spreadsheet: the header is the first.
            for (var line = 2; csv.MoveNext(); line++)
            {
                var cells = csv.Current;
                if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                if (rows.Count == MaxRows)
                {
                    throw Refusal.Invalid("import-rows", $"The file has more than {MaxRows} rows. Send it in parts.");
                }

                rows.Add(ReadRow(new PostRow(rows.Count, line, "", null, null, null, null, null, null),
                    column => places.TryGetValue(column, out var at) && at < cells.Length && cells[at].Trim() is { Length: > 0 } cell
                        ? cell : null, problems));
            }
        }
        catch (CsvRowBroken e)
        {
            throw Refusal.Field("#/file", "format", $"Row {e.Row} has a quotation mark that is not closed or not doubled.");
        }

        foreach (var again in rows.GroupBy(r => r.Title, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1))
            .Where(r => r.Title.Length > 0))
        {
            problems.Add(again.Problem(Post, "duplicate", $"\"{again.Title}\" stands in the file twice. Keep one row for each post."));
        }

        foreach (var lead in rows.Where(r => r.EqualityLead == true).Skip(1))
        {
            problems.Add(lead.Problem(EqualityLead, "duplicate", "Only one post leads on equality. Mark one row."));
        }

        return problems.Count == 0 ? rows : throw Refused(problems);
    }

    public static Refusal Refused(IReadOnlyList<FieldError> problems) => Refusal.Invalid("import-rows",
        problems.Count == 1 ? "One cell needs correcting. Nothing was changed."
            : $"{problems.Count} cells need correcting. Nothing was changed.", [.. problems.Take(200)]);

    private static string Decode(Stream content)
    {
        try
        {
            using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var text = reader.ReadToEnd();
            return text.Contains('\0')
                ? throw Refusal.Field("#/file", "format", "The file holds zero bytes, so it is no CSV. Save the table as \"CSV UTF-8\".")
                    : text;
        }
        catch (DecoderFallbackException)
        {
            throw Refusal.Field("#/file", "format", "The file is not UTF-8 text. In Excel, save it as \"CSV UTF-8\".");
        }
    }

    private static Dictionary<string, int> Places(string[] header)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, at) in header.Select((name, at) => (name.Trim(), at)).Where(h => h.Item1.Length > 0))
        {
            if (!Columns.Contains(name, StringComparer.OrdinalIgnoreCase) || !places.TryAdd(name, at))
            {
                throw Refusal.Field("#/file", "unknown-column",
                    $"The column \"{name}\" is not known or stands twice. The columns are: {string.Join(", ", Columns)}.");
            }
        }

        return places.ContainsKey(Post)
            ? places : throw Refusal.Field("#/file", "required", $"The first line must name the columns: {string.Join(", ", Columns)}.");
    }

    private static PostRow ReadRow(PostRow blank, Func<string, string?> cell, List<FieldError> problems)
    {
        var title = cell(Post) ?? "";
        if (title.Length is 0 or > Domain.People.Post.TitleMaxLength || title.Any(char.IsControl))
        {
            problems.Add(blank.Problem(Post, "required",
                $"give the post's title on one line, with at most {Domain.People.Post.TitleMaxLength} characters."));
        }

        var aliases = cell(Aliases)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (aliases is not null && (aliases.Count > Domain.People.Post.MaxAliases
            || aliases.Exists(a => a.Length > Domain.People.Post.TitleMaxLength || a.Any(char.IsControl))))
        {
            problems.Add(blank.Problem(Aliases, "format", "give aliases with semicolons between them."));
        }

        DateOnly? from = cell(From) is not { } text ? null
            : DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : Problem<DateOnly>(blank.Problem(From, "format", "write the date as YYYY-MM-DD or DD/MM/YYYY."), problems);
        return blank with
        {
            Title = title,
            Aliases = aliases,
            EqualityLead = YesOrNo(blank, EqualityLead, cell, problems),
            EqualityGroup = YesOrNo(blank, EqualityGroup, cell, problems),
            Holder = Person(blank, Holder, Address, cell, problems),
            Deputy = Person(blank, Deputy, DeputyAddress, cell, problems),
            FromOn = from,
        };
    }

    private static bool? YesOrNo(PostRow row, string column, Func<string, string?> cell, List<FieldError> problems) =>
        cell(column)?.ToLowerInvariant() switch
        {
            null => null,
            "yes" or "y" or "true" or "x" => true,
            "no" or "n" or "false" => false,
            _ => Problem<bool>(row.Problem(column, "unknown-value", "write yes or no, or leave it empty."), problems),
        };

    private static NamedPerson? Person(PostRow row, string nameColumn, string addressColumn, Func<string, string?> cell,
        List<FieldError> problems)
    {
        var (name, address) = (cell(nameColumn), cell(addressColumn));
        if (name is null && address is null)
        {
            return null;
        }

        if (name is null || name.Length > 200 || name.Any(char.IsControl))
        {
            problems.Add(row.Problem(nameColumn, "required", "give the person's name on one line beside their address."));
        }

        if (address is null || address.Length > 254 || !OutgoingMail.IsAddress(address))
        {
            problems.Add(row.Problem(addressColumn, "format",
                $"\"{address}\" is not an e-mail address. Write one such as a.officer@council.gov.uk."));
        }

        return name is null || address is null ? null : new NamedPerson(name, address);
    }

    private static T? Problem<T>(FieldError problem, List<FieldError> problems)
        where T : struct
    {
        problems.Add(problem);
        return null;
    }
}
