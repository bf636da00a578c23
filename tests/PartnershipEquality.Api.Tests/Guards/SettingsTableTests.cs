using System.Globalization;
using System.Reflection;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// The table of settings in <c>deploy/README.md</c> names each setting that the program reads into an options class, with its real default.
/// </summary>
public sealed class SettingsTableTests
{
    public static TheoryData<string, string> Settings { get; } = [.. Sections().SelectMany(section => Of(section.Name, section.Type))];

    [Fact]
    public void Each_section_of_the_configuration_is_found() => Sections().Select(section => section.Name).Order(StringComparer.Ordinal)
        .ShouldBe(["Mail", "Notify", "RateLimits", "Transactions", "Webhooks", "Work"]);

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_table_names_each_setting_with_its_default(string setting, string value)
    {
        var row = File.ReadLines(Path.Combine(Repository.Folder, "deploy", "README.md"))
            .SingleOrDefault(line => line.StartsWith($"| `{setting}` |", StringComparison.Ordinal));

        row.ShouldNotBeNull($"deploy/README.md has no row for {setting}.");
        row.Split('|')[2].ShouldStartWith(value.Length == 0 ? " empty" : $" `{value}`");
    }

    private static IEnumerable<(string Name, Type Type)> Sections() =>
        from type in typeof(RateLimitOptions).Assembly.GetExportedTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetConstructor(Type.EmptyTypes) is not null
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is { IsLiteral: true }
        select ((string)section.GetRawConstantValue()!, type);

    private static IEnumerable<(string, string)> Of(string prefix, Type type)
    {
        var defaults = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            var name = $"{prefix}__{property.Name}";
            if (property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
            {
                foreach (var inner in Of(name, property.PropertyType))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return (name, Written(property.GetValue(defaults)));
            }
        }
    }

    private static string Written(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Enum choice => choice.ToString().ToLowerInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
