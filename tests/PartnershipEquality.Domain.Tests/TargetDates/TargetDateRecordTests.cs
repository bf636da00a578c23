using System.Text.Json;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Tests.TargetDates;

public sealed class TargetDateRecordTests
{
    private static readonly DateOnly First = new(2011, 6, 1);
    private static readonly DateOnly Last = new(2011, 6, 30);

    public static TheoryData<string> Texts =>
    [
        "31 March 2012", "by 31 March 2012", "June 2011", "autumn 2011", "Q1 2011/12", "2014/15", "early 2012", "July to December 2012",
            "Start June 2011",
        "December 2011 and yearly thereafter", "November each year", "On-going", "Ongoing, reviewed annually", "Review every 3 years",
            "following reviews", "As appropriate", "See 2.2", "TBC",
        "Nov 2013 - Completed", "N/A", "", "what?", "August 2011  October 2011", "2014/15", "winter 2011", "3/4/2012", "biannually",
            "H1 2012", "biannual review",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_target_survives_storage(string text)
    {
        foreach (var target in TargetDateReader.Read(text, null, "NWL; BDC  CBC"))
        {
            var stored = JsonSerializer.Serialize(TargetDateRecord.From(target));

            var record = JsonSerializer.Deserialize<TargetDateRecord>(stored).ShouldNotBeNull();
            record.ShouldBe(TargetDateRecord.From(target));
            record.ToTargetDate().ShouldBe(target);
            record.ToTargetDate().Alternatives.ShouldBe(target.Alternatives);
        }
    }

    [Fact]
    public void The_other_reading_is_stored_beside_the_one_that_was_chosen()
    {
        var stored = JsonSerializer.Serialize(TargetDateRecord.From(TargetDateReader.Read("by winter 2011").ShouldHaveSingleItem()));

        stored.ShouldEndWith(
            """{"Kind":"season","Precision":"season","Earliest":null,"DueBy":"2011-02-28","Recurrence":null,"ReviewEvery":null,"Event":null}]}""");
    }

    [Fact]
    public void What_was_stored_before_there_were_alternatives_is_read()
    {
        const string Stored =
            """{"Text":"June 2011","Kind":"month","Precision":"month","Earliest":"2011-06-01","DueBy":"2011-06-30","Recurrence":null,"ReviewEvery":null,"Event":null,"AppliesTo":[],"Derived":false}""";

        JsonSerializer.Deserialize<TargetDateRecord>(Stored).ShouldNotBeNull().ToTargetDate()
            .ShouldBe(new TargetDate.InMonth("June 2011", First, Last));
    }

    [Fact]
    public void Kinds_are_stored_by_name()
    {
        var stored = JsonSerializer.Serialize(
            TargetDateRecord.From(new TargetDate.InFinancialYear("2014/15", new DateOnly(2014, 4, 1), new DateOnly(2015, 3, 31))));

        stored.ShouldBe(
            """{"Text":"2014/15","Kind":"financialYear","Precision":"financialYear","Earliest":"2014-04-01","DueBy":"2015-03-31","Recurrence":null,"ReviewEvery":null,"Event":null,"AppliesTo":[],"Derived":false,"Alternatives":[]}""");
    }

    public static TheoryData<TargetDateRecord, string> Misfits => new()
    {
        { Record(TargetKind.Month, TargetPrecision.Month, null, null), "#/target/dueBy" },
        { Record(TargetKind.Ongoing, TargetPrecision.None, null, Last), "#/target/dueBy" },
        { Record(TargetKind.Between, TargetPrecision.Day, Last, First), "#/target/dueBy" },
        { Record(TargetKind.Starting, TargetPrecision.Day, null, null), "#/target/earliest" },
        { Record(TargetKind.Date, TargetPrecision.Month, null, Last), "#/target/precision" },
        { Record(TargetKind.AfterEvent, TargetPrecision.None, null, null), "#/target/event" },
        { Record(TargetKind.Recurring, TargetPrecision.None, null, null) with { Recurrence = "FREQ=DAILY" }, "#/target/recurrence" },
        { Record(TargetKind.None, TargetPrecision.None, null, null) with { Recurrence = "FREQ=YEARLY" }, "#/target/recurrence" },
        { Record(TargetKind.Ongoing, TargetPrecision.None, null, null) with { ReviewEvery = "P1Y" }, "#/target/reviewEvery" },
        { Record(TargetKind.Ongoing, TargetPrecision.None, null, null) with { ReviewEvery = "PM" }, "#/target/reviewEvery" },
        { Record((TargetKind)99, TargetPrecision.None, null, null), "#/target/kind" },
    };

    [Theory]
    [MemberData(nameof(Misfits), DisableDiscoveryEnumeration = true)]
    public void A_record_that_makes_no_sense_is_refused(TargetDateRecord record, string pointer) =>
        Should.Throw<Refusal>(record.ToTargetDate).Errors.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);

    [Fact]
    public void Equal_targets_are_equal_and_others_are_not()
    {
        var target = new TargetDate.InMonth("June 2011", First, Last) { AppliesTo = ["NWL"] };

        target.ShouldBe(new TargetDate.InMonth("June 2011", First, Last) { AppliesTo = ["NWL"] });
        target.GetHashCode().ShouldBe(new TargetDate.InMonth("June 2011", First, Last) { AppliesTo = ["NWL"] }.GetHashCode());
        target.ShouldNotBe(target with { AppliesTo = ["BDC"] });
        target.ShouldNotBe(target with { Derived = true });
        ((TargetDate)target).ShouldNotBe(new TargetDate.InSeason("June 2011", First, Last) { AppliesTo = ["NWL"] });
    }

    private static TargetDateRecord Record(TargetKind kind, TargetPrecision precision, DateOnly? earliest, DateOnly? dueBy) =>
        new("June 2011", kind, precision, earliest, dueBy, null, null, null, [], false, []);
}
