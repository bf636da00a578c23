using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Tests.Mail;

internal static class SampleMail
{
    public static OutgoingMail Message(
        string messageId = "<digest.0199a.2026-11-23@equality.example.org>",
        string to = "ann.example@blaby.example.org",
        string toName = "Siân Ó Briain",
        string subject = "3 overdue: your equality actions on 23 November 2026",
        string from = "equality@example.org",
        string fromName = "Blaby District Council, Equality",
        string? replyTo = "lead@blaby.example.org",
        string text = "Grüße\n.\nfrom a line that holds only a dot",
        string html = "<p>Grüße — “quoted”</p>") =>
        new(messageId, from, fromName, replyTo, to, toName, subject, text, html);

    public static DigestContent Digest()
    {
        var day = new DateOnly(2026, 11, 23);
        const string Scheme = "Leicestershire Partnership Equality Scheme 2026-2029";
        DigestLine Line(string reference, int dueIn, string action, string written, ReminderKind kind = ReminderKind.Delivery) => new(
            Guid.CreateVersion7(), kind, Scheme, reference, action, day.AddDays(dueIn), written,
            $"https://equality.example.org/assignments/0199a?ref={reference}&from=digest",
            "Policy and Performance Officer", "you hold the post Policy and Performance Officer");

        return new DigestContent(
            "Blaby District Council",
            "Siân O’Brien",
            day,
            [
                Line("1.2", -1, "Map the communities of the district <script>alert(1)</script> & publish the profile", "November 2026"),
                Line("2.4", -23, "Review the complaints procedure\r\nwith the Equality group", "October 2026"),
                Line("3.1", 0, "Publish employment monitoring data", "Within a month of \"year end\""),
                Line("5.6", 7,
                    "Train all managers in equality impact assessment, including those who joined after the first round of courses was run",
                        "30 November 2026"),
                Line("1.4", -29, "Agree an accessible communications standard with every service", "25 October 2026") with { WhyYou = null,
                    EscalatedAs = "equality lead" },
                Line("4.3", 7, "Keep access guides to council buildings up to date", "On-going", ReminderKind.Review),
                Line("4.6", -14, "Involve disabled people in the design of services", "", ReminderKind.Review) with { RoleTitle = null,
                    WhyYou = "the plan names no responsible officer; you are the equality lead" },
            ],
            [
                new PlanChange(PlanChangeKind.Moved, Scheme, "2.9", "From 31 January 2027 to 31 March 2027: waiting for the census tables.",
                    "https://equality.example.org/actions/0199b"),
                new PlanChange(PlanChangeKind.Withdrawn, Scheme, "5.2", "Covered by 5.6.", "https://equality.example.org/actions/0199c"),
            ]);
    }
}
