using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Sample;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>
/// The sample partnership lives through a year and more: each day things happen over HTTP, and each day's work is run,
/// or run twice, or forgotten, or run after a later one. A simple-minded second program says what was owed.
/// </summary>
public sealed class AYearOfRemindersTests(RunningApi running)
{
    [Fact]
    public Task Over_a_season_every_reminder_owed_is_in_exactly_one_digest_and_nothing_else_is() =>
        LiveThroughAsync(seed: 20261122, days: 130);

    [Theory(Explicit = true)]
    [Trait("Category", "Long")]
    [InlineData(20261122, 372)]
    [InlineData(1, 372)]
    [InlineData(2, 372)]
    [InlineData(3, 372)]
    [InlineData(4, 372)]
    [InlineData(5, 372)]
    [InlineData(6, 372)]
    [InlineData(7, 372)]
    [InlineData(8, 372)]
    [InlineData(9, 372)]
    [InlineData(10, 372)]
    [InlineData(11, 900)]
    public Task And_so_it_is_whatever_happens(int seed, int days) => LiveThroughAsync(seed, days);

    /// <summary>The whole of the sample's period, each day run in its turn: once with nothing ever done, once eventful.</summary>
    [Theory(Explicit = true)]
    [Trait("Category", "Long")]
    [InlineData(false)]
    [InlineData(true)]
    public Task From_the_schemes_first_day_to_its_last_every_reminder_is_the_one_owed(bool eventful) =>
        LiveThroughAsync(seed: 2029, days: 1095, new DateOnly(2026, 4, 1), eventful);

    private async Task LiveThroughAsync(int seed, int days, DateOnly? everyDayFrom = null, bool eventful = true)
    {
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("equality-year-").FullName;
        await using var database = await running.NewDatabaseAsync("year");
        await using var api = await running.StartAsync("Development", database.Roles, new Dictionary<string, string?>
        {
            ["Mail:Transport"] = "pickup",
            ["Mail:From"] = "reminders@example.org",
            ["Mail:PickupFolder"] = folder,
        });
        try
        {
            if (everyDayFrom is { } first)
            {
                api.Clock.Now = LondonDay.At(first, new TimeOnly(6, 0));
            }

            var year = await Year.BeginAsync(api, new Random(seed), everyDayFrom is not null, eventful);
            await year.LiveAsync(days);
            await CompareAsync(year, database, folder);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"seed {seed}, {days} days: {year.Runs} runs ({year.Repeated} repeated, {year.OutOfOrder} out of order, {year.Skipped} " +
                $"days skipped), {year.Happenings} happenings, "
                + $"{year.Reckoned.Reminders.Count} reminders " +
                    $"({string.Join(", ", year.Reckoned.Reminders.CountBy(r => r.State).Select(s => $"{s.Value} {s.Key}"))}; "
                + $"{string.Join(", ", year.Reckoned.Reminders.CountBy(r => r.Audience).Select(s => $"{s.Value} to {s.Key}"))}), "
                + $"{year.Reckoned.Digests} digests, {year.Reckoned.Changes.Values.Sum()} changes of the plan told, " +
                    $"{watch.Elapsed.TotalSeconds:0} s");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(Year year, Database database, string folder)
    {
        var made = await database.TextsAsync("""
            select concat_ws(' ', o.code, a.reference, r.kind, r.due_by, r.days_from_due, r.audience, r.owed_on, coalesce(p.title,
              'no post'), '->', r.state, d.recipient, d.day)
            from reminders r join organisations o on o.id = r.organisation_id join assignments a on a.id = r.assignment_id
            left join posts p on p.id = r.post_id left join digests d on d.id = r.digest_id
            """);
        var owed = year.Reckoned.Reminders.Select(r => string.Join(' ', new object?[]
        {
            r.Work.Code, r.Work.Reference, r.Due.PeriodStart is null
                ? "delivery" : "review", r.By.ToString("yyyy-MM-dd"), r.Offset, r.Audience, r.OwedOn.ToString("yyyy-MM-dd"),
            r.Post is { } post ? year.Reckoned.Posts[post].Title : "no post", "->", r.State, r.Address, r.Day?.ToString("yyyy-MM-dd"),
        }.Where(part => part is not null))).ToList();
        Differences(owed, made).ShouldBeEmpty(year.FirstWrongRun);
        year.FirstWrongRun.ShouldBeNull();

        var digests = await database.ReadAsync("""
            select o.code, d.recipient, d.day, d.lines, m.state, m.message_id,
              (select count(distinct r.occurrence_id)::int from reminders r where r.digest_id = d.id), d.changes
            from digests d join organisations o on o.id = d.organisation_id left join outbox m on m.digest_id = d.id
            """, r => (Organisation: r.GetString(0), Recipient: r.GetString(1), Day: r.GetFieldValue<DateOnly>(2), Lines: r.GetInt32(3),
              Mail: r.GetString(4), MessageId: r.GetString(5), Occurrences: r.GetInt32(6), Changes: r.GetInt32(7)));
        digests.Count.ShouldBe(year.Reckoned.Digests);
        digests.Select(d => (d.Organisation, d.Recipient, d.Day)).ShouldBeUnique();
        digests.Where(d => !PlainReckoning.IsWorkingDay(d.Day)).ShouldBeEmpty();
        digests.Where(d => d.Lines != d.Occurrences || d.Lines + d.Changes == 0 || d.Mail != "sent").ShouldBeEmpty();
        digests.Select(d => d.MessageId).ShouldBeUnique();
        Differences(year.Reckoned.Changes.Select(c => $"{c.Key} {c.Value}"),
            digests.Where(d => d.Changes > 0).Select(d => $"{(d.Organisation, d.Recipient, d.Day)} {d.Changes}")).ShouldBeEmpty();
        Directory.GetFiles(folder, "*.eml").Length.ShouldBe(digests.Count);
        (await database.TextsAsync("""
            select s.title from reminders r join schemes s on s.id = r.scheme_id where s.stage = 'closed'
            """)).ShouldBeEmpty();
        (await database.TextsAsync("""
            select o.code from reminders r join organisations o on o.id = r.organisation_id where o.kind = 'partnership'
            """)).ShouldBeEmpty();
    }

    /// <summary>The first of what only one of the two lists has, or has more often.</summary>
    private static List<string> Differences(IEnumerable<string> owed, IEnumerable<string> made)
    {
        var (left, right) = (owed.CountBy(x => x).ToDictionary(), made.CountBy(x => x).ToDictionary());
        return [.. left.Keys.Union(right.Keys).Order(StringComparer.Ordinal)
            .Where(line => left.GetValueOrDefault(line) != right.GetValueOrDefault(line))
            .Select(line => $"owed {left.GetValueOrDefault(line)}, made {right.GetValueOrDefault(line)}: {line}").Take(40)];
    }

    /// <summary>What happens, day after day, in the product and in the plain reckoning of it.</summary>
    private sealed class Year
    {
        private static readonly string[] Statuses = ["onTrack", "onTrack", "atRisk", "completed", "completed", "notApplicable", "offTrack"];

        private readonly ApiInstance _api;
        private readonly bool _everyDay;
        private readonly bool _eventful;
        private readonly Random _random;
        private readonly DayRun _dayRun;
        private readonly Dictionary<string, HttpClient> _clients;
        private readonly HashSet<Guid> _grouped = [];
        private readonly Dictionary<Guid, (string? Text, IReadOnlyList<PlainTarget> Targets)> _ownerMoved = [];
        private DateOnly _today;
        private DateOnly _latest;
        private int _people;

        private Year(ApiInstance api, Random random, bool everyDay, bool eventful)
        {
            (this._api, this._random, this._everyDay, this._eventful, _today) = (api, random, everyDay, eventful,
                LondonDay.Of(api.Clock.Now));
            Reckoned = new PlainReckoning(_today);
            _dayRun = api.Services.GetRequiredService<DayRun>();
            _clients = Codes.Append(SamplePartnership.Code)
                .ToDictionary(code => code, code => api.Client($"pe_dev_{code.ToLowerInvariant()}"));
        }

        public PlainReckoning Reckoned { get; }

        public int Runs { get; private set; }

        public int Repeated { get; private set; }

        public int OutOfOrder { get; private set; }

        public int Skipped { get; private set; }

        public int Happenings { get; private set; }

        /// <summary>Where the two first disagree; nothing more is lived through after it.</summary>
        public string? FirstWrongRun { get; private set; }

        private static IReadOnlyList<string> Codes { get; } = [.. SamplePartnership.Authorities.Select(a => a.Code)];

        private static CancellationToken Ct => TestContext.Current.CancellationToken;

        public static async Task<Year> BeginAsync(ApiInstance api, Random random, bool everyDay, bool eventful)
        {
            (await new SamplePartnership(api.Services, api.Databases, api.Clock).LoadAsync(Ct)).ShouldBeTrue();
            var year = new Year(api, random, everyDay, eventful);
            foreach (var code in Codes)
            {
                await year.LearnAsync(code);
            }

            year.Reckoned.Works.Count.ShouldBe(249);
            return year;
        }

        public async Task LiveAsync(int days)
        {
            var (end, asleep) = (_today.AddDays(days), 0);
            for (var number = 0; _today < end && FirstWrongRun is null; number++)
            {
                if (_eventful)
                {
                    await ThingsHappenAsync(number);
                }

                if (_everyDay)
                {
                    await RunAsync(_today);
                }
                else if (asleep-- > 0)
                {
                    Skipped++;
                }
                else
                {
                    asleep = await RunSomehowAsync() ? asleep : _random.Next(4, 16);
                }

                _today = _today.AddDays(1);
                _api.Clock.Now = _api.Clock.Now.AddDays(1);
            }

            if (FirstWrongRun is null)
            {
                await RunAsync(end);
            }
        }

        /// <summary>False when nobody runs anything for a while.</summary>
        private async Task<bool> RunSomehowAsync()
        {
            // On a weekend there is little to be seen, so only some of them are run.
            switch (_today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? _random.Next(60) : _random.Next(8, 100))
            {
                case < 35 when _today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday:
                    Skipped++;
                    return true;
                case < 12:
                    Skipped++;
                    return true;
                case < 14:
                    Skipped++;
                    return false;
                case < 19:
                    await RunAsync(_today.AddDays(_random.Next(1, 6)));
                    return true;
                case < 25:
                    await RunAsync(_today);
                    await RunAsync(_latest.AddDays(-_random.Next(1, 25)));
                    return true;
                case < 32:
                    await RunAsync(_today);
                    await RepeatAsync(_today);
                    return true;
                case < 37:
                    await RunAsync(_today);
                    await ThingsHappenAsync(-1);
                    await RunAsync(_today);
                    return true;
                default:
                    await RunAsync(_today);
                    return true;
            }
        }

        private async Task RunAsync(DateOnly day)
        {
            Runs++;
            OutOfOrder += day < _latest ? 1 : 0;
            var reckoned = Reckoned.Run(day);
            var summaries = await _dayRun.RunAsync(day, LondonDay.At(day, JobTimes.Send), previewOnly: false, Ct);
            FirstWrongRun ??= summaries.Sum(s => s.Digests) == reckoned ? null
                : $"{summaries.Sum(s => s.Digests)} digests instead of {reckoned} in the run of {day:yyyy-MM-dd}, on " +
                    $"{_today:yyyy-MM-dd}, after that of {_latest:yyyy-MM-dd}";
            _latest = day > _latest && PlainReckoning.IsWorkingDay(day) ? day : _latest;
        }

        private async Task RepeatAsync(DateOnly day)
        {
            Repeated++;
            Reckoned.Run(day).ShouldBe(0);
            (await _dayRun.RunAsync(day, LondonDay.At(day, JobTimes.Send), previewOnly: false, Ct))
                .ShouldAllBe(s => s.Owed == 0 && s.Digests == 0 && s.Sent == 0);
        }

        private async Task ThingsHappenAsync(int number)
        {
            switch (number)
            {
                case 15:
                    await PostFallsVacantAsync("CBC", "Equality and Diversity Officer", deputyToo: true);
                    break;
                case 25:
                    await PostFallsVacantAsync("NWL", "Policy and Performance Manager", deputyToo: true);
                    break;
                case 35:
                    await MapAsync("HDC", "Community Safety Teams", "Democratic Services Manager");
                    await MapAsync("BDC", "Communication Teams", "Equality and Diversity Officer");
                    break;
                case 50:
                    await TakeUpAsync("NWL", "Policy and Performance Manager", deputy: false);
                    break;
                case 0:
                    await GroupAsync("OWDC", "Policy and Performance Manager", false);
                    await GroupAsync("OWDC", "Customer Services Manager", false);
                    await GroupAsync("OWDC", "Human Resources Manager", false);
                    break;
                case 60:
                    await SetPolicyAsync("HBBC", new PlainPolicy([-40, -10, -3, 1, 10], 21, [-14, -2, 5], 5, 40));
                    await SetPolicyAsync("MBC", new PlainPolicy([-28, 0, 7], null, [0], 20, null));
                    break;
                case 80:
                    await GroupAsync("OWDC", "Equality and Diversity Officer", true);
                    await GroupAsync("OWDC", "Customer Services Manager", true);
                    break;
            }

            for (var happening = _random.Next(-1, 4); happening > 0; happening--)
            {
                Happenings++;
                // No two things happen at the same instant.
                _api.Clock.Advance(TimeSpan.FromSeconds(1));
                var work = Reckoned.Works[_random.Next(Reckoned.Works.Count)];
                switch (_random.Next(24))
                {
                    case < 9:
                        await ReportAsync(work);
                        break;
                    case < 13:
                        await SetOwnTargetAsync(work);
                        break;
                    case < 14:
                        await MoveSharedTargetAsync(work.ActionId);
                        break;
                    case < 16:
                        await WithdrawOrReinstateAsync(work);
                        break;
                    case < 18:
                        await PeopleComeAndGoAsync(work.Code);
                        break;
                    case < 20:
                        await SnoozeAsync(work);
                        break;
                    case < 22:
                        await AcknowledgeAsync(work);
                        break;
                    default:
                        await EditTextAsync(work.ActionId);
                        break;
                }
            }
        }

        private async Task ReportAsync(PlainWork work)
        {
            if (work.Withdrawn)
            {
                return;
            }

            var (status, finished) = (Statuses[_random.Next(Statuses.Length)], _random.Next(6) == 0);
            await SendAsync(work.Code, HttpMethod.Post, $"/v1/assignments/{work.Id}/progress-updates",
                new
                {
                    status,
                    finished = finished
                    && status == "completed",
                    narrative = "A year's report.",
                    reason = status == "notApplicable" ? "Not here." : null
                });
            Reckoned.Report(work, status, finished && status == "completed", _today);
        }

        private async Task SetOwnTargetAsync(PlainWork work)
        {
            if (work.Withdrawn)
            {
                return;
            }

            var (text, targets) = _random.Next(4) == 0 ? (null, null) : SomeTarget();
            await SendAsync(work.Code, HttpMethod.Post, $"/v1/assignments/{work.Id}/target-moves",
                new { target = text, reason = "A year's move." });
            Reckoned.Move(work, w => w.Own = targets, _today);
        }

        private async Task SnoozeAsync(PlainWork work)
        {
            if (work.Withdrawn || work.Status is "completed" or "notApplicable")
            {
                return;
            }

            if (work.SnoozedUntil > _today && _random.Next(3) > 0)
            {
                await SendAsync(work.Code, HttpMethod.Delete, $"/v1/assignments/{work.Id}/snooze", null);
                PlainReckoning.Unsnooze(work, _today);
                return;
            }

            var until = _today.AddDays(_random.Next(1, 93));
            until = until < PlainReckoning.SchemeEnd ? until : PlainReckoning.SchemeEnd;
            await SendAsync(work.Code, HttpMethod.Post, $"/v1/assignments/{work.Id}/snooze", new { until, reason = "A year's rest." });
            PlainReckoning.Snooze(work, until, _today);
        }

        private async Task AcknowledgeAsync(PlainWork work)
        {
            // What is overdue is what people acknowledge.
            var late = Reckoned.Works.Where(w => !w.Withdrawn && w.Status is not ("completed" or "notApplicable")
                && w.Dues.Exists(d => d.State == "open" && d.By < _today)).ToList();
            work = _random.Next(3) > 0 && late.Count > 0 ? late[_random.Next(late.Count)] : work;
            if (work.Withdrawn || work.Status is "completed" or "notApplicable")
            {
                return;
            }

            await SendAsync(work.Code, HttpMethod.Post, $"/v1/assignments/{work.Id}/acknowledge",
                new { reason = "Seen, and being worked on." });
            Reckoned.Acknowledge(work, _today);
        }

        private async Task MoveSharedTargetAsync(Guid actionId)
        {
            var (text, targets) = SomeTarget();
            if (_ownerMoved.TryGetValue(actionId, out var before) && before.Text == text)
            {
                return;
            }

            var action = await _clients[SamplePartnership.Code].ReadAsync($"/v1/actions/{actionId}");
            if (action.GetProperty("target").GetString() == text)
            {
                return;
            }

            await SendAsync(SamplePartnership.Code, HttpMethod.Patch, $"/v1/actions/{actionId}",
                new { target = text, reason = "The partnership moves it." });
            (_ownerMoved[actionId], _) = ((text, targets), _grouped.Remove(actionId));
            foreach (var work in Reckoned.Works.Where(w => w.ActionId == actionId && !w.Withdrawn))
            {
                Reckoned.MoveShared(work, targets, _today);
            }
        }

        private async Task WithdrawOrReinstateAsync(PlainWork work)
        {
            if (_grouped.Contains(work.ActionId))
            {
                return;
            }

            if (!work.Withdrawn)
            {
                await SendAsync(SamplePartnership.Code, HttpMethod.Post, $"/v1/assignments/{work.Id}/withdraw",
                    new { reason = "Not this year." });
                PlainReckoning.Withdraw(work);
                return;
            }

            var named = Reckoned.Works.Where(w => w.ActionId == work.ActionId && (!w.Withdrawn || w == work)).Select(w => w.Code);
            await SendAsync(SamplePartnership.Code, HttpMethod.Put, $"/v1/actions/{work.ActionId}/cross-reference",
                new { text = string.Join("; ", named), reason = "After all." });
            PlainReckoning.Reinstate(work, _today);
            if (_ownerMoved.TryGetValue(work.ActionId, out var moved) && !ReferenceEquals(moved.Targets, work.Shared))
            {
                Reckoned.MoveShared(work, moved.Targets, _today);
            }
        }

        private async Task EditTextAsync(Guid actionId)
        {
            await SendAsync(SamplePartnership.Code, HttpMethod.Patch, $"/v1/actions/{actionId}",
                new { text = $"Reworded for the {Happenings}th time on {_today}." });
            foreach (var work in Reckoned.Works.Where(w => w.ActionId == actionId))
            {
                PlainReckoning.Reword(work);
            }
        }

        private async Task PeopleComeAndGoAsync(string code)
        {
            var posts = Reckoned.Posts.Values.Where(p => p.Code == code && !p.Lead).ToList();
            var post = posts[_random.Next(posts.Count)];
            switch (_random.Next(4))
            {
                case 0 or 1 when post.People.Find(p => !p.Deputy && p.To is null && p.From <= _today) is { } holder:
                    await LeaveAsync(code, holder, _today.AddDays(_random.Next(0, 10)));
                    break;
                case 2 when !post.People.Exists(p => p.Deputy && p.To is null):
                    await TakeUpAsync(code, post.Title, deputy: true);
                    break;
                case 2 when post.People.Find(p => p.Deputy && p.To is null && p.From <= _today) is { } deputy:
                    await LeaveAsync(code, deputy, _today);
                    break;
                default:
                    if (!post.People.Exists(p => !p.Deputy && (p.To is null || p.To >= _today)))
                    {
                        await TakeUpAsync(code, post.Title, deputy: false);
                    }

                    break;
            }
        }

        private async Task PostFallsVacantAsync(string code, string title, bool deputyToo)
        {
            var post = Reckoned.Posts.Values.Single(p => p.Code == code && p.Title == title);
            foreach (var person in post.People.Where(p => p.To is null && (deputyToo || !p.Deputy)))
            {
                await LeaveAsync(code, person, _today);
            }
        }

        private async Task LeaveAsync(string code, PlainPerson person, DateOnly last)
        {
            await SendAsync(code, HttpMethod.Patch, $"/v1/post-holders/{person.HoldingId}", new { toOn = last });
            person.To = last;
        }

        private async Task TakeUpAsync(string code, string title, bool deputy)
        {
            var (postId, post) = Reckoned.Posts.Single(p => p.Value.Code == code && p.Value.Title == title);
            // One of a few people, so that some hold two posts.
            var address = $"person{_people++ % 9}@{code.ToLowerInvariant()}.example.org";
            var from = _today.AddDays(_random.Next(0, 3));
            var holding = await SendAsync(code, HttpMethod.Post, $"/v1/posts/{postId}/holders",
                new { name = "Somebody New", address, deputy, fromOn = from });
            post.People.Add(
                new PlainPerson { HoldingId = holding.GetProperty("id").GetGuid(), Address = address, Deputy = deputy, From = from });
        }

        private async Task MapAsync(string code, string role, string title)
        {
            var postId = Reckoned.Posts.Single(p => p.Value.Code == code && p.Value.Title == title).Key;
            await SendAsync(code, HttpMethod.Put, "/v1/role-mappings", new { role, postId });
            Reckoned.Mapped[(code, PlainReckoning.Tidy(role))] = postId;
        }

        private async Task GroupAsync(string code, string title, bool belongs)
        {
            var (postId, post) = Reckoned.Posts.Single(p => p.Value.Code == code && p.Value.Title == title);
            await SendAsync(code, HttpMethod.Patch, $"/v1/posts/{postId}", new { equalityGroup = belongs });
            post.Group = belongs;
        }

        private async Task SetPolicyAsync(string code, PlainPolicy policy)
        {
            await SendAsync(code, HttpMethod.Put, "/v1/reminder-policies",
                new
                {
                    deliveryOffsets = policy.Delivery,
                    deliveryRepeatDays = policy.Repeat,
                    reviewOffsets = policy.Review,
                    leadAfterDays = policy.Lead,
                    groupAfterDays = policy.Group
                });
            Reckoned.SetPolicy(code, policy, _today);
        }

        /// <summary>A target somewhere in the scheme's period; one beyond it would be refused.</summary>
        private (string Text, IReadOnlyList<PlainTarget> Targets) SomeTarget()
        {
            switch (_random.Next(8))
            {
                case 0:
                    return ("On-going", [new PlainTarget(null)]);
                case 1:
                    var december = Math.Min(_today.Year + _random.Next(0, 2), PlainReckoning.SchemeEnd.Year - 1);
                    return ($"December {december} and yearly thereafter", [new PlainTarget(new DateOnly(december, 12, 31), Yearly: true)]);
                default:
                    var day = _today.AddDays(_random.Next(-20, 120));
                    day = day < PlainReckoning.SchemeEnd ? day : PlainReckoning.SchemeEnd;
                    day = day > PlainReckoning.SchemeStart ? day : PlainReckoning.SchemeStart;
                    return (day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), [new PlainTarget(day)]);
            }
        }

        private async Task<JsonElement> SendAsync(string code, HttpMethod method, string path, object? body)
        {
            var response = await _clients[code].SendAsync(method, path, body,
                method == HttpMethod.Put && path.EndsWith("policies", StringComparison.Ordinal) ? null : "*");
            response.IsSuccessStatusCode.ShouldBeTrue(
                $"{_today}: {code} {method} {path} {JsonSerializer.Serialize(body)}: {await response.Content.ReadAsStringAsync(Ct)}");
            return response.StatusCode == System.Net.HttpStatusCode.NoContent
                ? default : await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }

        /// <summary>What the sample begins with, as the API shows it: the work, its targets, who answers.</summary>
        private async Task LearnAsync(string code)
        {
            var client = _clients[code];
            foreach (var post in (await client.ReadAsync("/v1/posts?limit=200")).GetProperty("items").EnumerateArray())
            {
                var plain = new PlainPost
                {
                    Code = code,
                    Title = post.GetProperty("title").GetString()!,
                    Lead = post.GetProperty("equalityLead").GetBoolean(),
                    Group = post.GetProperty("equalityGroup").GetBoolean()
                };
                Reckoned.Posts[post.GetProperty("id").GetGuid()] = plain;
                foreach (var holder in (await client.ReadAsync($"/v1/posts/{post.GetProperty("id").GetGuid()}/holders")).GetProperty(
                    "items").EnumerateArray())
                {
                    plain.People.Add(new PlainPerson
                    {
                        HoldingId = holder.GetProperty("id").GetGuid(),
                        Address = holder.GetProperty("address").GetString()!,
                        Deputy = holder.GetProperty("deputy").GetBoolean(),
                        From = holder.GetProperty("fromOn").GetDay()!.Value,
                        To = holder.GetProperty("toOn").GetDay(),
                    });
                }
            }

            foreach (var role in (await client.ReadAsync("/v1/role-mappings?mapped=true&limit=200")).GetProperty("items").EnumerateArray())
            {
                Reckoned.Mapped[(code, PlainReckoning.Tidy(role.GetProperty("written").GetString()!))] = role.GetProperty("postId")
                    .GetGuid();
            }

            var scheme = (await client.ReadAsync("/v1/schemes?stage=inForce")).GetProperty("items").EnumerateArray().Single()
                .GetProperty("id").GetGuid();
            foreach (var item in (await client.ReadAsync($"/v1/assignments?schemeId={scheme}&limit=200")).GetProperty("items")
                .EnumerateArray())
            {
                var shown = await client.ReadAsync($"/v1/assignments/{item.GetProperty("id").GetGuid()}");
                var work = new PlainWork
                {
                    Id = shown.GetProperty("id").GetGuid(),
                    Code = code,
                    Reference = shown.GetProperty("reference").GetString()!,
                    ActionId = shown.GetProperty("actionId").GetGuid(),
                    Roles = [.. (shown.GetProperty("responsible").GetString()
                        ?? "").Split(['/', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(PlainReckoning.Tidy)],
                    Shared = [.. shown.GetProperty("sharedTargets").EnumerateArray().Select(TargetOf)],
                };
                if (shown.GetProperty("sharedTargets").EnumerateArray()
                    .Any(t => t.GetProperty("appliesTo") is { ValueKind: JsonValueKind.Array } groups && groups.GetArrayLength() > 0))
                {
                    _grouped.Add(work.ActionId);
                }

                Reckoned.Works.Add(work);
                Reckoned.Lay(work, _today);
                foreach (var update in shown.GetProperty("progressUpdates").EnumerateArray().Reverse())
                {
                    Reckoned.Report(work, update.GetProperty("status").GetString()!, update.GetProperty("finished").GetBoolean(), _today);
                }
            }
        }

        private static PlainTarget TargetOf(JsonElement target)
        {
            var recurrence = target.GetProperty("recurrence").GetString();
            // The plan has one recurring target, each December: whatever else came would have to be understood here first.
            (recurrence is null || recurrence.StartsWith("FREQ=YEARLY", StringComparison.Ordinal)).ShouldBeTrue(recurrence);
            target.GetProperty("reviewEvery").GetString().ShouldBeNull();
            return new PlainTarget(target.GetProperty("dueBy").GetDay(), recurrence is not null, target.GetProperty("earliest").GetDay());
        }
    }
}

internal static class JsonDays
{
    public static DateOnly? GetDay(this JsonElement value) =>
        value.GetString() is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd") : null;
}
