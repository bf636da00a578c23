using System.Text;
using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>Plans of real councils, as extracted from what they published. They are data: read, never changed.</summary>
internal static class RealPlans
{
    public const string Borough = "borough-equality-action-plan-2022-23";
    public const string City = "city-equality-action-plan-2013";
    public const string Leicestershire = "leicestershire-partnership-scheme-2011-2014";
    public const string Melton = "melton-esg-action-plan-2014";
    public const string York = "york-equality-improvement-plan-2011";

    public static readonly string[] All = [Borough, City, Leicestershire, Melton, York];

    public static string Text(string name)
    {
        using var stream = typeof(RealPlans).Assembly.GetManifestResourceStream($"Plans/{name}.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static SourceDocument Document(string name) => PlainTextDocument.Read(name + ".txt", Text(name));

    public static PlanReadingResult Read(string name) => PlanReader.Read(Document(name));

    public static List<ProposedCommitment> Commitments(this PlanReadingResult read) =>
        [.. read.Plan.Themes.SelectMany(theme => theme.Commitments)];

    public static List<ProposedAction> Actions(this PlanReadingResult read) =>
        [.. read.Commitments().SelectMany(commitment => commitment.Actions)];

    /// <summary>The plan in a few lines a row, for a person to look at.</summary>
    public static string Outline(this PlanReadingResult read)
    {
        var text = new StringBuilder();
        text.AppendLine($"TITLE {read.Title}");
        foreach (var theme in read.Plan.Themes)
        {
            text.AppendLine($"THEME [{theme.Number}] {theme.Title} {{{theme.Label}}}");
            foreach (var c in theme.Commitments)
            {
                text.AppendLine(
                    $"  COMMITMENT [{c.Reference}] {c.Title} {{{c.Label}}} related={string.Join(",", c.Related)} na={c.NotApplicable} " +
                    $"notes={string.Join("|", c.Notes)}");
                foreach (var a in c.Actions)
                {
                    text.AppendLine($"    {a.Reference} ({a.Source.Table}:{a.Source.Row}) {{{a.Label}}} {a.Text}");
                    text.AppendLine(
                        $"        who={a.Responsible} ({a.ResponsibleAsWritten}) when={a.Target} for={a.CrossReference} " +
                        $"status={a.Status} {a.StatusText}");
                    text.AppendLine(
                        $"        outcome={a.Outcome} measures={a.Measures} res={a.Resources} bar={a.Barriers} stake={a.Stakeholders} " +
                        $"notes={string.Join("|", a.Notes)}");
                    foreach (var m in a.Milestones)
                    {
                        text.AppendLine($"          - {m.Text} | {m.Target}");
                    }
                }
            }
        }

        foreach (var p in read.Problems)
        {
            text.AppendLine($"{p.Severity} {p.Table}:{p.Row} {p.Column} {p.Code}: {p.Text}");
        }

        foreach (var t in read.Tables)
        {
            text.AppendLine(
                $"TABLE {t.Table} {t.Name} header={t.HeaderRow} continues={t.Continues} rows={t.Rows} left={t.LeftOut} " +
                $"{string.Join(" | ", t.Columns.Select(c => $"{c.Heading}={c.TakenFor}/{c.Certainty}"))}");
        }

        foreach (var d in read.Dropped)
        {
            text.AppendLine($"DROPPED {d}");
        }

        return text.AppendLine("NARRATIVE " + read.Narrative).ToString();
    }
}
