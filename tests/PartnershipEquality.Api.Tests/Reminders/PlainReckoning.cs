namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>
/// A second, simple-minded program that knows the rules of reminders from the design alone and keeps records of its
/// own: on each run it looks at everything, one after another, and writes down what goes to whom. It shares nothing
/// with the product: no calendar, no schedule, no choice of recipient.
/// </summary>
internal sealed class PlainReckoning(DateOnly loadedOn)
{
    public static readonly DateOnly SchemeStart = new(2026, 4, 1);
    public static readonly DateOnly SchemeEnd = new(2029, 3, 31);

    // Copied from gov.uk/bank-holidays, and for the later years from the calendar.
    private static readonly HashSet<DateOnly> BankHolidays =
    [
        new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25), new(2026, 8, 31), new(2026, 12, 25), new(2026, 12, 28),
            new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 8, 30), new(2027, 12, 27),
                new(2027, 12, 28),
        new(2028, 1, 3), new(2028, 4, 14), new(2028, 4, 17), new(2028, 5, 1), new(2028, 5, 29), new(2028, 8, 28), new(2028, 12, 25),
            new(2028, 12, 26), new(2029, 1, 1), new(2029, 3, 30), new(2029, 4, 2),
        new(2029, 5, 7), new(2029, 5, 28), new(2029, 8, 27), new(2029, 12, 25), new(2029, 12, 26), new(2030, 1, 1),
    ];

    private readonly HashSet<(PlainDue, DateOnly, int, string, Guid?)> _written = [];
    private readonly HashSet<(string, string, DateOnly)> _digests = [];
    private int _reports;

    public List<PlainWork> Works { get; } = [];

    public Dictionary<Guid, PlainPost> Posts { get; } = [];

    /// <summary>By authority: a role, tidied, and the post it means.</summary>
    public Dictionary<(string Code, string Role), Guid> Mapped { get; } = [];

    public Dictionary<string, PlainPolicy> Policies { get; } = [];

    public List<PlainReminder> Reminders { get; } = [];

    public int Digests => _digests.Count;

    /// <summary>By digest: how many changes of the plan it tells of.</summary>
    public Dictionary<(string Code, string Address, DateOnly Day), int> Changes { get; } = [];

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day);

    public static string Tidy(string role)
    {
        var words = new string([.. role.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ',
            StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(w => w.Length > 3 && w[^1] == 's' && w[^2] != 's' ? w[..^1] : w));
    }

    /// <summary>What falls due up to a day. Deliveries keep their order when dates move; reviews are the scheme's quarters.</summary>
    public void Lay(PlainWork work, DateOnly today, bool moved = false)
    {
        work.LaidTo = today > work.LaidTo ? today : work.LaidTo;
        if (!work.Finished)
        {
            LayDeliveries(work, today);
        }

        var starts = work.Targets.Where(t => t.Due is null).Select(t => t.Earliest ?? SchemeStart).ToList();
        var wanted = new List<DateOnly>();
        if (starts.Count > 0)
        {
            var from = starts.Min() > loadedOn ? starts.Min() : loadedOn;
            for (var start = SchemeStart; start <= work.LaidTo && start <= SchemeEnd; start = start.AddMonths(3))
            {
                if (start.AddMonths(3).AddDays(-1) >= from)
                {
                    wanted.Add(start);
                }
            }
        }

        foreach (var start in wanted)
        {
            var end = start.AddMonths(3).AddDays(-1);
            if (!work.Dues.Exists(d => d.PeriodStart == start && (d.State != "cancelled" || end < today)))
            {
                // A quarter that went by while there was a date asked for no review, whatever comes after.
                work.Dues.Add(new PlainDue
                {
                    By = end,
                    PeriodStart = start,
                    NotBefore = today,
                    State = moved && end < today
                    ? "cancelled" : "open"
                });
            }
        }

        foreach (var due in work.Dues.Where(d => d.PeriodStart is { } start && d.State == "open" && d.By >= today
            && !wanted.Contains(start)))
        {
            due.State = "cancelled";
        }
    }

    public void Report(PlainWork work, string status, bool finished, DateOnly today)
    {
        _reports++;
        Lay(work, today);
        if (work.Status == "completed" && status != "completed")
        {
            work.Finished = false;
            var last = work.Dues.Where(d => d.PeriodStart is null && d.State == "completed").OrderByDescending(d => d.ClosedBy)
                .ThenByDescending(d => d.By).FirstOrDefault();
            if (last is not null)
            {
                (last.State, last.NotBefore) = ("open", today);
            }

            Lay(work, today);
        }

        if (status == "completed" && OpenDeliveries(work).FirstOrDefault() is { } closing)
        {
            (closing.State, closing.ClosedBy) = ("completed", _reports);
        }

        var more = OpenDeliveries(work).Any()
            || work.Targets.Any(t => t.Yearly && Dates(t, SchemeEnd).Any(day => day > today.AddDays(400)));
        work.Status = status == "completed" && !finished && more ? "onTrack" : status;
        work.Finished = work.Status == "completed";
        work.Reported = today;
        if (work.Status is "completed" or "notApplicable")
        {
            EndPauses(work, today);
        }

        if (work.Dues.Find(d => d.State == "open" && d.PeriodStart <= today && today <= d.By) is { } review)
        {
            (review.State, review.ClosedBy) = ("completed", _reports);
        }

        Wake(work, today);
    }

    public void Move(PlainWork work, Action<PlainWork> change, DateOnly today)
    {
        Lay(work, today);
        var before = DueOf(work);
        change(work);
        Lay(work, today, moved: true);
        if (DueOf(work) != before)
        {
            EndPauses(work, today);
        }
    }

    public static void Snooze(PlainWork work, DateOnly until, DateOnly today)
    {
        work.SnoozedUntil = until;
        LookAnew(work, today);
    }

    public static void Unsnooze(PlainWork work, DateOnly today)
    {
        work.SnoozedUntil = default;
        LookAnew(work, today);
    }

    /// <summary>Left alone until something falls due, until the lead is told, or for four weeks.</summary>
    public void Acknowledge(PlainWork work, DateOnly today)
    {
        var until = today.AddDays(28);
        foreach (var due in work.Dues.Where(d => d.State == "open"))
        {
            foreach (var offset in Policies.GetValueOrDefault(work.Code, PlainPolicy.Default).Offsets(due.PeriodStart is not null, "lead")
                .Prepend(0))
            {
                var day = due.By.AddDays(offset);
                while (!IsWorkingDay(day))
                {
                    day = day.AddDays(-1);
                }

                until = day > today && day < until ? day : until;
            }
        }

        work.AcknowledgedUntil = until;
        LookAnew(work, today);
    }

    private static void EndPauses(PlainWork work, DateOnly today)
    {
        if (work.SnoozedUntil != default || work.AcknowledgedUntil != default)
        {
            (work.SnoozedUntil, work.AcknowledgedUntil) = (default, default);
            LookAnew(work, today);
        }
    }

    private static void LookAnew(PlainWork work, DateOnly today) =>
        work.Dues.Where(d => d.State == "open").ToList().ForEach(d => d.NotBefore = today);

    private static DateOnly? DueOf(PlainWork work) =>
        work.Withdrawn || work.Status is "completed" or "notApplicable" ? null : OpenDeliveries(work).FirstOrDefault()?.By;

    /// <summary>The partnership moves the date: news to those who go by it.</summary>
    public void MoveShared(PlainWork work, IReadOnlyList<PlainTarget> targets, DateOnly today)
    {
        Move(work, w => w.Shared = targets, today);
        if (work.Own is null)
        {
            work.News.Add("moved");
        }
    }

    public static void Reword(PlainWork work)
    {
        if (!work.Withdrawn && !work.News.Contains("reworded"))
        {
            work.News.Add("reworded");
        }
    }

    public static void Withdraw(PlainWork work)
    {
        work.Withdrawn = true;
        (work.SnoozedUntil, work.AcknowledgedUntil) = (default, default);
        if (!work.News.Remove("given again"))
        {
            work.News.Add("taken back");
        }
    }

    public static void Reinstate(PlainWork work, DateOnly today)
    {
        work.Withdrawn = false;
        if (!work.News.Remove("taken back"))
        {
            work.News.Add("given again");
        }

        Wake(work, today);
    }

    public void SetPolicy(string code, PlainPolicy policy, DateOnly today)
    {
        Policies[code] = policy;
        foreach (var due in Works.Where(w => w.Code == code).SelectMany(w => w.Dues).Where(d => d.State == "open"))
        {
            due.NotBefore = today;
        }
    }

    /// <summary>The work of one day, for everybody. Answers how many digests it made.</summary>
    public int Run(DateOnly day)
    {
        foreach (var work in Works.Where(w => w.LaidTo < day))
        {
            Lay(work, day);
        }

        if (!IsWorkingDay(day))
        {
            return 0;
        }

        foreach (var work in Works)
        {
            foreach (var due in work.Dues.Where(d => d.NotBefore <= day))
            {
                Owe(work, due, day);
            }
        }

        return SendAll(day);
    }

    private void Owe(PlainWork work, PlainDue due, DateOnly day)
    {
        foreach (var audience in new[] { "responsible", "lead", "group" })
        {
            if (!StillAsked(work, due, due.By, audience, day) || LatestOf(audience, work, due, day) is not ({ } owed, var send))
            {
                continue;
            }

            due.Last[audience] = owed;
            var posts = audience switch
            {
                "lead" => [],
                "group" => GroupOf(work.Code),
                _ => PostsOf(work),
            };
            foreach (var post in posts.Count > 0 ? posts : [null])
            {
                foreach (var waiting in due.Reminders.Where(r => r.Audience == audience && r.Post == post
                    && r.State is "owed" or "noRecipient" && (r.By, r.Offset) != (due.By, owed)))
                {
                    waiting.State = "stopped";
                }

                if (_written.Add((due, due.By, owed, audience, post)))
                {
                    due.Reminders.Add(new PlainReminder
                    {
                        Work = work,
                        Due = due,
                        By = due.By,
                        Offset = owed,
                        Audience = audience,
                        Post = post,
                        OwedOn = send
                    });
                    Reminders.Add(due.Reminders[^1]);
                }
            }
        }
    }

    private (int? Offset, DateOnly Send) LatestOf(string audience, PlainWork work, PlainDue due, DateOnly day)
    {
        var (latest, send, last) = ((int?)null, default(DateOnly), due.Last.GetValueOrDefault(audience));
        foreach (var offset in Policies.GetValueOrDefault(work.Code, PlainPolicy.Default).Offsets(due.PeriodStart is not null, audience))
        {
            var falls = due.By.AddDays(offset);
            if (falls > day.AddDays(10))
            {
                // No run of days off is as long as that.
                break;
            }

            var goesOut = falls;
            while (!IsWorkingDay(goesOut))
            {
                goesOut = goesOut.AddDays(-1);
            }

            if ((last is null || offset > last) && falls >= due.Armed && due.Armed <= day && goesOut <= day
                && (latest is null || offset > latest))
            {
                (latest, send) = (offset, goesOut);
            }
        }

        return (latest, send);
    }

    private List<Guid?> GroupOf(string code) => [.. Posts.Where(p => p.Value.Code == code && p.Value.Group).Select(p => (Guid?)p.Key)];

    private int SendAll(DateOnly day)
    {
        var before = _digests.ToHashSet();
        var toSend = Reminders.Where(r => r.State is "owed" or "noRecipient" && r.OwedOn <= day).ToList();
        for (var i = 0; i < toSend.Count; i++)
        {
            var reminder = toSend[i];
            if (reminder.Due.By != reminder.By || !StillAsked(reminder.Work, reminder.Due, reminder.By, reminder.Audience, day))
            {
                reminder.State = "stopped";
                continue;
            }

            if (reminder is { Audience: "group", Post: null } && GroupOf(reminder.Work.Code) is { Count: > 0 } group)
            {
                // The group had no post when it was owed, and has some now.
                reminder.State = "stopped";
                List<PlainReminder> each = [.. group.Select(post => reminder.To(post))];
                Reminders.AddRange(each);
                reminder.Due.Reminders.AddRange(each);
                toSend.AddRange(each);
                continue;
            }

            var address = Recipient(reminder.Work.Code, reminder.Audience, reminder.Post, day);
            if (address is null)
            {
                reminder.State = "noRecipient";
            }
            else if (!before.Contains((reminder.Work.Code, address, day)))
            {
                (reminder.State, reminder.Address, reminder.Day) = ("inDigest", address, day);
                _digests.Add((reminder.Work.Code, address, day));
            }
        }

        foreach (var work in Works.Where(w => w.News.Count > 0))
        {
            TellNews(work, before, day);
        }

        return _digests.Count - before.Count;
    }

    /// <summary>
    /// What the partnership did goes to all who answer for the work, together: on a day on which none of them was written to.
    /// </summary>
    private void TellNews(PlainWork work, HashSet<(string, string, DateOnly)> before, DateOnly day)
    {
        var said = work.Status is "completed" or "notApplicable" || day < SchemeStart || day > SchemeEnd ? 0
            : work.Withdrawn ? work.News.Count(n => n == "taken back")
            : work.News.Count;
        if (said > 0)
        {
            var posts = PostsOf(work);
            var told = (posts.Count > 0 ? posts : [null]).Select(p => Recipient(work.Code, "responsible", p, day)).OfType<string>()
                .Distinct().ToList();
            if (told.Count == 0 || told.Exists(address => before.Contains((work.Code, address, day))))
            {
                return;
            }

            foreach (var address in told)
            {
                _digests.Add((work.Code, address, day));
                Changes[(work.Code, address, day)] = Changes.GetValueOrDefault((work.Code, address, day)) + said;
            }
        }

        work.News.Clear();
    }

    private List<Guid?> PostsOf(PlainWork work) =>
        [.. work.Roles.Select(r => Mapped.TryGetValue((work.Code, r), out var post) ? post : (Guid?)null).Where(p => p is not null)
            .Distinct()];

    private string? Recipient(string code, string audience, Guid? post, DateOnly day)
    {
        var lead = Posts.Values.Single(p => p.Code == code && p.Lead);
        (PlainPost, bool)[] leads = [(lead, false), (lead, true)];
        (PlainPost, bool)[] own = post is { } id ? [(Posts[id], false), (Posts[id], true)] : [];
        foreach (var (asked, deputy) in audience switch { "lead" => leads, "group" => own, _ => [.. own, .. leads] })
        {
            if (asked.People.Where(p => p.Deputy == deputy && p.From <= day && (p.To is null || p.To >= day)).OrderByDescending(p => p.From)
                .FirstOrDefault() is { } person)
            {
                return person.Address;
            }
        }

        return null;
    }

    private static bool StillAsked(PlainWork work, PlainDue due, DateOnly by, string audience, DateOnly day) =>
        !work.Withdrawn && work.Status is not ("completed" or "notApplicable") && due.State == "open"
        && !(due.PeriodStart is not null && work.Reported > by) && day >= SchemeStart && day <= SchemeEnd
        && day >= work.SnoozedUntil && (audience != "responsible" || day >= work.AcknowledgedUntil);

    private static void Wake(PlainWork work, DateOnly today)
    {
        if (!work.Withdrawn && work.Status is not ("completed" or "notApplicable"))
        {
            work.Dues.ForEach(d => d.NotBefore = today);
        }
    }

    private static IEnumerable<PlainDue> OpenDeliveries(PlainWork work) =>
        work.Dues.Where(d => d.PeriodStart is null && d.State == "open").OrderBy(d => d.By);

    private static IEnumerable<DateOnly> Dates(PlainTarget target, DateOnly to)
    {
        for (var (day, i) = (target.Due!.Value, 0); day <= to && (i == 0 || target.Yearly); i++, day = target.Due.Value.AddYears(i))
        {
            yield return day;
        }
    }

    private static void LayDeliveries(PlainWork work, DateOnly today)
    {
        var wanted = work.Targets.Where(t => t.Due is not null)
            .SelectMany(t => Dates(t, t.Yearly && work.LaidTo.AddDays(400) < SchemeEnd ? work.LaidTo.AddDays(400) : SchemeEnd)).Distinct()
                .Order().ToList();
        var kept = work.Dues.Where(d => d.PeriodStart is null && d.State != "cancelled").OrderBy(d => d.By).ToList();
        for (var i = 0; i < Math.Max(wanted.Count, kept.Count); i++)
        {
            if (i >= kept.Count)
            {
                work.Dues.Add(new PlainDue { By = wanted[i], NotBefore = today });
            }
            else if (kept[i].State == "open" && i >= wanted.Count)
            {
                kept[i].State = "cancelled";
            }
            else if (kept[i].State == "open" && kept[i].By != wanted[i])
            {
                (kept[i].By, kept[i].Armed, kept[i].NotBefore) = (wanted[i], today, today);
                kept[i].Last.Clear();
            }
        }
    }
}

/// <summary>A target as far as reminders go: a day, a day each year, or none.</summary>
internal sealed record PlainTarget(DateOnly? Due, bool Yearly = false, DateOnly? Earliest = null);

internal sealed class PlainWork
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Reference { get; init; }

    public required Guid ActionId { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required IReadOnlyList<PlainTarget> Shared { get; set; }

    public IReadOnlyList<PlainTarget>? Own { get; set; }

    public IReadOnlyList<PlainTarget> Targets => Own ?? Shared;

    public string Status { get; set; } = "notStarted";

    public bool Finished { get; set; }

    public bool Withdrawn { get; set; }

    public DateOnly? Reported { get; set; }

    public DateOnly LaidTo { get; set; }

    /// <summary>Nobody is reminded before this day.</summary>
    public DateOnly SnoozedUntil { get; set; }

    /// <summary>Those who do the work are not reminded before this day.</summary>
    public DateOnly AcknowledgedUntil { get; set; }

    public List<PlainDue> Dues { get; } = [];

    /// <summary>What the partnership did to it and its people have not heard of.</summary>
    public List<string> News { get; } = [];
}

internal sealed class PlainDue
{
    public DateOnly By { get; set; }

    /// <summary>The first day of a review's quarter; none for a delivery.</summary>
    public DateOnly? PeriodStart { get; init; }

    public string State { get; set; } = "open";

    public DateOnly Armed { get; set; }

    /// <summary>By audience: the offset last dealt with.</summary>
    public Dictionary<string, int?> Last { get; } = [];

    /// <summary>What happened on a day is not known to the run of a day before it.</summary>
    public DateOnly NotBefore { get; set; }

    public int ClosedBy { get; set; }

    public List<PlainReminder> Reminders { get; } = [];
}

internal sealed class PlainReminder
{
    public required PlainWork Work { get; init; }

    public required PlainDue Due { get; init; }

    public required DateOnly By { get; init; }

    public required int Offset { get; init; }

    public required string Audience { get; init; }

    public required Guid? Post { get; init; }

    public required DateOnly OwedOn { get; init; }

    public string State { get; set; } = "owed";

    public string? Address { get; set; }

    public DateOnly? Day { get; set; }

    public PlainReminder To(Guid? post) =>
        new() { Work = Work, Due = Due, By = By, Offset = Offset, Audience = Audience, Post = post, OwedOn = OwedOn };
}

internal sealed class PlainPost
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public bool Lead { get; init; }

    public bool Group { get; set; }

    public List<PlainPerson> People { get; } = [];
}

internal sealed class PlainPerson
{
    public required Guid HoldingId { get; init; }

    public required string Address { get; init; }

    public bool Deputy { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}

internal sealed record PlainPolicy(int[] Delivery, int? Repeat, int[] Review, int? Lead, int? Group)
{
    public static PlainPolicy Default { get; } = new([-28, -14, -7, -1, 0, 7, 14], 28, [-7, 0, 14], 14, 28);

    private readonly List<int> _all = [.. Delivery, .. Repeated(Math.Max(0, Delivery.Max()), Repeat).Skip(1)];
    private readonly List<int> _lead = Lead is { } days ? [.. Repeated(days, Repeat)] : [];
    private readonly List<int> _group = Group is { } days ? [.. Repeated(days, Repeat)] : [];

    public IReadOnlyList<int> Offsets(bool review, string audience) => (review, audience) switch
    {
        (true, "responsible") => Review,
        (true, _) => [],
        (_, "responsible") => _all,
        (_, "lead") => _lead,
        _ => _group,
    };

    private static IEnumerable<int> Repeated(int from, int? every) =>
        Enumerable.Range(0, every is null ? 1 : 60).Select(i => from + (i * every.GetValueOrDefault()));
}
