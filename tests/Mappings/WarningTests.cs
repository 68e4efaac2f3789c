using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class WarningTests
{
    [Theory]
    [InlineData("200000", 200_000L), InlineData("200.000", 200_000L), InlineData("200,000", 200_000L)]
    [InlineData("1.200.000", 1_200_000L), InlineData("0", 0L)]
    [InlineData("200.00", null), InlineData("1.200,000", null), InlineData("200 000", null), InlineData("-5", null)]
    [InlineData("hai trăm", null)]
    public void Money_is_read_in_three_notations_and_anything_else_only_warned_of(string text, long? dong)
    {
        var reading = Samples.Read(json =>
        {
            IntakeTests.Set(json, "toKhai.thongTinThanhToan.phiLLTP", text);
            IntakeTests.Set(json, "toKhai.thongTinThanhToan.tongPhi", text);
        });
        Assert.Equal(new Money(text, dong), reading.Value?.Payment?.Total);
        Assert.Equal(dong is null, Codes(reading).Contains(WarningCodes.PaymentUnreadable));
    }

    [Fact]
    public void Parts_that_do_not_add_up_are_warned_of() =>
        Assert.Equal([WarningCodes.PaymentUnreadable], Codes(Samples.Read(json =>
            IntakeTests.Set(json, "toKhai.thongTinThanhToan.tongPhi", "200001"))));

    [Fact]
    public void An_empty_part_counts_as_nothing() =>
        Assert.Empty(Codes(Samples.Read(json => IntakeTests.Set(json, "toKhai.thongTinThanhToan.phiCapThemBanGiay", ""))));

    [Theory]
    [InlineData("038090000001", 3, 1, true), InlineData("038190000001", 3, 1, false), InlineData("038091000001", 3, 1, false)]
    [InlineData("038290000001", 3, 1, false)]
    [InlineData("038190000001", 3, 2, true), InlineData("038190000001", 3, 0, true), InlineData("171234567", 1, 1, true)]
    [InlineData("17123456", 1, 1, false)]
    [InlineData("X1234567", 2, 1, true), InlineData("X1234567", 3, 1, false), InlineData("12345678", 2, 1, true)]
    [InlineData("X 12", 2, 1, false)]
    public void An_identifier_that_cannot_be_this_persons_is_accepted_with_a_warning(string number, int type, int sex, bool plausible)
    {
        var reading = Samples.Read(json =>
        {
            IntakeTests.Set(json, "toKhai.nycSoGiayTo", number);
            IntakeTests.Set(json, "toKhai.nycLoaiGiayTo", type);
            IntakeTests.Set(json, "toKhai.nycGioiTinh", sex);
        });
        Assert.Equal(number, reading.Value?.Applicant.IdNumber);
        Assert.Equal(!plausible, Codes(reading).Contains(WarningCodes.ImplausibleNumber));
    }

    [Fact]
    public void A_code_outside_every_catalogue_never_refuses_an_intake() =>
        Assert.Equal(77, Samples.Read(json => IntakeTests.Set(json, "toKhai.nycLoaiGiayTo", 77)).Value?.Applicant.IdType);

    [Theory]
    [InlineData(null, false), InlineData(1, false), InlineData(2, true)]
    public void A_payment_state_outside_the_paid_codes_is_warned_of(int? paid, bool warned)
    {
        var rules = new IntakeRules { PaidCodes = paid is { } code ? [code] : [] };
        Assert.Equal(warned, Codes(Samples.Read(_ => { }, rules)).Contains(WarningCodes.NotPaid));
    }

    [Fact]
    public void An_unknown_member_is_kept_warned_of_and_named_in_the_report()
    {
        var reading = Samples.Read(json => IntakeTests.Set(json, "toKhai.nycThuongTru.maBuuChinh", "40000"));
        Assert.Contains(reading.Value?.Warnings ?? [], warning =>
            warning is { Code: WarningCodes.UnknownMember, Field: "toKhai.nycThuongTru.maBuuChinh" });
        Assert.Contains(reading.Report, line => line.Path == "toKhai.nycThuongTru.maBuuChinh");
        Assert.Contains("\"40000\"", reading.Value?.Extra.Select(member => member.Json) ?? []);
    }

    [Fact]
    public void Numbers_as_texts_and_texts_as_numbers_are_read_reported_and_written_back_as_they_came()
    {
        var json = Samples.Json("plain");
        IntakeTests.Set(json, "toKhai.loaiPhieu", "2");
        IntakeTests.Set(json, "toKhai.thongTinThanhToan.tongPhi", 200000);
        IntakeTests.Set(json, "toKhai.thongTinThanhToan.diaChiNhan", new JsonObject { ["chiTiet"] = "Số 1" });
        var reading = Samples.Read(json.ToJsonString());
        Assert.Equal((2, 200_000), (reading.Value?.FormType, reading.Value?.Payment?.Total?.Dong));
        Assert.Equal(3, reading.Report.Count(line => line.Note.Contains("another JSON type", StringComparison.Ordinal)));
        JsonEquality.Same(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), VneidMap.WriteRequest(Samples.Value(reading),
            Samples.Files(reading)).Bytes);
    }

    [Fact]
    public void Texts_become_nfc_and_addresses_lose_the_space_around_them()
    {
        var reading = Samples.Read(json =>
        {
            IntakeTests.Set(json, "toKhai.nycHoTen", "Nguye\u0302\u0303n Va\u0306n Thu\u031b\u0309");
            IntakeTests.Set(json, "toKhai.nycEmail", " thu@example.vn ");
        });
        Assert.Equal(("Nguyễn Văn Thử", "thu@example.vn"), (reading.Value?.Applicant.FullName, reading.Value?.Applicant.Email));
    }

    static IEnumerable<string> Codes(Reading<Application> reading)
    {
        Assert.Null(reading.Refusal);
        return (reading.Value?.Warnings ?? []).Select(warning => warning.Code);
    }
}
