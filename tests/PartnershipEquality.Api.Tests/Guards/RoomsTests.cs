namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Which room may know which. An arrow is added here with its reason, or the code finds another way.</summary>
public sealed class RoomsTests
{
    private static readonly RoomMap Api = RoomMap.Read("Api");

    private static readonly RoomMap Domain = RoomMap.Read("Domain");

    private static readonly Dictionary<string, string> BetweenFeatures = new(StringComparer.Ordinal)
    {
        ["Access -> Organisations"] = "Who am I is answered with the organisation as its own list shows it.",
        ["Assignments -> Plans"] = "An assignment shows its action, and keeps to the same rules for reasons and targets.",
        ["Exports -> Assignments"] = "An export writes the published rows of assignments.",
        ["Exports -> Changes"] = "An export writes the published rows of the feed.",
        ["Exports -> Plans"] = "An export writes the published rows of the plan.",
        ["Imports -> Plans"] = "Applying an import changes a plan as its owner would.",
        ["Sandbox -> Access"] = "A test key is a key, made and shown as any other.",
        ["Sandbox -> Exports"] = "A copy leaves as the table that an export writes.",
        ["Sandbox -> Imports"] = "A copy enters as the upload that an import reads.",
        ["Sandbox -> Plans"] = "How many copies there are is told from the list of schemes.",
        ["Webhooks -> Changes"] = "What webhooks are sent is the feed's published row.",
    };

    /// <summary>Arrows that still close a circle, each with what takes it away.</summary>
    private static readonly Dictionary<string, string> StillToGo = new(StringComparer.Ordinal)
    {
        ["Idempotency -> Jobs"] = "Its keys are purged by a job of its own, which Jobs runs.",
        ["Jobs -> Features/Mail"] = "A day run at once delivers its mail; that is to move to the room.",
        ["Jobs -> Features/Reminders"] = "A day run at once plans and previews it; that is to move to the room.",
    };

    /// <summary>The rooms below the features: what each may know beside Domain and Data.</summary>
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Pipeline"] = [],
        ["Http"] = ["Pipeline"],
        ["Outside"] = ["Http"],
        ["Security"] = ["Http", "Pipeline"],
        ["Idempotency"] = ["Http", "Pipeline", "Security"],
        ["OpenApi"] = ["Http", "Idempotency", "Outside", "Pipeline", "Security"],
    };

    [Fact]
    public void The_rooms_of_features_know_each_other_only_where_a_reason_is_given() =>
        Api.Arrows.Where(a => IsFeature(a.From) && IsFeature(a.To))
            .Select(a => $"{a.From["Features/".Length..]} -> {a.To["Features/".Length..]}")
            .Distinct().Order(StringComparer.Ordinal).ShouldBe(BetweenFeatures.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_room_of_Api_can_be_reached_from_itself() => Api.Circles(StillToGo.Keys).ShouldBeEmpty();

    [Fact]
    public void No_room_of_Domain_can_be_reached_from_itself() => Domain.Circles([]).ShouldBeEmpty();

    [Fact]
    public void The_rooms_below_the_features_know_only_what_lies_below_them() =>
        Api.Arrows.Where(a => Below.TryGetValue(a.From, out var known) && !known.Contains(a.To)
            && !StillToGo.ContainsKey($"{a.From} -> {a.To}")).ShouldBeEmpty();

    /// <summary>What a room shows the others lies in its own folder; the folders inside it are its own affair.</summary>
    [Fact]
    public void Other_rooms_name_only_the_published_face_of_a_feature() =>
        Api.Arrows.Where(a => IsFeature(a.To) && a.Name.StartsWith("PartnershipEquality.", StringComparison.Ordinal)
            && a.Name != $"PartnershipEquality.Api.{a.To.Replace('/', '.')}"
                && a.File != "Features/Sandbox/SandboxSteps.cs").ShouldBeEmpty();

    [Fact]
    public void A_namespace_says_where_its_file_lies() => Api.Strays.Concat(Domain.Strays).ShouldBeEmpty();

    [Fact]
    public void An_arrow_that_has_gone_is_struck_off_the_list() =>
        StillToGo.Keys.Except(Api.Arrows.Select(a => $"{a.From} -> {a.To}")).ShouldBeEmpty();

    [Theory]
    [InlineData("using PartnershipEquality.Api.Jobs;\nnamespace PartnershipEquality.Api.Http;\nclass Page { Timetable t; }")]
    [InlineData("using Other = PartnershipEquality.Api.Jobs.Timetable;\nnamespace PartnershipEquality.Api.Http;\nclass Page { Other t; }")]
    [InlineData(
        "using static PartnershipEquality.Api.Jobs.Timetable;\nnamespace PartnershipEquality.Api.Http;\nclass Page { int t = Start(); }")]
    [InlineData("namespace PartnershipEquality.Api.Http;\nclass Page { Jobs.Timetable t; }")]
    [InlineData("namespace PartnershipEquality.Api.Http;\nclass Page { Api.Jobs.Timetable t; }")]
    [InlineData("namespace PartnershipEquality.Api.Http;\nclass Page { PartnershipEquality.Api.Jobs.Timetable t; }")]
    public void An_arrow_cannot_hide_behind_the_way_it_is_written(string page) =>
        Of(page).Arrows.ShouldContain(a => a.From == "Http" && a.To == "Jobs");

    [Theory]
    [InlineData(
        "namespace PartnershipEquality.Api.Http;\n// Jobs.Timetable does the rest.\nclass Page { string t = \"Jobs.Timetable\"; int u = " +
        "db.Jobs.Timetable; }")]
    [InlineData("namespace PartnershipEquality.Api.Http;\nclass Page { int Timetable; }")]
    public void What_is_no_name_of_a_type_is_no_arrow(string page) => Of(page).Arrows.ShouldNotContain(a => a.From == "Http");

    [Fact]
    public void A_circle_through_three_rooms_is_found()
    {
        var map = RoomMap.Of("Api", new Dictionary<string, string>
        {
            ["Http/Page.cs"] = "namespace PartnershipEquality.Api.Http;\npublic class Page { Jobs.Timetable t; }",
            ["Jobs/Timetable.cs"] = "namespace PartnershipEquality.Api.Jobs;\npublic class Timetable { Verbs.Serve s; }",
            ["Verbs/Serve.cs"] = "namespace PartnershipEquality.Api.Verbs;\npublic class Serve { Http.Page p; }",
        });

        map.Circles([]).ShouldBe(["Http <-> Jobs <-> Verbs"]);
    }

    private static bool IsFeature(string room) => room.StartsWith("Features/", StringComparison.Ordinal);

    private static RoomMap Of(string page) => RoomMap.Of("Api", new Dictionary<string, string>
    {
        ["Http/Page.cs"] = page,
        ["Jobs/Timetable.cs"] = "namespace PartnershipEquality.Api.Jobs;\npublic class Timetable;",
    });
}
