namespace PartnershipEquality.Api.Tests.Board;

/// <summary>
/// The board worked out a second time, by a simple-minded program that shares no rule with the product: it reads the
/// CSV, is told what was posted, and keeps for every council and action what stood after each post.
/// </summary>
internal sealed class SimpleBoard
{
    private static readonly DateOnly Begins = new(2026, 4, 1);
    private static readonly DateOnly Ends = new(2029, 3, 31);
    private static readonly string[] Seven = ["BDC", "CBC", "HBBC", "HDC", "MBC", "NWL", "OWDC"];

    private readonly DateOnly _importedOn;

    public SimpleBoard(string csv, DateOnly importedOn)
    {
        this._importedOn = importedOn;
        var rows = Cells(csv);
        int Column(string name) => rows[0].IndexOf(name);
        var seen = new Dictionary<string, int>();
        foreach (var row in rows.Skip(1).Where(row => row[Column("Action")].Length > 0))
        {
            var commitment = row[Column("Reference")];
            seen[commitment] = seen.GetValueOrDefault(commitment) + 1;
            var reference = $"{commitment}/{seen[commitment]}";
            foreach (var council in CouncilsOf(row[Column("Cross-reference")]))
            {
                var work = new Work(council, row[Column("Theme number")], reference, When.Read(row[Column("Target date")], council));
                work.LayDown(importedOn);
                work.Keep(importedOn);
                All.Add(work);
            }
        }
    }

    public List<Work> All { get; } = [];

    public Work this[string council, string reference] => All.Single(w => w.Council == council && w.Reference == reference);

    /// <summary>What the cell says of whom it is for, in the words that this plan uses.</summary>
    private static IEnumerable<string> CouncilsOf(string cell) =>
        cell.Contains("ALL", StringComparison.Ordinal) || cell.Contains("OTHERS", StringComparison.Ordinal) ? Seven
            : Seven.Where(code => cell.Replace("MDC", "MBC", StringComparison.Ordinal).Replace("OWBC", "OWDC", StringComparison.Ordinal)
                .Split([';', ' ']).Contains(code));

    /// <summary>The figures of some work on a day, by the names that the board uses for them.</summary>
    public Dictionary<string, int> Figures(DateOnly asOf, IEnumerable<string> members, string? theme = null, string? council = null)
    {
        var figures = new Dictionary<string, int>();
        void Count(string name) => figures[name] = figures.GetValueOrDefault(name) + 1;
        foreach (var work in All.Where(w => (theme is null || w.Theme == theme) && (council is null || w.Council == council)
            && members.Contains(w.Council)))
        {
            if (work.On(asOf) is not { Withdrawn: false, Accepted: false } now)
            {
                continue;
            }

            Count("expected");
            Count($"byStatus.{now.Status}");
            var overdue = now.Due < asOf;
            var silent = now.Wanted && IsSilent(now, asOf);
            foreach (var (name, raised) in new[]
            {
                ("overdue", overdue), ("dueSoon", now.Due >= asOf
                    && now.Due <= asOf.AddDays(28)), ("notUpdated", silent), ("noTarget", now.Wanted && now.NoTarget),
                ("overdueAgainstBaseline", now.Baseline < asOf),
            })
            {
                if (raised)
                {
                    Count($"flags.{name}");
                }
            }

            Count($"headline.{(now.Status == "completed" ? "completed" : overdue ? "overdue" : silent ? "notUpdated" : now.Status)}");
        }

        return figures;
    }

    /// <summary>What has slipped on a day, in the order of the list.</summary>
    public List<Slip> Slipped(DateOnly asOf, IEnumerable<string> members) =>
    [
        .. All.Where(w => members.Contains(w.Council)).Select(w => (Work: w, Now: w.On(asOf)))
            .Where(x => x.Now is { Withdrawn: false, Accepted: false }
                && (x.Now.Due < asOf || x.Now.Due > x.Now.Baseline || x.Now.Baseline < asOf))
            .Select(x => new Slip(x.Work.Council, x.Work.Reference, x.Now!.Due, x.Now.Baseline, x.Now.Due < asOf
                ? asOf.DayNumber - x.Now.Due.Value.DayNumber : 0,
                x.Now.Due is null ? null : Math.Max(0, x.Now.Due.Value.DayNumber - x.Now.Baseline!.Value.DayNumber),
                x.Work.Moves.Count(m => m.On <= asOf && m.Changed), x.Work.Moves.LastOrDefault(m => m.On <= asOf)?.Reason)),
    ];

    /// <summary>The quarter that ended last was asked about, and nothing was said in it or since.</summary>
    private bool IsSilent(Standing now, DateOnly asOf)
    {
        if (now.ReviewedFrom is not { } from)
        {
            return false;
        }

        var quarter = Begins;
        while (quarter.AddMonths(6) <= asOf && quarter.AddMonths(6) <= Ends)
        {
            quarter = quarter.AddMonths(3);
        }

        var ended = quarter.AddMonths(3).AddDays(-1);
        var first = from > _importedOn ? from : _importedOn;
        return ended < asOf && first <= ended && (now.LastReported is not { } said || said < quarter);
    }

    private static List<List<string>> Cells(string csv)
    {
        var rows = new List<List<string>> { new() };
        var (cell, quoted) = ("", false);
        foreach (var c in csv.Replace("\r", "", StringComparison.Ordinal).TrimStart('\uFEFF'))
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n'))
            {
                cell += c;
            }
            else
            {
                rows[^1].Add(cell);
                cell = "";
                if (c == '\n')
                {
                    rows.Add([]);
                }
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}

/// <summary>A line of the slippage list.</summary>
internal sealed record Slip(string Council, string Reference, DateOnly? Due, DateOnly? Baseline, int DaysOverdue, int? DaysSlipped,
    int TimesMoved, string? LastReason);

/// <summary>What a target cell of this plan means, told by hand.</summary>
internal sealed record When(DateOnly[] Dates, bool Yearly, DateOnly? ReviewedFrom, bool NoTarget)
{
    private static readonly DateOnly Begins = new(2026, 4, 1);

    public static When Read(string cell, string council) => cell switch
    {
        "" or "Varied according to partner timetable" or "Vary according to district/ borough needs" => new([], false, Begins, true),
        "On-going" => new([], false, Begins, false),
        "August 2026  October 2026" => Date(council is "NWL" or "HBBC" or "BDC" ? new(2026, 8, 31) : new(2026, 10, 31)),
        "June 2026 and on-going thereafter" => new([new(2026, 6, 30)], false, new(2026, 7, 1), false),
        "December 2026 and yearly thereafter" => new([new(2026, 12, 31), new(2027, 12, 31), new(2028, 12, 31)], true, null, false),
        "May 2026" => Date(new(2026, 5, 31)),
        "June 2026" => Date(new(2026, 6, 30)),
        "July 2026" => Date(new(2026, 7, 31)),
        "August 2026" => Date(new(2026, 8, 31)),
        "September 2026" => Date(new(2026, 9, 30)),
        "October 2026" => Date(new(2026, 10, 31)),
        "November 2026" => Date(new(2026, 11, 30)),
        "March 2027" => Date(new(2027, 3, 31)),
        "May 2027" => Date(new(2027, 5, 31)),
        "January 2028" => Date(new(2028, 1, 31)),
        _ => throw new ArgumentException($"Nobody has told what \"{cell}\" means."),
    };

    private static When Date(DateOnly day) => new([day], false, null, false);
}

/// <summary>What stood after a post.</summary>
internal sealed record Standing(DateOnly From, string Status, DateOnly? Due, DateOnly? Baseline, DateOnly? ReviewedFrom, bool NoTarget,
    DateOnly? LastReported, bool Accepted, bool Withdrawn)
{
    public bool Wanted => Status is not ("completed" or "notApplicable");
}

/// <summary>One council's part of one action.</summary>
internal sealed class Work(string council, string theme, string reference, When shared)
{
    private readonly List<Standing> _standings = [];
    private readonly List<Delivery> _deliveries = [];
    private readonly List<DateOnly> _givenUp = [];
    private When? _own;
    private When _shared = shared;
    private bool _finished;
    private int _order;
    private DateOnly? _lastReported;
    private DateOnly? _askedSince;

    public string Council => council;

    public string Theme => theme;

    public string Reference => reference;

    public string Status { get; private set; } = "notStarted";

    public bool Accepted { get; private set; }

    public bool Withdrawn { get; private set; }

    public bool HasOwn => _own is not null;

    public bool Recurs => _shared.Yearly;

    public List<Move> Moves { get; } = [];

    private When Target => _own ?? _shared;

    private DateOnly? Due => _deliveries.Where(d => d.DoneAs == 0).Select(d => (DateOnly?)d.Due).Min();

    public Standing? On(DateOnly asOf) => _standings.LastOrDefault(s => s.From <= asOf);

    public void Report(DateOnly today, string status, bool saysFinished = false)
    {
        if (Status == "completed" && status != "completed")
        {
            _finished = false;
            _deliveries.Where(d => d.DoneAs > 0).MaxBy(d => d.DoneAs)?.Undo();
        }

        LayDown(today);
        if (status == "completed")
        {
            _deliveries.Where(d => d.DoneAs == 0).MinBy(d => d.Due)?.Do(++_order);
        }

        var more = _deliveries.Exists(d => d.DoneAs == 0) || (Target.Yearly && Target.Dates.Any(d => d > today.AddDays(400)));
        Status = status == "completed" && more && !saysFinished ? "onTrack" : status;
        _finished = Status == "completed";
        Accepted = false;
        _lastReported = today;
        Keep(today);
    }

    public void MoveOwn(DateOnly today, string? target, string reason)
    {
        var before = Due;
        _own = target is null ? null : When.Read(target, Council);
        Moved(today, before, reason);
    }

    public void MoveShared(DateOnly today, string target, string reason)
    {
        var before = Due;
        _shared = When.Read(target, Council);
        Moved(today, before, reason);
    }

    public void Accept(DateOnly today)
    {
        Accepted = true;
        Keep(today);
    }

    public void Withdraw(DateOnly today, bool withdrawn)
    {
        Withdrawn = withdrawn;
        Keep(today);
    }

    /// <summary>The first date stays the first delivery, the second the second; what is done stays done.</summary>
    public void LayDown(DateOnly today)
    {
        if (_finished)
        {
            return;
        }

        var dates = Target.Dates.Where(d => !Target.Yearly || d <= today.AddDays(400)).ToList();
        for (var i = _deliveries.Count - 1; i >= dates.Count; i--)
        {
            if (_deliveries[i].DoneAs == 0)
            {
                _givenUp.Add(_deliveries[i].Baseline);
                _deliveries.RemoveAt(i);
            }
        }

        for (var i = 0; i < dates.Count; i++)
        {
            if (i == _deliveries.Count)
            {
                // What was agreed before it was given up is still what was first agreed.
                _deliveries.Add(new Delivery { Due = dates[i], Baseline = _givenUp.Count > 0 ? _givenUp.Min() : dates[i] });
            }
            else if (_deliveries[i].DoneAs == 0)
            {
                _deliveries[i].Due = dates[i];
            }
        }
    }

    public void Keep(DateOnly today)
    {
        var wanted = Status is not ("completed" or "notApplicable");
        var open = _deliveries.Where(d => d.DoneAs == 0).MinBy(d => d.Due);
        var baseline = open?.Baseline ?? (_givenUp.Count > 0 ? _givenUp.Min() : null);
        // Nobody is asked for word about a quarter that went by while there was a date.
        _askedSince ??= Target.ReviewedFrom is null ? null : today;
        var asked = Target.ReviewedFrom is { } from ? from > _askedSince!.Value ? from : _askedSince : null;
        _standings.Add(new Standing(today, Status, wanted ? open?.Due : null, wanted
            ? baseline : null, asked, Target.NoTarget, _lastReported, Accepted, Withdrawn));
    }

    private void Moved(DateOnly today, DateOnly? before, string reason)
    {
        LayDown(today);
        Moves.Add(new Move(today, Due != before, reason));
        Keep(today);
    }

    internal sealed record Move(DateOnly On, bool Changed, string Reason);

    private sealed class Delivery
    {
        public DateOnly Due { get; set; }

        public DateOnly Baseline { get; init; }

        public int DoneAs { get; private set; }

        public void Do(int order) => DoneAs = order;

        public void Undo() => DoneAs = 0;
    }
}
