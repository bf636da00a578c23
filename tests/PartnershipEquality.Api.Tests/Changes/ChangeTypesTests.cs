using System.Text.RegularExpressions;
using PartnershipEquality.Data.ChangeLog;

namespace PartnershipEquality.Api.Tests.Changes;

/// <summary>The types of change that are written and those that readers are told there are: the same.</summary>
public sealed partial class ChangeTypesTests
{
    [Fact]
    public async Task Every_type_that_the_code_writes_is_in_the_catalogue_and_none_in_it_is_never_written()
    {
        var (written, calls) = (new HashSet<string>(), 0);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src"), "*.cs", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            foreach (Match call in Calls().Matches(text))
            {
                calls++;
                var types = Types().Matches(call.Groups["type"].Value).Select(m => m.Groups["name"].Value).ToList();
                types.ShouldNotBeEmpty($"{Path.GetFileName(file)}: {call.Value} names its type, so that it can be held to the catalogue");
                written.UnionWith(types);
            }

            // The table is written by the log alone, which takes no type that the catalogue does not have.
            Inserts().IsMatch(text).ShouldBeFalse(file);
        }

        calls.ShouldBeGreaterThan(70);
        written.Order(StringComparer.Ordinal).ShouldBe(ChangeTypes.All.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_is_a_noun_and_what_happened_and_says_what_it_means()
    {
        ChangeTypes.All.ShouldAllBe(t => Name().IsMatch(t.Name) && t.Title.Length > 5 && !t.Title.EndsWith('.')
            && t.Description.EndsWith('.'));
        ChangeTypes.All.Select(t => t.Title).ShouldBeUnique();
    }

    [Theory]
    [InlineData("scheme.deleted", 1)]
    [InlineData("milestone.*", 4)]
    [InlineData("nothing.*", null)]
    [InlineData("scheme", null)]
    [InlineData("scheme.", null)]
    [InlineData(".*", null)]
    [InlineData("*", null)]
    public void A_filter_names_a_type_or_all_of_a_noun(string filter, int? names) => (ChangeTypes.Named(filter)?.Count).ShouldBe(names);

    [GeneratedRegex(@"\blog\.(Own|Plan|Assignment|Below|Owner)\((?<type>[^,]*),")]
    private static partial Regex Calls();

    [GeneratedRegex("\"(?<name>[a-z_]+\\.[a-z_]+)\"")]
    private static partial Regex Types();

    [GeneratedRegex(@"insert into (equality\.)?changes\b", RegexOptions.IgnoreCase)]
    private static partial Regex Inserts();

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex Name();
}
