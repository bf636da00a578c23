using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>
/// What each room of the API is for, in the words of its manual. A tag that is not here has no description, which the linters refuse.
/// </summary>
internal sealed class Tags : IDocumentFilter
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["API keys"] = "The credentials of your organisation's programs: made, listed and revoked.",
        ["Actions"] = "The rows of work in a plan: what is required, by whom and by when, and which authorities it is cross-referenced to.",
        ["Assignments"] =
            "An action as one authority's work: its status, its target, what is reported on it. Where integrations spend their time.",
        ["Board"] = "How the whole plan is going, counted so that nobody is hidden.",
        ["Calendars"] = "What falls due, in a calendar program.",
        ["Changes"] = "What changed, in order: the feed that keeps copies in step, and the audit of who did what.",
        ["Commitments"] = "The numbered promises of a plan.",
        ["Exports"] = "Plans and progress as files, in the form they came in or as data.",
        ["Health"] = "Whether the service runs, and what its problem codes mean.",
        ["Imports"] = "A plan as it is (Word, Excel, CSV, text), understood, corrected, and made live.",
        ["Mail"] = "What is on its way to people, and the account it is sent with.",
        ["Me"] = "Whose credential this is, and what it may do.",
        ["Milestones"] = "The steps of an action that have dates of their own.",
        ["Organisations"] = "The authorities and partnerships that you work with, and your own settings.",
        ["Posts"] = "The responsible roles of an authority, who holds them, and which roles of the plan they answer for.",
        ["Reminders"] = "When people are reminded, of what, and what was sent.",
        ["Sandbox"] = "Where integrations are tried: copies of schemes among twins of your partners, that owe no mail.",
        ["Schemes"] = "The plans themselves: their period, stage and edition.",
        ["Service"] = "What this is, where its parts are, and what has changed in it.",
        ["Target dates"] = "How a target is read from the words that people write.",
        ["Themes"] = "The headings of a plan.",
        ["Webhooks"] = "Events sent to addresses of yours as they happen, signed, and tried again until they are taken.",
        ["Work"] = "What the service does unasked for your organisation, and what has failed.",
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var tag in swaggerDoc.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description ??= Words.GetValueOrDefault(tag.Name!);
        }
    }
}
