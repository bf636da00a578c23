using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Tests.TargetDates;

public sealed class TargetDateWordingTests
{
    [Theory]
    [InlineData("August 2026", "by 31 August 2026")]
    [InlineData("31 March 2012", "on 31 March 2012")]
    [InlineData("by 31 March 2012", "by 31 March 2012")]
    [InlineData("December 2026 and yearly thereafter", "every year by 31 December, first by 31 December 2026")]
    [InlineData("November each year", "every year by 30 November")]
    [InlineData("February each year", "every year by the last day of February")]
    [InlineData("Twice yearly", "every year by 31 March and 30 September")]
    [InlineData("Every 3 years", "every 3 years by 31 March")]
    [InlineData("Monthly", "every month by its last day")]
    [InlineData("Weekly", "every week")]
    [InlineData("On-going", "on-going")]
    [InlineData("Ongoing from 1 June 2011", "on-going from 1 June 2011")]
    [InlineData("Start June 2011", "from 1 June 2011, no end date")]
    [InlineData("July to December 2012", "from 1 July 2012 to 31 December 2012")]
    [InlineData("Review each quarter", "on-going, reviewed every 3 months")]
    [InlineData("following reviews", "waits for: reviews")]
    [InlineData("See 2.2", "see 2.2")]
    [InlineData("As appropriate", "varies")]
    [InlineData("TBC", "to be confirmed")]
    [InlineData("completed", "completed")]
    [InlineData("", "no date")]
    [InlineData("what?", "not understood")]
    public void A_target_is_said_in_plain_words(string text, string words) =>
        TargetDateWording.Say(TargetDateReader.Read(text)).ShouldBe(words);

    [Fact]
    public void Groups_are_named() =>
        TargetDateWording.Say(TargetDateReader.Read("August 2011  October 2011", null, "NWL; BDC  CBC"))
            .ShouldBe("by 31 August 2011 (NWL, BDC); by 31 October 2011 (CBC)");
}
