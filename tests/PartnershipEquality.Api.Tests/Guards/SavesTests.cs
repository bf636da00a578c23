using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>A request is saved once, by its pipeline. What saves earlier is named here with its reason.</summary>
public sealed partial class SavesTests
{
    private static readonly Dictionary<string, (int Times, string Reason)> Saving = new()
    {
        ["Api/Pipeline/TenantTransaction.cs"] = (1, "the one save of a request"),
        ["Data/AssignmentHistory.cs"] = (1, "states are written by SQL and hang on assignments that may be new"),
        ["Data/PlanOrder.cs"] = (1, "the order is counted by SQL over the rows, those just added among them"),
        ["Api/Features/Assignments/PauseReminders.cs"] = (1, "the answer is read by SQL, with the pause in it"),
        ["Api/Features/Imports/Merging/ActionMerge.cs"] = (1, "assignments are moved by SQL, also to a commitment that is new"),
        ["Api/Features/Imports/Merging/PlanMerge.cs"] = (2,
            "actions are moved by SQL, also under a theme that is new; and the order is given by SQL to rows that are there"),
        ["Api/Features/Imports/UndoImport.cs"] = (1, "the upload lets go of its scheme before SQL deletes it"),
        ["Api/Features/Imports/UploadImport.cs"] = (1, "the file's chunks are written by SQL and hang on the upload"),
        ["Api/Features/Posts/ImportPosts.cs"] = (1, "one post leads on equality: the mark is taken from one before another has it"),
        ["Api/Features/Posts/NameAssignmentPosts.cs"] = (1, "the answer is read through the view of who answers for what"),
        ["Api/Features/Reminders/MakeDigests.cs"] = (1,
            "reminders are marked by SQL and name the digest; one person's mail is held at a time"),
    };

    [Fact]
    public void A_request_is_saved_once_but_where_a_reason_is_given()
    {
        var source = Path.Combine(Repository.Folder, "src");
        var found = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: Path.GetRelativePath(source, file).Replace('\\', '/')
                .Replace("PartnershipEquality.", "", StringComparison.Ordinal), Times: Save().Count(File.ReadAllText(file))))
            .Where(f => f.Times > 0);

        found.OrderBy(f => f.File, StringComparer.Ordinal)
            .ShouldBe(Saving.Select(s => (s.Key, s.Value.Times)).OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\bSaveChanges(Async)?\(")]
    private static partial Regex Save();
}
