namespace PartnershipEquality.Documents.Tests.Plans;

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
        ["progress to a date in the heading"] = ("""
            Single Equality Scheme Action Plan 2010-2013

            What difference will this make? | What we will do | By whom | Deadline | Success indicator | Progress to date (Jan 2014)
            Disabled residents can use every council building | Audit all public buildings for access | Property Services Manager | End Q2 2012/13 | All 42 buildings audited | 41 audited; last one due in spring
            | Install hearing loops in reception areas | Facilities Team | by Xmas 2011 | Loops in 6 receptions | Complete
            | Publish an access guide on the website | Web Team | Mar-12 | Guide is live |
            Staff treat customers with respect | Run customer care training | HR | 31.3.13 | 80% of front line staff trained | On track
            | Review the complaints form | Customer Services | within 6 months of adoption | New form in use | Not started
            """, """
            Single Equality Scheme Action Plan 2010-2013 / 1.1 / Audit all public buildings for access / Property Services Manager / End Q2 2012/13
            Single Equality Scheme Action Plan 2010-2013 / 1.2 / Install hearing loops in reception areas / Facilities Team / by Xmas 2011
            Single Equality Scheme Action Plan 2010-2013 / 1.3 / Publish an access guide on the website / Web Team / Mar-12
            Single Equality Scheme Action Plan 2010-2013 / 1.4 / Run customer care training / HR / 31.3.13
            Single Equality Scheme Action Plan 2010-2013 / 1.5 / Review the complaints form / Customer Services / within 6 months of adoption
            """),
        ["a table for each action"] = ("""
            Objective 1: Improve access to housing advice

            Action 1 | Translate the housing options leaflet
            Lead officer | Housing Options Manager
            Timescale | 30th September 2012
            PSED aim | Advance equality of opportunity

            Action 2 | Hold a drop-in at the community centre
            Lead officer | Housing Outreach Worker
            Timescale | bi-monthly
            PSED aim | Eliminate unlawful discrimination, harassment and victimisation

            Objective 2: Reduce hate crime

            Action 3 | Set up third party reporting centres
            Lead officer | Community Safety Officer
            Timescale | from Sept 09 then ongoing
            PSED aim | Fostering good relations
            """, """
            1 Improve access to housing advice / 1.1 / Translate the housing options leaflet / Housing Options Manager / 30th September 2012
            1 Improve access to housing advice / 1.2 / Hold a drop-in at the community centre / Housing Outreach Worker / bi-monthly
            2 Reduce hate crime / 2.1 / Set up third party reporting centres / Community Safety Officer / from Sept 09 then ongoing
            """),
        ["priorities by rank, and a start and a finish"] = ("""
            Accessibility Strategy Action Plan

            Ref | Priority (H/M/L) | Action required | Responsibility | | Timescale |
            | | | Lead | Support | Start | Finish
            A1 | H | Provide accessible parking at the leisure centre | Leisure Manager | Highways | April 2012 | Summer term 2012
            A2 | M | Replace the lift in the town hall | Estates | Finance | Sept 2012 | 2012/13 Q3
            A3 | L | Drop kerbs in the High Street | Highways | Access Group | 2010 | 2010-2013
            """, """
            Accessibility Strategy Action Plan / A1 / Provide accessible parking at the leisure centre / Leisure Manager / Summer term 2012
            Accessibility Strategy Action Plan / A2 / Replace the lift in the town hall / Estates / 2012/13 Q3
            Accessibility Strategy Action Plan / A3 / Drop kerbs in the High Street / Highways / 2010-2013
            """),
        ["dates in small letters"] = ("""
            Action | Outcome we want | Lead | Partners | When by | RAG | Update
            Priority 1: Maximising income | | | | | |
            Promote Pension Credit | More pensioners claim | Benefits Manager | Age UK | w/c 5 June | Green | Campaign ran
            Check benefits in surgeries | Residents get what they are due | Welfare Rights | ICB | Post election May 2025 | Amber | awaiting the election
            Priority 2: Food security | | | | | |
            Map food banks and pantries | No gaps in provision | Public Health | Foodbank network | Dec 24 | Red | Delayed by a vacancy
            Agree a holiday food offer | No child hungry in holidays | Children's Services | Schools | before the summer holidays 2025 | not started | tbc
            Evaluate and report to Cabinet | Members are informed | Policy Team | | 6-monthly | Green |
            """, """
            1 Maximising income / 1.1 / Promote Pension Credit / Benefits Manager / w/c 5 June
            1 Maximising income / 1.2 / Check benefits in surgeries / Welfare Rights / Post election May 2025
            2 Food security / 2.1 / Map food banks and pantries / Public Health / Dec 24
            2 Food security / 2.2 / Agree a holiday food offer / Children's Services / before the summer holidays 2025
            2 Food security / 2.3 / Evaluate and report to Cabinet / Policy Team / 6-monthly
            """),
        ["a version and its approval above the header"] = ("""
            Council EDI Delivery Plan 2022-25 | | | | |
            Version 3 - approved by Cabinet 14/07/2022 | | | | |
            | | | | |
            No. | Equality objective | Key actions | Protected characteristics | Accountable officer | Start date | End date | Status
            1 | Inclusive workforce | Publish ethnicity pay gap | Race | Director of HR | 01/04/2022 | 31/03/2023 | Complete
            2 | Inclusive workforce | Launch reverse mentoring | All | OD Lead | Sep-22 | Mar-24 | On track
            3 | Accessible services | Adopt a charter | Disability, Age | Customer Lead | | tbc | Not started
            4 | Safer communities | Hate crime awareness week | Race, Religion, Carers | Community Safety | | annually in October | Ongoing
            """, """
            Council EDI Delivery Plan 2022-25 / 1.1 Inclusive workforce / 1 Publish ethnicity pay gap / Director of HR / 31/03/2023
            Council EDI Delivery Plan 2022-25 / 1.1 Inclusive workforce / 2 Launch reverse mentoring / OD Lead / Mar-24
            Council EDI Delivery Plan 2022-25 / 1.2 Accessible services / 3 Adopt a charter / Customer Lead / tbc
            Council EDI Delivery Plan 2022-25 / 1.3 Safer communities / 4 Hate crime awareness week / Community Safety / annually in October
            """),
        ["areas of action, their steps lettered"] = ("""
            Dementia Friendly Borough Action Plan 2019/20

            Owner: Age Friendly Partnership

            Area of action | What do we need to do? | Who will do it? | By when? | Completed? (Y/N)
            1. Arts, culture, leisure and recreation | a) Dementia friendly swimming sessions | Leisure Trust | Autumn 2019 | Y
            | b) Relaxed cinema screenings | Arts Centre | Every month | N
            2. Transport | a) Training for taxi drivers | Licensing | Before licence renewal in Oct 2019 | Y
            """, """
            1 Arts, culture, leisure and recreation / 1.1 / a) Dementia friendly swimming sessions / Leisure Trust / Autumn 2019
            1 Arts, culture, leisure and recreation / 1.2 / b) Relaxed cinema screenings / Arts Centre / Every month
            2 Transport / 2.1 / a) Training for taxi drivers / Licensing / Before licence renewal in Oct 2019
            """),
        ["themes of the framework"] = ("""
            EFLG theme | Improvement needed | Tasks | Resp. Officer | Milestone / date | Resources
            Leadership and partnership | Members are equality champions | Appoint a champion for each strand | Democratic Services Manager | AGM May 2011 | Officer time
            | The LSP signs up to a shared vision | Draft a vision for the LSP Board | LSP Co-ordinator | 31 March 2011 | None
            Community engagement | Hard to reach groups are heard | Set up a focus group | Consultation Officer | asap | £500
            Responsive services | EIAs are done on time | Train all managers | Equalities Officer | by the end of the financial year | £2,000
            | | Publish all completed EIAs | Equalities Officer | Monthly from 1 June 2011 | Officer time
            """, """
            Leadership and partnership / 1.1 Members are equality champions / Appoint a champion for each strand / Democratic Services Manager / AGM May 2011
            Leadership and partnership / 1.2 The LSP signs up to a shared vision / Draft a vision for the LSP Board / LSP Co-ordinator / 31 March 2011
            Community engagement / 2.1 Hard to reach groups are heard / Set up a focus group / Consultation Officer / asap
            Responsive services / 3.1 EIAs are done on time / Train all managers / Equalities Officer / by the end of the financial year
            Responsive services / 3.1 EIAs are done on time / Publish all completed EIAs / Equalities Officer / Monthly from 1 June 2011
            """),
    };
}
