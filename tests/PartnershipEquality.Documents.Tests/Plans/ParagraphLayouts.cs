namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>Plans without any table, none of them anybody's.</summary>
internal static class ParagraphLayouts
{
    /// <summary>What was written, and a line for each action that must come out: theme, commitment, action, who, when.</summary>
    public static readonly Dictionary<string, (string Written, string Rows)> All = new()
    {
        ["labels within a sentence"] = ("""
            Equality Scheme 2011-2014

            We want to be fair.

            Theme 1: Knowing our communities

            1.1 Publish a workforce profile. Lead: Head of HR. Target date: 31 March 2012.
            1.2 Collect equality data at first contact. Lead: Customer Services Manager. Target date: June 2012.

            Theme 2: Leadership

            2.1 Train all members (Lead: Democratic Services, Target date: December 2011)
            2.2 Publish a pledge. Lead: Chief Executive. Target date: ongoing. Outcome: The council is seen to lead.

            Contact: equality@council.example
            """, """
            1 Knowing our communities / 1.1 / Publish a workforce profile. / Head of HR / 31 March 2012
            1 Knowing our communities / 1.2 / Collect equality data at first contact. / Customer Services Manager / June 2012
            2 Leadership / 2.1 / Train all members / Democratic Services / December 2011
            2 Leadership / 2.2 / Publish a pledge. / Chief Executive / ongoing
            """),
        ["a line for each label, and one cut in two"] = ("""
            Equality Action Plan

            Objective 1: Know our communities
            Action 1.1: Publish a profile
            Responsible: Policy Manager
            Timescale: by June 2012
            Outcome: Services are planned
            on evidence

            Action 1.2: Share data with partners
            We will agree a protocol with the police and health.
            Responsible: Head of
            Policy
            Timescale: Quarterly
            Baseline: none
            Outcome: Partners plan together

            Objective 2: Be a fair employer
            Action 2.1: Review recruitment
            Responsible: Head of HR
            Timescale: 31/03/2013
            Baseline: 3% disabled
            Outcome: Applicants reflect the borough

            For more information call us.
            """, """
            1 Know our communities / 1.1 / Action 1.1 Publish a profile / Policy Manager / by June 2012
            1 Know our communities / 1.2 / Action 1.2 Share data with partners^We will agree a protocol with the police and health. / Head of Policy / Quarterly
            2 Be a fair employer / 2.1 / Action 2.1 Review recruitment / Head of HR / 31/03/2013
            """),
        ["a list with who and when in brackets"] = ("""
            Action Plan

            Our priorities

            - Publish a profile (Head of HR, June 2012)
            - Train all members (Monitoring Officer, by December 2012)
            - Hold a forum (Community Team; quarterly)

            We consulted the public (Town Hall, June 2011).
            """, """
            Our priorities / 1.1 / Publish a profile / Head of HR / June 2012
            Our priorities / 1.2 / Train all members / Monitoring Officer / by December 2012
            Our priorities / 1.3 / Hold a forum / Community Team / quarterly
            """),
        ["cells one below the other"] = ("""
            Action plan

            Action

            Lead officer

            Target date

            Publish a workforce profile

            Head of HR

            31 March 2012

            Train all members

            Monitoring Officer

            Ongoing

            Hold a forum

            Community Team

            Quarterly

            Contact us for more.
            """, """
            Action plan / 1.1 / Publish a workforce profile / Head of HR / 31 March 2012
            Action plan / 1.2 / Train all members / Monitoring Officer / Ongoing
            Action plan / 1.3 / Hold a forum / Community Team / Quarterly
            """),
        ["labels for all, and two for the same"] = ("""
            Objective: People know their rights
            Action: Publish a guide
            Who: Web Team
            By when: May 2014
            Measure of success: 500 downloads

            Objective: Staff know the duty
            Action: Train staff
            Lead officer: HR
            Timescale: Autumn 2014
            Measure of success: 90% trained
            """, """
            plan / 1.1 People know their rights / Publish a guide / Web Team / May 2014
            plan / 1.2 Staff know the duty / Train staff / HR / Autumn 2014
            """),
        ["objectives as the items"] = ("""
            Equality objectives 2014

            Objective 1: Close the pay gap
            Lead: Head of HR
            By when: March 2015
            Success measure: gap below 5%

            Objective 2: Recruit more disabled staff
            Lead: Head of HR
            By when: March 2016
            Success measure: 10% of starters
            """, """
            Equality objectives 2014 / 1 / Objective 1 Close the pay gap / Head of HR / March 2015
            Equality objectives 2014 / 2 / Objective 2 Recruit more disabled staff / Head of HR / March 2016
            """),
        ["labels before dashes, with no number"] = ("""
            # Our equality plan

            ## Housing

            ### Make homes accessible

            Lead officer – Housing Manager

            Timescale – by 31 March 2014

            ### Publish a lettings guide

            Lead officer – Lettings Officer

            Timescale – Summer 2014
            """, """
            Housing / 1.1 / Make homes accessible / Housing Manager / by 31 March 2014
            Housing / 1.2 / Publish a lettings guide / Lettings Officer / Summer 2014
            """),
    };
}
