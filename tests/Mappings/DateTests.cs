using LLTP.Hub.Mappings.Canonical;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class DateTests
{
    [Theory]
    [InlineData("15/08/1990", "15/08/1990"), InlineData("5/8/1990", "05/08/1990"), InlineData("15-08-1990", "15/08/1990")]
    [InlineData("08/1990", "08/1990")]
    [InlineData("08-1990", "08/1990"), InlineData("1990", "1990"), InlineData("19900815", "15/08/1990")]
    [InlineData("19900815235959", "15/08/1990")]
    [InlineData("1990-08-15", "15/08/1990"), InlineData("1990-08-15T01:02:03", "15/08/1990")]
    [InlineData("1990-08-15T20:00:00Z", "16/08/1990")]
    [InlineData(" 29/02/2024 ", "29/02/2024"), InlineData("15/08/2026 10:20:30", "15/08/2026")]
    public void A_date_is_read_with_the_precision_given_and_kept_as_it_came(string text, string shown)
    {
        var date = Samples.Read(json => IntakeTests.Set(json, "toKhai.nycNgayCapGiayTo", text)).Value?.Applicant.IdIssuedOn;
        Assert.Equal((text, shown), (date?.Raw, date?.Value?.ToString()));
    }

    [Fact]
    public void A_period_that_lasts_until_now_has_no_end_date() =>
        Assert.Equal(new DateText("nay", null), Samples.Application("plain").Stays[1].To);

    [Fact]
    public void A_day_of_receipt_in_an_unknown_notation_is_kept_with_a_warning()
    {
        var application = Samples.Read(json => json["ngayTiepNhan"] = "ngày một tháng sáu").Value;
        Assert.Equal([WarningCodes.DateUnreadable], application?.Warnings.Select(warning => warning.Code));
    }
}
