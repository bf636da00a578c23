namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>Plans as pdftotext -layout gives them: spaces alone keep the columns apart. "{FF}" stands for the end of a page.</summary>
internal static class ExtractedLayouts
{
    /// <summary>What was written, and a line for each action that must come out: theme, commitment, action, who, when.</summary>
    public static readonly Dictionary<string, (string Written, string Rows)> All = new()
    {
        ["themes above tables, a heading of two lines, and one space between columns"] = ("""
            Theme 1: Knowing our communities
                                                                                                                                                 Measure of
            Ref                        Action                         Lead officer         Target date                Outcome
                                                                                                                                                  success

            1.1 Publish a workforce profile every year and       Head of Human         31 March 2012       Profile published on the          90% of staff have
                compare it with the borough's population so that Resources                                 council's website and reported    told us their data
                gaps are seen                                                                              to Cabinet

            1.2 Collect equality data at the first contact with     Customer         September 2012        We know who uses our services Share of records
                each customer                                       Services Manager then ongoing                                        complete

            1.3 Review the complaints form                          Policy Officer     June 2012           Form is accessible                New form in use



            Theme 2: Leadership and commitment
            Ref                        Action                              Lead officer         Target date        Outcome             Measure of success

            2.1 Train all elected members and front line staff on    Democratic Services       December       Leaders know the     All 47 members trained by
                the equality duty and on hate crime                  Manager / HR              2011           duty                 the end of the year

            2.2 Hold a forum with the voluntary sector, disabled     Community Development Quarterly          People are heard     Four forums
                residents and faith groups                           Team

            2.3 Publish a pledge                                     Chief Executive           1 April 2012   The council is       Pledge on the website
                                                                                                              seen to lead

            This plan was agreed by Cabinet.
            """, """
            1 Knowing our communities / 1.1 / Publish a workforce profile every year and compare it with the borough's population so that gaps are seen / Head of Human Resources / 31 March 2012
            1 Knowing our communities / 1.2 / Collect equality data at the first contact with each customer / Customer Services Manager / September 2012 then ongoing
            1 Knowing our communities / 1.3 / Review the complaints form / Policy Officer / June 2012
            2 Leadership and commitment / 2.1 / Train all elected members and front line staff on the equality duty and on hate crime / Democratic Services Manager / HR / December 2011
            2 Leadership and commitment / 2.2 / Hold a forum with the voluntary sector, disabled residents and faith groups / Community Development Team / Quarterly
            2 Leadership and commitment / 2.3 / Publish a pledge / Chief Executive / 1 April 2012
            """),
        ["themes as rows over all columns"] = ("""
            {FF}Ref                      Action                           Lead officer      Target date              Outcome               Measure of success

            Theme 1: Knowing our communities

            1.1 Publish a workforce profile every year and        Head of Human       31 March 2012    Profile published on the       90% of staff have told
                compare it with the borough's population so       Resources                            council's website and reported us their data
                that gaps are seen                                                                     to Cabinet

            1.2 Collect equality data at the first contact with   Customer Services   September 2012   We know who uses our           Share of records
                each customer                                     Manager             then ongoing     services                       complete

            1.3 Review the complaints form                        Policy Officer      June 2012        Form is accessible             New form in use

            Theme 2: Leadership and commitment

            2.1 Train all elected members and front line staff Democratic Services December 2011       Leaders know the duty          All 47 members
                on the equality duty and on hate crime         Manager / HR                                                           trained by the end of
                                                                                                                                      the year

            2.2 Hold a forum with the voluntary sector,           Community           Quarterly        People are heard               Four forums
                disabled residents and faith groups               Development Team

            2.3 Publish a pledge                                  Chief Executive     1 April 2012     The council is seen to lead    Pledge on the website
            """, """
            1 Knowing our communities / 1.1 / Publish a workforce profile every year and compare it with the borough's population so that gaps are seen / Head of Human Resources / 31 March 2012
            1 Knowing our communities / 1.2 / Collect equality data at the first contact with each customer / Customer Services Manager / September 2012 then ongoing
            1 Knowing our communities / 1.3 / Review the complaints form / Policy Officer / June 2012
            2 Leadership and commitment / 2.1 / Train all elected members and front line staff on the equality duty and on hate crime / Democratic Services Manager / HR / December 2011
            2 Leadership and commitment / 2.2 / Hold a forum with the voluntary sector, disabled residents and faith groups / Community Development Team / Quarterly
            2 Leadership and commitment / 2.3 / Publish a pledge / Chief Executive / 1 April 2012
            """),
        ["an objective beside several actions"] = ("""
                 Objective                   What we will do                     Who            When


            Know our communities   Publish a workforce profile every      Head of Human     31 March 2012
            and their needs        year and compare it with the           Resources
                                   borough's population so that gaps
                                   are seen


                                   Collect equality data at the first     Customer Services September
                                   contact with each customer             Manager           2012 then
                                                                                            ongoing


                                   Review the complaints form             Policy Officer    June 2012


            Leaders who know the   Train all elected members and front Democratic            December 2011
            duty and act on it     line staff on the equality duty and on Services Manager /
            every day              hate crime                             HR


                                   Hold a forum with the voluntary        Community         Quarterly
                                   sector, disabled residents and faith   Development
                                   groups                                 Team


                                   Publish a pledge                       Chief Executive   1 April 2012
            """, """
            plan / 1.1 Know our communities and their needs / Publish a workforce profile every year and compare it with the borough's population so that gaps are seen / Head of Human Resources / 31 March 2012
            plan / 1.1 Know our communities and their needs / Collect equality data at the first contact with each customer / Customer Services Manager / September 2012 then ongoing
            plan / 1.1 Know our communities and their needs / Review the complaints form / Policy Officer / June 2012
            plan / 1.2 Leaders who know the duty and act on it every day / Train all elected members and front line staff on the equality duty and on hate crime / Democratic Services Manager / HR / December 2011
            plan / 1.2 Leaders who know the duty and act on it every day / Hold a forum with the voluntary sector, disabled residents and faith groups / Community Development Team / Quarterly
            plan / 1.2 Leaders who know the duty and act on it every day / Publish a pledge / Chief Executive / 1 April 2012
            """),
        ["cells in the middle of their rows"] = ("""
            {FF}No. Action                                        Who                 By when          RAG     Progress


                 Audit the ten most used buildings and        Property Services   By end of                On course, first audits
            1.                                                                                     Green
                 publish the findings                         Manager             September 2014           done


            2.   Install hearing loops in all reception areas Facilities          March 2015


                                                                                                           Waiting for the web
            3.   Publish an access guide                      Web Team            asap             Amber
                                                                                                           contract to be let


                 Open third party reporting centres in        Community Safety
            4.                                                                    01/04/2015
                 libraries and community centres              Officer


                 Train front line staff to recognise hate     HR / Learning &
            5.                                                                    Ongoing
                 incidents                                    Development


            6.   Review recruitment                           Head of HR          Autumn 2014      Green Complete


                 Launch a mentoring scheme for staff from
            7.                                            OD Manager              Q4 2014/15       Red
                 under-represented groups

            Key: Green = on track
            """, """
            plan / 1 / Audit the ten most used buildings and publish the findings / Property Services Manager / By end of September 2014
            plan / 2 / Install hearing loops in all reception areas / Facilities / March 2015
            plan / 3 / Publish an access guide / Web Team / asap
            plan / 4 / Open third party reporting centres in libraries and community centres / Community Safety Officer / 01/04/2015
            plan / 5 / Train front line staff to recognise hate incidents / HR / Learning & Development / Ongoing
            plan / 6 / Review recruitment / Head of HR / Autumn 2014
            plan / 7 / Launch a mentoring scheme for staff from under-represented groups / OD Manager / Q4 2014/15
            """),
        ["lists within cells"] = ("""
            {FF}                                                 Who is
            Priority         What will we do?                                   When?
                                                             responsible?

                                • Collect data at first contact
            1. Knowing our
                                • Share it with partners each Insight Manager   December 2013
            communities
                                  quarter

                                                                                Within six
                             Train all members. Report to    Chief Executive;
            2. Leadership                                                       months of the
                             Council.                        Monitoring Officer
                                                                                election

                             Agree standards for interpreting
            3. Customer      and translation, and tell        Customer
                                                                                Summer 2013
            care             customers about them in plain    Services
                             English
            """, """
            1 Knowing our communities / 1.1 / Collect data at first contact / Insight Manager / December 2013
            1 Knowing our communities / 1.1 / Share it with partners each quarter / Insight Manager / December 2013
            2 Leadership / 2.1 / Train all members. Report to Council. / Chief Executive; Monitoring Officer / Within six months of the election
            3 Customer care / 3.1 / Agree standards for interpreting and translation, and tell customers about them in plain English / Customer Services / Summer 2013
            """),
        ["a card for each action"] = ("""
            {FF}Action         Audit the ten most used buildings and publish the findings

            Lead officer   Property Services Manager

            Timescale      By end of September 2014

            Outcome        Access audits completed; barriers are known




            Action         Install hearing loops in all reception areas

            Lead officer   Facilities

            Timescale      March 2015

            Outcome        All receptions have loops
            """, """
            plan / 1.1 / Audit the ten most used buildings and publish the findings / Property Services Manager / By end of September 2014
            plan / 1.2 / Install hearing loops in all reception areas / Facilities / March 2015
            """),
        ["a row that a page's end splits"] = ("""
            {FF}Ref                       Action                            Lead officer      Target date              Outcome               Measure of success

            8     Collect equality data at the first contact with   Customer Services   September 2012   We know who uses our           Share of records
                  each customer                                     Manager             then ongoing     services                       complete

            9     Review the complaints form                        Policy Officer      June 2012        Form is accessible             New form in use

            10    Train all elected members and front line staff Democratic Services December 2011       Leaders know the duty          All 47 members
                                                                                                                                        trained by the end of
            {FF}Ref                       Action                            Lead officer      Target date              Outcome               Measure of success

                  on the equality duty and on hate crime            Manager / HR                                                        the year

            11    Hold a forum with the voluntary sector,           Community           Quarterly        People are heard               Four forums
                  disabled residents and faith groups               Development Team

            12    Publish a pledge                                  Chief Executive     1 April 2012     The council is seen to lead    Pledge on the website
            """, """
            plan / 8 / Collect equality data at the first contact with each customer / Customer Services Manager / September 2012 then ongoing
            plan / 9 / Review the complaints form / Policy Officer / June 2012
            plan / 10 / Train all elected members and front line staff on the equality duty and on hate crime / Democratic Services Manager / HR / December 2011
            plan / 11 / Hold a forum with the voluntary sector, disabled residents and faith groups / Community Development Team / Quarterly
            plan / 12 / Publish a pledge / Chief Executive / 1 April 2012
            """),
        ["no line between the rows"] = ("""
            Equality Action Plan 2012

            Action                                  Lead                 By when        Outcome
            Publish a workforce profile every       Head of Human        31 March       Gaps are seen and
            year and compare it with the borough    Resources            2012           acted on
            Hold a forum                            Community Lead       Quarterly      People are heard
            Train all members and front line        Democratic           December       Leaders know their
            staff on the equality duty              Services Manager     2012           duty
            Publish a pledge                        Chief Executive      June 2012      The council leads

                                                    Page 1 of 2
            {FF}Action                                  Lead                 By when        Outcome
            Review recruitment                      Head of HR           Spring 2013    Applicants reflect
                                                                                        the borough
            Equality Action Plan 2012                                                   Page 2 of 2
            """, """
            Equality Action Plan 2012 / 1.1 / Publish a workforce profile every year and compare it with the borough / Head of Human Resources / 31 March 2012
            Equality Action Plan 2012 / 1.2 / Hold a forum / Community Lead / Quarterly
            Equality Action Plan 2012 / 1.3 / Train all members and front line staff on the equality duty / Democratic Services Manager / December 2012
            Equality Action Plan 2012 / 1.4 / Publish a pledge / Chief Executive / June 2012
            Equality Action Plan 2012 / 1.5 / Review recruitment / Head of HR / Spring 2013
            """),
    };
}
