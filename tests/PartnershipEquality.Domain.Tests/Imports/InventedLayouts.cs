namespace PartnershipEquality.Domain.Tests.Imports;

/// <summary>Ways in which a council might lay out its plan, none of them anybody's.</summary>
internal static class InventedLayouts
{
    /// <summary>What was written, and a line for each action that must come out: theme, commitment, action, who, when.</summary>
    public static readonly Dictionary<string, (string Written, string Rows)> All = new()
    {
        ["theme in the text above"] = ("""
            Equality Action Plan 2024

            We want to be fair.

            Theme 1: Leadership

            Objective | Action | Lead | By when
            Leaders know the duty | Train all members | HR Manager | March 2025
            | Publish a pledge | Chief Executive | June 2025

            Theme 2: Communities

            Objective | Action | Lead | By when
            People are heard | Hold a forum | Community Lead | Quarterly
            """, """
            1 Leadership / 1.1 Leaders know the duty / Train all members / HR Manager / March 2025
            1 Leadership / 1.1 Leaders know the duty / Publish a pledge / Chief Executive / June 2025
            2 Communities / 2.1 People are heard / Hold a forum / Community Lead / Quarterly
            """),
        ["full-width theme rows"] = ("""
            Action | Who | When | RAG
            Leadership | | |
            Train all members | HR | March 2025 | Green
            Publish a pledge | Chief Executive | June 2025 | Completed
            Communities | | |
            Hold a forum | Community Lead | Quarterly | Amber
            """, """
            Leadership / 1.1 / Train all members / HR / March 2025
            Leadership / 1.2 / Publish a pledge / Chief Executive / June 2025
            Communities / 2.1 / Hold a forum / Community Lead / Quarterly
            """),
        ["theme merged down the first column"] = ("""
            Theme | Objective | Action | Lead officer | Timescale
            Leadership | Leaders know the duty | Train all members | HR | March 2025
            | | Publish a pledge | Chief Executive | June 2025
            | Services are checked | Assess each policy | All heads of service | Ongoing
            Communities | People are heard | Hold a forum | Community Lead | Quarterly
            """, """
            Leadership / 1.1 Leaders know the duty / Train all members / HR / March 2025
            Leadership / 1.1 Leaders know the duty / Publish a pledge / Chief Executive / June 2025
            Leadership / 1.2 Services are checked / Assess each policy / All heads of service / Ongoing
            Communities / 2.1 People are heard / Hold a forum / Community Lead / Quarterly
            """),
        ["no commitments"] = ("""
            Priority | Action | Responsible | Deadline
            Priority 1: Leadership | Train all members | HR | 31 March 2025
            | Publish a pledge | Chief Executive | 30 June 2025
            Priority 2: Communities | Hold a forum | Community Lead | September 2025
            """, """
            1 Leadership / 1.1 / Train all members / HR / 31 March 2025
            1 Leadership / 1.2 / Publish a pledge / Chief Executive / 30 June 2025
            2 Communities / 2.1 / Hold a forum / Community Lead / September 2025
            """),
        ["objective row with its actions below"] = ("""
            Objective | Action | Lead | Target date
            Objective 1: Leaders know the duty | | |
            | Train all members | HR | March 2025
            | Publish a pledge | Chief Executive | June 2025
            Objective 2: People are heard | | |
            | Hold a forum | Community Lead | Quarterly
            """, """
            plan / 1 Leaders know the duty / Train all members / HR / March 2025
            plan / 1 Leaders know the duty / Publish a pledge / Chief Executive / June 2025
            plan / 2 People are heard / Hold a forum / Community Lead / Quarterly
            """),
        ["numbers inside the text"] = ("""
            Aim | What we will do | Owner | When
            1. Leaders know the duty | 1.1 Train all members | HR | Q1 2025/26
            | 1.2 Publish a pledge | Chief Executive | Q2 2025/26
            2. People are heard | 2.1 Hold a forum | Community Lead | Summer 2025
            """, """
            plan / 1 Leaders know the duty / 1.1 Train all members / HR / Q1 2025/26
            plan / 1 Leaders know the duty / 1.2 Publish a pledge / Chief Executive / Q2 2025/26
            plan / 2 People are heard / 2.1 Hold a forum / Community Lead / Summer 2025
            """),
        ["unusual order and wording"] = ("""
            When | Who | Protected characteristic | What we will do | Success criteria | Progress RAG | Evidence
            By March 2025 | HR | Disability; Race | Train all members | 90% trained | Green | Register of training
            June 2025 | Chief Executive | All | Publish a pledge | Pledge on web site | Not started | Web page
            """, """
            plan / 1.1 / Train all members / HR / By March 2025
            plan / 1.2 / Publish a pledge / Chief Executive / June 2025
            """),
        ["two header rows"] = ("""
            Objective | Action | Responsibility | | Delivery | | Progress
            | | Lead | Support | By when | Milestones |
            Leaders know the duty | Train all members | HR | Policy team | March 2025 | Draft course (December 2024) | In progress
            People are heard | Hold a forum | Community Lead | Voluntary sector | June 2025 | Book the hall (April 2025) | Not started
            """, """
            plan / 1.1 Leaders know the duty / Train all members / HR / March 2025
            plan / 1.2 People are heard / Hold a forum / Community Lead / June 2025
            """),
        ["header after a title row"] = ("""
            Equality and Inclusion Action Plan 2024-2028 | | |
            | | |
            Ref | Commitment | Lead | Target date
            A1 | Train all members | HR | March 2025
            A2 | Publish a pledge | Chief Executive | June 2025
            """, """
            Equality and Inclusion Action Plan 2024-2028 / A1 / Train all members / HR / March 2025
            Equality and Inclusion Action Plan 2024-2028 / A2 / Publish a pledge / Chief Executive / June 2025
            """),
        ["transposed"] = ("""
            Theme 1: Leadership

            Action | Train all members
            Lead officer | HR
            Target date | March 2025
            Success measure | 90% trained

            Action | Publish a pledge
            Lead officer | Chief Executive
            Target date | June 2025
            Success measure | Pledge on web site
            """, """
            1 Leadership / 1.1 / Train all members / HR / March 2025
            1 Leadership / 1.2 / Publish a pledge / Chief Executive / June 2025
            """),
        ["lists aligned by line"] = ("""
            Objective | Actions | Lead | Target date
            Leaders know the duty | • Train all members^• Publish a pledge^• Report each year | HR^Chief Executive^Policy team | March 2025^June 2025^November each year
            People are heard | Hold a forum | Community Lead^Policy team | September 2025
            """, """
            plan / 1.1 Leaders know the duty / Train all members / HR / March 2025
            plan / 1.1 Leaders know the duty / Publish a pledge / Chief Executive / June 2025
            plan / 1.1 Leaders know the duty / Report each year / Policy team / November each year
            plan / 1.2 People are heard / Hold a forum / Community Lead^Policy team / September 2025
            """),
        ["totals and notes at the end"] = ("""
            No | Action | Owner | Due date | Status
            1 | Train all members | HR | 31/03/2025 | Complete
            2 | Publish a pledge | Chief Executive | 30/06/2025 | Overdue
            Total actions: 2 | | | |
            Key: Green = on track, Red = off track | | | |
            """, """
            plan / 1 / Train all members / HR / 31/03/2025
            plan / 2 / Publish a pledge / Chief Executive / 30/06/2025
            """),
        ["glossary and contents"] = ("""
            Contents | Page
            Introduction | 3
            Action plan | 7

            Theme 1: Leadership

            Action | Lead | Date
            Train all members | HR | March 2025
            Publish a pledge | Chief Executive | June 2025

            Abbreviation | Meaning
            EIA | Equality impact assessment
            PSED | Public sector equality duty
            """, """
            1 Leadership / 1.1 / Train all members / HR / March 2025
            1 Leadership / 1.2 / Publish a pledge / Chief Executive / June 2025
            """),
        ["dates in the action's words"] = ("""
            Objective | Action | Lead
            Leaders know the duty | Train all members by March 2025 | HR
            | Publish a pledge (June 2025) | Chief Executive
            People are heard | Review the Equality Act 2010 guidance | Policy team
            """, """
            plan / 1.1 Leaders know the duty / Train all members by March 2025 / HR / by March 2025
            plan / 1.1 Leaders know the duty / Publish a pledge (June 2025) / Chief Executive / June 2025
            plan / 1.2 People are heard / Review the Equality Act 2010 guidance / Policy team /
            """),
        ["three levels over page breaks"] = ("""
            Strategic aim | Objective | Key actions | Lead | Timescale | Measure
            1. Fair leadership | 1.1 Leaders know the duty and act on | Train all members and | HR | March 2025 | 90% of
            | it every day | publish the register | | | members trained

            Page 1 of 2

            Strategic aim | Objective | Key actions | Lead | Timescale | Measure
            1. Fair leadership | 1.2 Services are checked | Assess each policy | All heads of service | Ongoing | Share assessed
            2. Heard communities | 2.1 People are heard | Hold a forum | Community Lead | Quarterly | Four forums
            """, """
            1 Fair leadership / 1.1 Leaders know the duty and act on it every day / Train all members and publish the register / HR / March 2025
            1 Fair leadership / 1.2 Services are checked / Assess each policy / All heads of service / Ongoing
            2 Heard communities / 2.1 People are heard / Hold a forum / Community Lead / Quarterly
            """),
        ["nested full-width rows"] = ("""
            Action | Lead | By when
            Theme 1: Leadership | |
            Objective 1.1: Leaders know the duty | |
            Train all members | HR | March 2025
            Publish a pledge | Chief Executive | June 2025
            Objective 1.2: Services are checked | |
            Assess each policy | All heads of service | Ongoing
            Theme 2: Communities | |
            Objective 2.1: People are heard | |
            Hold a forum | Community Lead | Quarterly
            """, """
            1 Leadership / 1.1 Leaders know the duty / Train all members / HR / March 2025
            1 Leadership / 1.1 Leaders know the duty / Publish a pledge / Chief Executive / June 2025
            1 Leadership / 1.2 Services are checked / Assess each policy / All heads of service / Ongoing
            2 Communities / 2.1 People are heard / Hold a forum / Community Lead / Quarterly
            """),
        ["numbers begin anew under each theme"] = ("""
            Priority A: Leadership

            No. | Action | Lead | Deadline
            1 | Train all members | HR | March 2025
            2 | Publish a pledge | Chief Executive | June 2025

            Priority B: Communities

            No. | Action | Lead | Deadline
            1 | Hold a forum | Community Lead | TBC
            """, """
            A Leadership / 1 / Train all members / HR / March 2025
            A Leadership / 2 / Publish a pledge / Chief Executive / June 2025
            B Communities / B.1 / Hold a forum / Community Lead / TBC
            """),
        ["you said we did"] = ("""
            What you told us | What we will do | Who will lead | By when | Progress so far
            Staff networks need time | Give each network a budget | HR | April 2025 | Completed - budgets set
            Forms are hard to read | Rewrite the ten most used forms | Communications | Ongoing | Six rewritten
            """, """
            plan / 1.1 / Give each network a budget / HR / April 2025
            plan / 1.2 / Rewrite the ten most used forms / Communications / Ongoing
            """),
        ["objectives as rows of work"] = ("""
            Equality objective | Measures of success | Lead | Target date | Update
            1. Close the gender pay gap | Gap below 5% | HR | March 2026 | Gap now 7%
            2. Recruit more disabled staff | 10% of starters | HR | March 2027 | Amber: 8%
            """, """
            plan / 1 / Close the gender pay gap / HR / March 2026
            plan / 2 / Recruit more disabled staff / HR / March 2027
            """),
        ["a plan of quarters"] = ("""
            Workstream | Activity | Owner | Q1 | Q2 | Q3 | Q4
            Data | Collect equality data | Insight team | Design form | Pilot | Roll out | Report
            Voice | Hold a forum | Community Lead | | Forum | | Forum
            """, """
            Data / 1.1 / Collect equality data / Insight team /
            Voice / 2.1 / Hold a forum / Community Lead /
            """),
        ["headings, paragraphs and a table each"] = ("""
            Equality, Diversity and Inclusion Strategy 2022-2026

            Objective 1 - An inclusive workforce

            We want our workforce to reflect the borough. This will take several years.

            Action | Lead Officer | Timescale | Progress Update | RAG
            Review recruitment | Head of HR | Mar-23 | Panel set up in May | A
            Launch mentoring | OD Manager | Sept 2023 | | G

            Objective 2 - Accessible services

            Our services should be open to all.

            Action | Lead Officer | Timescale | Progress Update | RAG
            Audit reception areas | Property | 2023/24 | Two of five done | R
            """, """
            1 An inclusive workforce / 1.1 / Review recruitment / Head of HR / Mar-23
            1 An inclusive workforce / 1.2 / Launch mentoring / OD Manager / Sept 2023
            2 Accessible services / 2.1 / Audit reception areas / Property / 2023/24
            """),
        ["section row above its own header"] = ("""
            Outcome 1: Fair access | | |
            Action | Lead | Timescale | Status
            Map barriers | Policy | 30.06.24 | In progress
            Publish the map | Policy | 30.09.24 | Not started
            Outcome 2: Inclusive workplace | | |
            Action | Lead | Timescale | Status
            Run a survey | HR | Annually | Complete
            """, """
            1 Fair access / 1.1 / Map barriers / Policy / 30.06.24
            1 Fair access / 1.2 / Publish the map / Policy / 30.09.24
            2 Inclusive workplace / 2.1 / Run a survey / HR / Annually
            """),
        ["all in lower case"] = ("""
            objective | action | lead | date
            know our residents | collect data at first contact | customer services | march 2025
            | share data with partners | insight team | april 2025
            welcome everyone | train reception staff | customer services | may 2025
            """, """
            plan / 1.1 know our residents / collect data at first contact / customer services / march 2025
            plan / 1.1 know our residents / share data with partners / insight team / april 2025
            plan / 1.2 welcome everyone / train reception staff / customer services / may 2025
            """),
        ["start and end dates"] = ("""
            Ref | Action | Lead | Start date | End date | Status | Comments
            1.1 | Collect data | Insight | 01/04/2024 | 30/09/2024 | Green |
            1.2 | Share data | Insight | 01/10/2024 | 31/03/2025 | Amber | Waiting for the county
            2.1 | Train staff | HR | 01/04/2024 | 31/03/2025 | Complete | All 40 trained
            """, """
            plan / 1.1 / Collect data / Insight / 30/09/2024
            plan / 1.2 / Share data / Insight / 31/03/2025
            plan / 2.1 / Train staff / HR / 31/03/2025
            """),
        ["two columns"] = ("""
            Action | Timescale
            Collect data | Year 1
            Share data | Year 2
            """, """
            plan / 1.1 / Collect data /  / Year 1
            plan / 1.2 / Share data /  / Year 2
            """),
        ["a page without its header"] = ("""
            Objective | Action | Lead | By when
            1 Know our residents | Collect data | Insight | March 2025
            2 Welcome everyone | Train reception staff | HR | May 2025

            Page 2

            3 Reflect our residents | Review recruitment | HR | June 2025
            | Launch mentoring | HR | July 2025
            """, """
            plan / 1 Know our residents / Collect data / Insight / March 2025
            plan / 2 Welcome everyone / Train reception staff / HR / May 2025
            plan / 3 Reflect our residents / Review recruitment / HR / June 2025
            plan / 3 Reflect our residents / Launch mentoring / HR / July 2025
            """),
        ["bullets after a lead-in, and a footnote"] = ("""
            Priority area | What we want to achieve | What we will do | Who | When
            Leadership | Leaders who listen | Hold listening events for: ^• staff^• residents | Chief Executive | Every six months
            | | Report what was heard<sup>1</sup> | Policy | After each event
            * funding subject to approval | | | |
            """, """
            Leadership / 1.1 Leaders who listen / Hold listening events for: ^• staff^• residents / Chief Executive / Every six months
            Leadership / 1.1 Leaders who listen / Report what was heard / Policy / After each event
            """),
        ["several leads and partners"] = ("""
            Equality objective | Actions we will take | Lead department | Lead officer | Partners | Budget | Deadline | Desired outcome
            Tackle hate crime | Open a reporting centre | Community Safety | J Smith | Police; Victim Support | £5,000 | December 2024 | More reports
            Reduce inequality | Publish a health profile | Public Health | | NHS | Within existing | Spring 2025 | Better decisions
            """, """
            plan / 1.1 Tackle hate crime / Open a reporting centre / Community Safety; J Smith / December 2024
            plan / 1.2 Reduce inequality / Publish a health profile / Public Health / Spring 2025
            """),
        ["actions numbered under merged objectives"] = ("""
            Objective | No. | Action | Owner | Date
            Know our residents | 1 | Collect data | Insight | March 2025
            | 2 | Share data | Insight | April 2025
            Welcome everyone | 3 | Train reception staff | HR | May 2025
            | 4 | Audit receptions | Property | n/a
            """, """
            plan / 1.1 Know our residents / 1 Collect data / Insight / March 2025
            plan / 1.1 Know our residents / 2 Share data / Insight / April 2025
            plan / 1.2 Welcome everyone / 3 Train reception staff / HR / May 2025
            plan / 1.2 Welcome everyone / 4 Audit receptions / Property / n/a
            """),
        ["wrapped rows of an extraction"] = ("""
            Objective | Action | Lead | By when
            Know our residents and | Collect data at the first | Customer | March
            their needs | contact with each resident | Services | 2025
            Welcome everyone | Train reception staff | HR | May 2025
            """, """
            plan / 1.1 Know our residents and their needs / Collect data at the first contact with each resident / Customer Services / March 2025
            plan / 1.2 Welcome everyone / Train reception staff / HR / May 2025
            """),
        ["bold and hashes"] = ("""
            # **Action plan**

            ## Priority 1: **Know our residents**

            **Action** | **Lead** | **Target date**
            Collect *data* | Insight | March 2025

            ## Priority 2: Welcome everyone

            **Action** | **Lead** | **Target date**
            Train reception staff | HR | May 2025
            """, """
            1 Know our residents / 1.1 / Collect data / Insight / March 2025
            2 Welcome everyone / 2.1 / Train reception staff / HR / May 2025
            """),
        ["headings of two levels in the text"] = ("""
            Priority 1: Leadership

            Objective 1.1: Leaders know the duty

            Action | Lead | By when
            Train all members | HR | March 2025
            Publish a pledge | Chief Executive | June 2025

            Objective 1.2: Services are checked

            Action | Lead | By when
            Assess each policy | All heads of service | Ongoing

            Priority 2: Communities

            Objective 2.1: People are heard

            Action | Lead | By when
            Hold a forum | Community Lead | Quarterly
            """, """
            1 Leadership / 1.1 Leaders know the duty / Train all members / HR / March 2025
            1 Leadership / 1.1 Leaders know the duty / Publish a pledge / Chief Executive / June 2025
            1 Leadership / 1.2 Services are checked / Assess each policy / All heads of service / Ongoing
            2 Communities / 2.1 People are heard / Hold a forum / Community Lead / Quarterly
            """),
        ["authorities beside the actions"] = ("""
            Ref | Commitment | What is required | Which authority | When | Responsible post
            1.1 | Monitoring tools | Refresh the toolkits | ALL | August 2025 | Equality Officer
            | | Train the staff | BDC; HBBC | On-going |
            1.2 | Data | Publish a profile | ALL OTHERS | TBC | Policy Officer
            """, """
            plan / 1.1 Monitoring tools / Refresh the toolkits / Equality Officer / August 2025
            plan / 1.1 Monitoring tools / Train the staff / Equality Officer / On-going
            plan / 1.2 Data / Publish a profile / Policy Officer / TBC
            """),
        ["a cell with its numbered actions"] = ("""
            Objective | Action | Lead | Timescale
            Know our residents | 1) Collect data 2) Share data 3) Report yearly | Insight | 1) March 2025 2) May 2025 3) Annually
            Welcome everyone | Train reception staff; audit receptions | HR | By end of 2025
            """, """
            plan / 1.1 Know our residents / 1) Collect data / Insight / March 2025
            plan / 1.1 Know our residents / 2) Share data / Insight / May 2025
            plan / 1.1 Know our residents / 3) Report yearly / Insight / Annually
            plan / 1.2 Welcome everyone / Train reception staff; audit receptions / HR / By end of 2025
            """),
    };
}
