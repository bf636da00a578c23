namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>What real plans call their columns: data, from the plans of councils, to be added to as more are met.</summary>
internal static class ColumnNames
{
    public static readonly (PlanColumn Column, string Names)[] All =
    [
        (PlanColumn.ThemeNumber, "theme number; theme no"),
        (PlanColumn.Theme,
            "theme; priority; strategic theme; strategic priority; priority area; performance area; pillar; strand; workstream; work stream; "
            + "strategic aim; section; area; area of work; focus area; key area; area of action; action area; area for action; eflg theme; domain; corporate priority; priority theme; strategic goal; service area theme"),
        (PlanColumn.Reference,
            "ref; reference; no; number; #; item; id; item no; ref no; reference number; action no; action ref; action number; action id; objective no; row; s no; sl no"),
        (PlanColumn.Commitment,
            "objective; commitment; aim; goal; area for improvement; we have identified the following areas for improvement; identified area for improvement; "
            + "what do we want to achieve; what we want to achieve; what are we trying to achieve; promise; pledge; ambition; issue; recommendation; gap; "
            + "what is the issue; need; equality issue; improvement needed; improvement required; what we said; issue identified; area of improvement; equality need"),
        (PlanColumn.Action,
            "action; actions to be implemented; action required; action needed; action to be taken; what we will do; what will we do; what are we going to do; "
            + "what we are going to do; we will; task; activity; how will we do it; how we will do it; how we will achieve this; how will we achieve it; how will we achieve this; "
            + "how will this be achieved; action relating to; key task; what needs to be done; what; initiative; intervention; action we will take; actions to achieve; "
            + "action to achieve objective; what do we need to do; what we need to do; what we plan to do; how; description; action description; detail; work required; our actions; "
            + "how we will deliver; how will we get there; what must be done; what has to be done; actions agreed; steps to be taken; action step"),
        (PlanColumn.Responsible,
            "responsible officer; lead officer; lead; owner; who; by whom; responsibility; responsible; lead responsibility; who is responsible; who will do it; "
            + "who will do this; who will lead; who leads; led by; action owner; lead person; responsible person; person responsible; accountable officer; assigned to; officer; officer responsible; "
            + "service; lead service; service area; department; directorate; lead department; lead directorate; delivery lead; accountability; lead member; whom; senior responsible officer; "
            + "responsible service; responsible team; team; sro; named lead; lead name; post responsible; owned by; who by; lead by; lead team; responsible lead; person"),
        (PlanColumn.Target,
            "by when; when; target date; target date for completion; timescale; timeframe; time frame; time scale; deadline; due date; completion date; date; timeline; timing; due; "
            + "date for completion; date due; target completion; target completion date; delivery date; end date; to be completed by; when will it be done; when by; complete by; due by; "
            + "completion; target timescale; proposed completion date; finish date; milestone date; planned completion; when will we do it; time; delivery timescale; review date; timetable"),
        (PlanColumn.Outcome,
            "outcome; expected outcome; intended outcome; desired outcome; impact; result; benefit; expected impact; expected result; what difference will it make; "
            + "what difference will this make; what will be different; what will change; output; deliverable; what will be the outcome; intended impact; what this will achieve; anticipated outcome; difference made"),
        (PlanColumn.Measures,
            "measure; measure of success; success measure; success criteria; success criterion; how will we know; how will we know we have achieved it; "
            + "how will we know we have succeeded; how will we know it has worked; how will we measure success; how will we measure it; how we will measure success; how we will know; how measured; measurement; "
            + "performance indicator; performance measure; indicator; kpi; what success looks like; what will success look like; what does success look like; success looks like; success; monitoring; "
            + "measure and target; measured by; success indicator; evidence of success; monitoring arrangement; how will it be measured; how will this be measured; how will progress be measured; metric; evidence"),
        (PlanColumn.Milestones,
            "milestone; key milestone; step; key step; key date; interim milestone; milestones and dates; stage; sub action; subtask"),
        (PlanColumn.Status,
            "status; rag; rag status; brag; brag status; rag rating; progress rag; rag progress; progress status; current status; action status; traffic light; delivery status; on track; complete"),
        (PlanColumn.Update,
            "update; progress; progress update; progress to date; comment; commentary; latest position; current position; position; progress report; progress made; "
            + "what have we done; what we have done; status update; officer update; latest update; position statement; where are we now; achievements to date; update and evidence; progress and comment; comments and progress; we did"),
        (PlanColumn.Resources,
            "resource; resources needed; resources required; budget; cost; resource implications; funding; financial implications; resource and cost; how will it be resourced"),
        (PlanColumn.Barriers,
            "barrier; potential barrier; risk; challenge; risk and mitigation; issues and risks; obstacle; risk and barrier; constraint"),
        (PlanColumn.Stakeholders,
            "stakeholder; partner; partners involved; key partner; who else is involved; who else; stakeholders and community members engaged through; consultee; working with; "
            + "who with; with whom; supported by; support from; engagement; key stakeholder; partners and stakeholders; delivery partner; involving; consultation; other people involved; supporting officer"),
        (PlanColumn.CrossReference,
            "cross ref; cross reference; cross ref to partner authority; cross referenced to; partner authority; authority; participating council; participating authority; "
            + "council; applies to; district; which council; local authority; member authority; cross referenced authority"),
        (PlanColumn.Related,
            "related commitment; related objective; links to; linked to; related action; related to; see also; cross ref to action"),
        (PlanColumn.PsedAims,
            "psed aim; general duty; equality duty; public sector equality duty; psed; aim of the duty; general duty aim; duty"),
        (PlanColumn.ProtectedCharacteristics,
            "protected characteristic; protected characteristics; characteristic; equality strand; protected group; equality group; relevant protected characteristic; "
            + "group affected; equality characteristic; which protected characteristic; protected characteristics affected"),
    ];

    /// <summary>Words that stand around a name without changing it: "Year 2 Action", "Equality Plan Objective".</summary>
    public static readonly HashSet<string> Fillers =
        ["the", "a", "an", "our", "your", "this", "equality", "equalitie", "diversity", "inclusion", "edi", "plan", "scheme", "year",
            "required", "needed", "proposed", "planned", "specific",
         "main", "key", "expected", "agreed", "future", "council", "corporate", "potential", "s", "title", "smart", "overall", "intended",
             "initial", "further", "name", "text"];

    /// <summary>Headings of tables that are about a document, not a plan.</summary>
    public static readonly HashSet<string> OfOtherTables =
        ["term", "definition", "meaning", "abbreviation", "acronym", "page", "page no", "page number", "content", "version", "author",
            "telephone", "phone", "email", "glossary", "word", "explanation",
         "amendment", "change", "stand for", "approved by", "document owner"];
}
