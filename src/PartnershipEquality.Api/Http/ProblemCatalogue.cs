namespace PartnershipEquality.Api.Http;

/// <summary>Every problem code that integrations may branch on, with its title. <c>/problems/{code}</c> answers from here, and a test holds the code to the list.</summary>
public static class ProblemCatalogue
{
    public static IReadOnlyDictionary<string, string> Titles { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["action-withdrawn"] = "The action has been withdrawn",
        ["already-accepted"] = "The exception has already been accepted",
        ["already-there"] = "Something with the same key is there already",
        ["assignment-withdrawn"] = "The assignment has been withdrawn",
        ["authorities-only"] = "Only an authority has this",
        ["bad-request"] = "The request cannot be understood",
        ["cursor-invalid"] = "The cursor does not belong to this list",
        ["credential-missing"] = "A valid credential is needed",
        ["database-unavailable"] = "The database cannot be reached",
        ["equality-lead-taken"] = "Another post leads on equality already",
        ["file-unreadable"] = "The file cannot be read",
        ["import-applied"] = "The import has already been applied",
        ["import-has-problems"] = "The import has problems to settle first",
        ["import-rows"] = "Rows of the file need correcting",
        ["internal-error"] = "Something went wrong on our side",
        ["malformed-json"] = "The body is not well-formed JSON",
        ["media-type"] = "The media type is not taken here",
        ["membership-ended"] = "The membership has ended",
        ["method-not-allowed"] = "The method is not taken here",
        ["no-key-left"] = "The organisation would lock itself out",
        ["not-an-exception"] = "There is no exception to accept",
        ["not-found"] = "Not found",
        ["not-the-owner"] = "Only its owner changes it",
        ["occurrence-closed"] = "The occurrence is no longer open",
        ["permission-missing"] = "The credential does not allow this",
        ["post-held"] = "Somebody holds the post then already",
        ["post-title-taken"] = "There is a post of that title already",
        ["reference-missing"] = "Something it refers to is no longer there",
        ["role-names-everybody"] = "The role names everybody, so no post answers for it",
        ["scheme-closed"] = "The scheme is closed",
        ["scheme-not-approved"] = "The scheme has not been approved yet",
        ["stage-order"] = "The scheme cannot go to that stage",
        ["too-large"] = "The request is too large",
        ["update-retracted"] = "The update has been retracted",
        ["validation"] = "Fields need correcting",
        ["value-out-of-range"] = "A value cannot be stored",
        ["version-missing"] = "Say which version you hold",
        ["version-stale"] = "You hold an older version",
    };

    public static string TitleOf(string code) => Titles.TryGetValue(code, out var title) ? title : "The request was refused";
}
