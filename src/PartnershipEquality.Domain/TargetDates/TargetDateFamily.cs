namespace PartnershipEquality.Domain.TargetDates;

public abstract partial record TargetDate
{
    /// <summary>On or by one day: "31 March 2012".</summary>
    public sealed record OnDay : TargetDate
    {
        public OnDay(string text, DateOnly? earliest, DateOnly dueBy)
            : base(text, TargetKind.Date, TargetPrecision.Day, earliest, dueBy)
        {
        }
    }

    /// <summary>Within one month: "June 2011".</summary>
    public sealed record InMonth : TargetDate
    {
        public InMonth(string text, DateOnly? earliest, DateOnly dueBy)
            : base(text, TargetKind.Month, TargetPrecision.Month, earliest, dueBy)
        {
        }
    }

    /// <summary>Within one season: "autumn 2011".</summary>
    public sealed record InSeason : TargetDate
    {
        public InSeason(string text, DateOnly? earliest, DateOnly dueBy)
            : base(text, TargetKind.Season, TargetPrecision.Season, earliest, dueBy)
        {
        }
    }

    /// <summary>Within one quarter, by number or by its months: "Q4 2022/23", "January to March 2023".</summary>
    public sealed record InQuarter : TargetDate
    {
        public InQuarter(string text, DateOnly? earliest, DateOnly dueBy)
            : base(text, TargetKind.Quarter, TargetPrecision.Quarter, earliest, dueBy)
        {
        }
    }

    /// <summary>Within one financial year: "2014/15".</summary>
    public sealed record InFinancialYear : TargetDate
    {
        public InFinancialYear(string text, DateOnly? earliest, DateOnly dueBy)
            : base(text, TargetKind.FinancialYear, TargetPrecision.FinancialYear, earliest, dueBy)
        {
        }
    }

    /// <summary>Within one calendar year or a part of it: "2012", "early 2012".</summary>
    public sealed record InYear : TargetDate
    {
        public InYear(string text, DateOnly? earliest, DateOnly dueBy)
            : base(text, TargetKind.Year, TargetPrecision.Year, earliest, dueBy)
        {
        }
    }

    /// <summary>Within a span that the text sets by both its ends: "July to December 2012".</summary>
    public sealed record Between : TargetDate
    {
        public Between(string text, DateOnly earliest, DateOnly dueBy, TargetPrecision precision)
            : base(text, TargetKind.Between, precision, earliest, dueBy)
        {
        }
    }

    /// <summary>It begins then, and nothing says when it is due: "Start June 2011".</summary>
    public sealed record Starting : TargetDate
    {
        public Starting(string text, DateOnly earliest, TargetPrecision precision)
            : base(text, TargetKind.Starting, precision, earliest)
        {
        }
    }

    /// <summary>It falls due again and again: "November each year".</summary>
    public sealed record Recurring : TargetDate
    {
        public Recurring(string text, string recurrence, DateOnly? earliest = null, DateOnly? dueBy = null,
            TargetPrecision precision = TargetPrecision.None)
            : base(text, TargetKind.Recurring, precision, earliest, dueBy) =>
            Recurrence = recurrence;
    }

    /// <summary>It goes on, with no end: "On-going".</summary>
    public sealed record Ongoing : TargetDate
    {
        public Ongoing(string text, DateOnly? earliest = null, TargetPrecision precision = TargetPrecision.None)
            : base(text, TargetKind.Ongoing, precision, earliest)
        {
        }
    }

    /// <summary>It waits for something else: "following conclusion of the inquiry".</summary>
    public sealed record AfterEvent : TargetDate
    {
        public AfterEvent(string text, string what)
            : base(text, TargetKind.AfterEvent) =>
            Event = what;
    }

    /// <summary>It depends on the authority or the circumstances: "Varied according to partner timetable".</summary>
    public sealed record Varies : TargetDate
    {
        public Varies(string text)
            : base(text, TargetKind.Varies)
        {
        }
    }

    /// <summary>The date stands in another place: "See 2.2".</summary>
    public sealed record SeeElsewhere : TargetDate
    {
        public SeeElsewhere(string text, string where)
            : base(text, TargetKind.SeeElsewhere) =>
            Event = where;
    }

    /// <summary>Somebody still has to set the date: "TBC", "as soon as possible".</summary>
    public sealed record ToBeConfirmed : TargetDate
    {
        public ToBeConfirmed(string text)
            : base(text, TargetKind.ToBeConfirmed)
        {
        }
    }

    /// <summary>A status written where a date belongs: "Nov 2013 - Completed".</summary>
    public sealed record Completed : TargetDate
    {
        public Completed(string text)
            : base(text, TargetKind.Completed)
        {
        }
    }

    /// <summary>No target at all: an empty cell, or "N/A".</summary>
    public sealed record None : TargetDate
    {
        public None(string text)
            : base(text, TargetKind.None)
        {
        }
    }

    /// <summary>Words that nobody but a person can settle.</summary>
    public sealed record Unreadable : TargetDate
    {
        public Unreadable(string text)
            : base(text, TargetKind.Unreadable)
        {
        }
    }
}
