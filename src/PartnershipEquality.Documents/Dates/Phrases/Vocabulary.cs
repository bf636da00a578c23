namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>The words that plans use about time, each list once.</summary>
internal static class Vocabulary
{
    private static readonly HashSet<string> Weekdays = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
            "fri", "sat", "sun",
    };

    // Beside a date these change what it means, so a reading must not pass them over.
    private static readonly HashSet<string> Meaningful = new(StringComparer.Ordinal)
    {
        "each", "every", "annual", "annually", "yearly", "quarterly", "monthly", "weekly", "fortnightly", "termly", "twice", "thereafter",
            "onwards",
        "ongoing", "completed", "complete", "tbc", "tba", "tbd", "not", "unless", "except", "before", "until", "pending", "asap",
        "following", "after", "once", "varies", "varied", "start", "starting", "commence", "commencing", "from", "early", "mid", "late",
        "biannual", "biannually", "biennial", "biennially", "see", "was", "cancelled", "postponed", "delayed", "depending", "dependent",
            "subject",
        "quarter", "q", "qtr",
    };

    public static PhraseSet NoTarget { get; } = Phrases("n / a", "na", "none", "nil", "not applicable", "no date", "no target", "n . a",
        "not set");

    public static PhraseSet ToBeConfirmed { get; } = Phrases(
        "tbc", "tba", "tbd", "t . b . c", "t b c", "to be confirmed", "to be agreed", "to be announced", "to be advised",
            "to be determined", "to be decided",
        "to be set", "date to be confirmed", "date to be agreed", "date to be set", "date tbc", "dates tbc", "timescale tbc",
            "timescales tbc", "not yet known",
        "asap", "as soon as possible", "as soon as practicable", "as soon as practical", "at the earliest opportunity", "immediate",
            "immediately", "urgent");

    // A status where a date belongs: nobody has said when, so somebody must.
    public static PhraseSet Unscheduled { get; } = Phrases(
        "planned", "already planned", "scheduled", "already scheduled", "to be scheduled", "to be planned", "not started",
            "not yet started", "on hold", "short term", "medium term", "long term",
        "in the short term", "in the medium term", "in the long term", "short to medium term", "medium to long term", "future",
            "in due course");

    public static PhraseSet InProgress { get; } = Phrases(
        "in progress", "work in progress", "underway", "under way", "already underway", "already under way", "in hand", "wip",
            "partially complete", "partially completed", "partly complete",
        "partly completed", "part complete", "part completed", "nearly complete", "already in progress");

    public static PhraseSet Finished { get; } = Phrases(
        "completed", "complete", "done", "achieved", "finished", "closed", "implemented", "delivered", "already completed",
            "already complete", "already done", "already achieved", "already implemented",
        "already delivered", "already in place", "in place", "now complete", "now completed", "now in place", "fully implemented");

    public static PhraseSet Varying { get; } = Phrases(
        "varied", "vary", "varies", "various", "varying", "variable", "will vary", "may vary", "dates vary", "as appropriate",
            "as required", "as necessary", "as needed",
        "review on each", "review at each", "on each", "at each", "as and when", "as when", "when required", "when necessary",
            "when needed", "where appropriate", "where required", "if required", "committee cycles", "in line with committee cycles",
                "every meeting", "each meeting", "ad hoc", "as they arise", "as it arises");

    public static PhraseSet Elsewhere { get; } = Phrases("see", "see also", "refer to", "as per", "as in", "as for", "in line with",
        "in accordance with", "according to", "linked to");

    public static PhraseSet Waiting { get; } = Phrases(
        "following", "after", "once", "upon", "on completion of", "on conclusion of", "upon completion of", "when", "pending", "awaiting",
            "subject to",
        "dependent on", "dependent upon", "depending on", "depending upon", "depends on", "as a result of", "prior to", "before", "until",
            "in advance of", "in time for", "in readiness for");

    public static PhraseSet Ongoing { get; } = Phrases(
        "ongoing", "on going", "continuing", "continuous", "continuously", "continual", "continually", "continue", "continues", "permanent",
            "rolling", "rolling programme",
        "throughout", "throughout the year", "throughout the plan", "throughout the scheme", "across the year", "all year",
            "all year round", "always", "open ended", "life of the scheme", "life of the plan", "for the life of the scheme",
                "for the life of the plan", "lifetime of the scheme", "lifetime of the plan",
        "duration of the scheme", "duration of the plan", "for the duration of the scheme", "for the duration of the plan",
            "business as usual", "bau", "day to day", "daily", "on an ongoing basis", "on an on going basis");

    public static PhraseSet Starting { get; } = Phrases(
        "start", "starts", "starting", "started", "commence", "commences", "commencing", "commenced", "commencement", "begin", "begins",
            "beginning", "to start", "to commence", "to begin",
        "effective", "launched", "from", "since", "as of", "with effect from", "wef");

    public static PhraseSet Due { get; } = Phrases(
        "due", "due by", "due in", "due on", "by", "no later than", "not later than", "before end of", "before the end of", "before end",
            "before the end", "launch", "launch date", "to launch", "to be launched", "at the latest by", "latest", "until", "till",
                "up to",
        "complete by", "completed by", "to be complete by", "to be completed by", "completion by", "deadline", "target", "target date",
            "within");

    public static PhraseSet Within { get; } = Phrases(
        "in", "on", "at", "during", "for", "of", "w / c", "w / e", "to be completed in", "to be complete in", "complete in",
            "completion in", "in or around", "around", "circa", "approx", "approximately", "about");

    public static int Month(string word) => word switch
    {
        "january" or "jan" => 1,
        "february" or "feb" => 2,
        "march" or "mar" => 3,
        "april" or "apr" => 4,
        "may" => 5,
        "june" or "jun" => 6,
        "july" or "jul" => 7,
        "august" or "aug" => 8,
        "september" or "sept" or "sep" => 9,
        "october" or "oct" => 10,
        "november" or "nov" => 11,
        "december" or "dec" => 12,
        _ => 0,
    };

    public static int SeasonOf(string word) => word switch
    {
        "spring" => Season.Spring,
        "summer" => Season.Summer,
        "autumn" => Season.Autumn,
        "winter" => Season.Winter,
        _ => 0,
    };

    public static int Count(string word) => word switch
    {
        "one" or "first" => 1,
        "two" or "second" => 2,
        "three" or "third" => 3,
        "four" or "fourth" => 4,
        "five" => 5,
        "six" => 6,
        "nine" => 9,
        "twelve" => 12,
        _ => 0,
    };

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    public static bool IsMeaningful(string word) => Meaningful.Contains(word);

    public static PhraseSet Phrases(params string[] phrases) => new(phrases);
}
