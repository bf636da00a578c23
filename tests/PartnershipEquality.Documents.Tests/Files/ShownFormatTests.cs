using PartnershipEquality.Documents.Files;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>How a number is shown under each kind of format.</summary>
public sealed class ShownFormatTests
{
    [Theory]
    [InlineData(1234.5, null, "1234.5")]
    [InlineData(1234.5, "General", "1234.5")]
    [InlineData(2.675, "0.00", "2.68")]
    [InlineData(2, "00", "02")]
    [InlineData(-5, "#,##0;[Red](#,##0)", "(5)")]
    [InlineData(-5, "0.0", "-5.0")]
    [InlineData(0, "0;-0;\"none\"", "none")]
    [InlineData(0, ";;;", "")]
    [InlineData(0.123, "0.0%", "12.3%")]
    [InlineData(1234567, "#,##0", "1,234,567")]
    [InlineData(12345, "0.00E+00", "1.23E+04")]
    [InlineData(0.5, "# ?/?", "0.5")]
    [InlineData(5, "[<10]0;0.0", "5")]
    [InlineData(7, "\"Year \"0", "Year 7")]
    [InlineData(7, "@", "7")]
    [InlineData(7, "\"No. \"General", "7")]
    [InlineData(1234, "_-[$£-809]* #,##0_-", "£1,234")]
    [InlineData(46203, "d mmmm yyyy", "30 June 2026")]
    [InlineData(46203, "dd/mm/yy", "30 June 2026")]
    [InlineData(46203, "m/d/yy", "30 June 2026")]
    [InlineData(46203, "d-mmm", "30 June 2026")]
    [InlineData(46203, "dddd", "30 June 2026")]
    [InlineData(46203, "mmm-yy", "June 2026")]
    [InlineData(46203, "yyyy", "2026")]
    [InlineData(46203, "\"due \"mmm yyyy", "June 2026")]
    [InlineData(46203.75, "dd/mm/yyyy hh:mm", "30 June 2026 18:00")]
    [InlineData(46203.75, "dd/mm/yyyy", "30 June 2026")]
    [InlineData(0.75, "hh:mm", "18:00")]
    [InlineData(0.75, "h:mm AM/PM", "18:00")]
    [InlineData(0.0105, "mm:ss", "00:15:07")]
    [InlineData(1.5, "[h]:mm", "36:00")]
    [InlineData(1, "d mmmm yyyy", "1 January 1900")]
    [InlineData(61, "d mmmm yyyy", "1 March 1900")]
    [InlineData(-1, "d mmmm yyyy", "-1")]
    [InlineData(1e300, "d mmmm yyyy", "1E+300")]
    [InlineData(1e300, "0.00", "1E+300")]
    [InlineData(double.NaN, "0.00", "NaN")]
    public void A_number_is_shown_as_its_format_says(double value, string? format, string shown) =>
        ShownFormat.Of(format).Show(value, from1904: false).ShouldBe(shown);
}
