using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Whether a day that something was due by has passed is decided in one place of the domain and one of the database.</summary>
public sealed partial class RulesOfTimeTests
{
    /// <summary>Where the rule itself stands.</summary>
    private static readonly string[] Places = ["PartnershipEquality.Domain/Board/Standing.cs", "PartnershipEquality.Domain/DueDay.cs"];

    private static readonly string[] Rooms = ["PartnershipEquality.Api", "PartnershipEquality.Data", "PartnershipEquality.Domain/Board",
        "PartnershipEquality.Domain/Reminders"];

    [Theory]
    [InlineData("and a.due_by < {today}")]
    [InlineData("review_by < {day.AsOf}")]
    [InlineData("due_by between {day.AsOf} and {day.AsOf.AddDays(28)}")]
    [InlineData("var overdue = dueBy < today;")]
    [InlineData("o.Kind == OccurrenceKind.Review && o.DueBy <= request.Day")]
    [InlineData("wanted && s.ReviewBy < asOf")]
    [InlineData("today > a.DueBy")]
    public void What_is_sought_is_found(string line) => Rule().IsMatch(line).ShouldBeTrue(line);

    [Theory]
    [InlineData("and a.due_by < {request.DueBefore}")]
    [InlineData("due_by > baseline_due_by")]
    [InlineData("order by a.due_by nulls last, a.id")]
    public void What_a_client_asks_for_and_what_compares_two_dates_of_a_plan_is_no_rule_of_time(string line) =>
        Rule().IsMatch(line).ShouldBeFalse(line);

    [Fact]
    public void No_rule_of_time_stands_outside_its_place()
    {
        var source = Path.Combine(Repository.Folder, "src");
        var files = Rooms.SelectMany(room => Directory.EnumerateFiles(Path.Combine(source, room.Replace('/', Path.DirectorySeparatorChar)),
            "*.cs", SearchOption.AllDirectories))
            .Select(file => (Name: Path.GetRelativePath(source, file).Replace(Path.DirectorySeparatorChar, '/'), Path: file))
            .Where(file => !file.Name.Contains("/obj/", StringComparison.Ordinal) && !file.Name.Contains("/bin/", StringComparison.Ordinal))
                .ToList();
        files.Count.ShouldBeGreaterThan(200);

        files.Where(file => !Places.Contains(file.Name))
            .SelectMany(file => File.ReadLines(file.Path).Where(line => Rule().IsMatch(line)).Select(line => $"{file.Name}: {line.Trim()}"))
            .ShouldBeEmpty("ask Standing, DueDay or app.standing");
    }

    /// <summary>A day that something was due by, beside the day that is asked for.</summary>
    [GeneratedRegex(
        @"\b(baseline_?)?(due|review)_?by\b\s*(<=?|>=?|between)\s*\{?\s*(\w+\.)*(day|today|as_?of)\b|\b(day|today|as_?of)\b\}?\s*(<=?|>=?)\s*(\w+\.)*(baseline_?)?(due|review)_?by\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();
}
