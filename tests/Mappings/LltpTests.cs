using System.Text;
using System.Xml;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class LltpTests
{
    const string Event = "<canBoXuLy>Lê Văn Mẫu</canBoXuLy><donVi>Phòng LLTP</donVi><thoiDiem>2026-06-02T09:00:00+07:00</thoiDiem>";

    static readonly Officer Officer = new("Lê Văn Mẫu", null, "Phòng LLTP");

    [Fact]
    public void A_look_up_request_is_read_with_who_and_when()
    {
        var reading = LltpMap.ReadLookupRequest(Body("yeuCauTraCuu", "<maTraCuu>TC-1</maTraCuu>" + Event));
        Assert.Equal(new LookupRequest(Officer, new(2026, 6, 2, 9, 0, 0, TimeSpan.FromHours(7)), "TC-1"), reading.Value);
        Assert.Equal("H56.14-260601-0001", LltpMap.DossierNumber(Body("yeuCauTraCuu", "")));
    }

    [Theory]
    [InlineData(3, typeof(Refusal)), InlineData(5, typeof(SupplementRequest)), InlineData(8, typeof(Stop))]
    public void A_state_change_becomes_the_act_of_its_state(int state, Type act)
    {
        var reading = LltpMap.ReadStateChange(Body("capNhatTrangThai", $"<trangThai>{state}</trangThai><lyDo>Thiếu</lyDo>{Event}"));
        Assert.IsType(act, reading.Value);
        Assert.Equal("Thiếu", (reading.Value as Act)?.Reason);
    }

    [Theory]
    [InlineData("<trangThai>4</trangThai><lyDo>x</lyDo>" + Event, MappingFailureCode.BadValue, "trangThai")]
    [InlineData("<trangThai>x</trangThai><lyDo>x</lyDo>" + Event, MappingFailureCode.BadNumber, "trangThai")]
    [InlineData("<trangThai>3</trangThai>" + Event, MappingFailureCode.MissingField, "lyDo")]
    [InlineData("<trangThai>3</trangThai><lyDo>x</lyDo><lyDo>y</lyDo>" + Event, MappingFailureCode.DuplicateMember, "lyDo")]
    [InlineData("<trangThai>3</trangThai><lyDo>x</lyDo>", MappingFailureCode.MissingField, "canBoXuLy")]
    [InlineData("<trangThai>3</trangThai><lyDo>x</lyDo><canBoXuLy>A</canBoXuLy><thoiDiem>2026-13-01T00:00:00</thoiDiem>",
        MappingFailureCode.BadDate, "thoiDiem")]
    public void A_faulty_state_change_is_refused_with_its_path(string inner, MappingFailureCode code, string path)
    {
        var reading = LltpMap.ReadStateChange(Body("capNhatTrangThai", inner));
        Assert.Null(reading.Value);
        Assert.Equal((code, path), (reading.Refusal?.Code, reading.Refusal?.Path));
    }

    [Fact]
    public void A_certificate_is_read_whole_with_its_pdf()
    {
        var reading = LltpMap.ReadIssue(Issue(Convert.ToBase64String(Samples.Pdf)));
        Assert.Null(reading.Refusal);
        Assert.Equal(Samples.Pdf, reading.Blobs.Single().Bytes.ToArray());
        Assert.Equal(reading.Blobs[0].Sha256, reading.Value?.Certificate.Pdf.Sha256);
        Assert.Equal(("123/2026", "cũ/1", "Trộm cắp"), (reading.Value?.Certificate.Number, reading.Value?.Replaces,
            reading.Value?.Certificate.Judgments.Single().Offences.Single().Name));
        Assert.Empty(reading.Report);
        Assert.Equal(reading.Value?.ToJson(), Content.FromJson(reading.Value?.ToJson()).ToJson());
    }

    [Theory]
    [InlineData("", MappingFailureCode.MissingField), InlineData("@@", MappingFailureCode.BadBase64)]
    [InlineData("JVBE", MappingFailureCode.NotPdf)]
    [InlineData("PGh0bWw+", MappingFailureCode.NotPdf)]
    public void A_certificate_without_a_true_pdf_is_refused(string pdf, MappingFailureCode code)
    {
        var refusal = LltpMap.ReadIssue(Issue(pdf)).Refusal;
        Assert.Equal((code, "ketQuaXuLy.phieuLLTP"), (refusal?.Code, refusal?.Path));
    }

    [Fact]
    public void A_pdf_above_ten_mebibytes_is_refused() => Assert.Equal(
        MappingFailureCode.FileTooLarge,
        LltpMap.ReadIssue(Issue(Convert.ToBase64String([.. "%PDF"u8, .. new byte[10 * 1024 * 1024]]))).Refusal?.Code);

    [Fact]
    public void Every_message_to_the_software_keeps_the_schema()
    {
        var answer = new LookupAnswer(Officer, Samples.At(4), "yc-1", 1, LookupResult.Verifying, "Đang xác minh");
        Schemas.Valid("lltp.xsd", LltpMap.WritePause(Samples.Facts(5)));
        Schemas.Valid("lltp.xsd", LltpMap.WriteStop(Samples.Facts(7) with { Officer = null }));
        Schemas.Valid("lltp.xsd", LltpMap.WriteLookupAnswer(Samples.Facts(4), answer, "TC-1"));
        Schemas.Valid("lltp.xsd", LltpMap.WriteStatusQuestion("H56.14-260601-0001"));
        foreach (var operation in new[] { "yeuCauTraCuu", "capNhatTrangThai", "traPhieuLLTP" })
            Schemas.Valid("lltp.xsd", LltpMap.WriteReply(operation, "0", "Đã nhận", "e-1"));
    }

    [Fact]
    public void A_newer_version_goes_as_an_update_with_its_number()
    {
        var writing = LltpMap.WriteUpdate(Samples.Facts() with { Version = 2 }, Samples.Application("plain"), NoFiles, Codes());
        Schemas.Valid("lltp.xsd", writing);
        Assert.Contains("<phienBan>2</phienBan>", Text(writing), StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_get_true_and_different_names()
    {
        var reading = Samples.Read(Samples.Json("convictions").ToJsonString());
        var xml = Text(LltpMap.WriteDossier(Samples.Facts(), Samples.Value(reading), Samples.Files(reading), Codes()));
        foreach (var name in new[] { "Giấy xác nhận.pdf", "Giấy xác nhận.jpg", "Giấy xác nhận (2).pdf" })
            Assert.Contains($"<tenFile>{name}</tenFile>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Declared_convictions_go_out_whoever_applies()
    {
        var declared = Samples.Application("convictions");
        Assert.Null(declared.Authorisation);
        var reading = Samples.Read(Samples.Json("convictions").ToJsonString());
        Assert.Contains("tội đánh bạc", Text(LltpMap.WriteDossier(Samples.Facts(), declared, Samples.Files(reading), Codes())),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("toKhai.nycLoaiGiayTo", 9), InlineData("toKhai.nycGioiTinh", 7), InlineData("toKhai.loaiPhieu", 3)]
    [InlineData("toKhai.yeuCauCDNCV", 2)]
    [InlineData("toKhai.uyQuyen", 5), InlineData("toKhai.thongTinThanhToan.hinhThucNhanBanGiay", 9)]
    public void A_code_that_no_catalogue_has_stops_the_message_and_names_the_field(string path, int code)
    {
        var application = Samples.Value(Samples.Read(json => IntakeTests.Set(json, path, code)));
        var writing = LltpMap.WriteDossier(Samples.Facts(), application, NoFiles, Codes());
        Assert.Null(writing.Bytes);
        Assert.Equal((MappingFailureCode.UnmappedCode, path), (writing.Failure?.Code, writing.Failure?.Path));
    }

    [Fact]
    public void A_filled_ministry_catalogue_is_used_and_never_guessed_past()
    {
        var facts = Samples.Facts() with { Catalogues = Samples.Saying("nationalities", "lltp", new() { ["VN"] = "3106" }) };
        Assert.Contains("<nationalityId>3106<", Text(LltpMap.WriteDossier(facts, Samples.Application("plain"), NoFiles, Codes())),
            StringComparison.Ordinal);
        var foreigner = Samples.Application("passport");
        Assert.Equal($"toKhai.nycQuocTich nationalities {foreigner.Applicant.Nationality} lltp",
            LltpMap.WriteDossier(facts, foreigner, NoFiles, Codes()).Failure?.Place);
    }

    [Fact]
    public void A_text_that_the_contract_has_no_room_for_stops_the_message() => Assert.Equal(
        "toKhai.thongTinAnTich",
        LltpMap.WriteDossier(Samples.Facts(), Samples.Application("plain") with { DeclaredConvictions = new('x', 4001) }, NoFiles,
            Codes()).Failure?.Path);

    [Fact]
    public void Answers_and_states_are_read_and_anything_else_is_not()
    {
        Assert.Equal(("0", "Đã nhận", "7"), LltpMap.ReadReply(Schemas.Parse(LltpMap.WriteReply("nhanHoSoDangKy", "0", "Đã nhận", "7"))));
        Assert.Null(LltpMap.ReadReply(Body("x", "")));
        var status = LltpMap.ReadStatus(Body("traTrangThaiHsResponse",
            "<STATUS>0</STATUS><DESCRIPTION>ok</DESCRIPTION><DEC_STATUS_ID>5</DEC_STATUS_ID>"));
        Assert.Equal(5, status?.StateId);
    }

    static LltpCodes Codes() => new() { MinistryJusticeId = "41" };

    static string Text(Writing writing) => Encoding.UTF8.GetString((writing.Bytes ?? default).Span);

    static ReadOnlyMemory<byte> NoFiles(FileRef file) => throw new InvalidOperationException();

    static XmlElement Body(string operation, string inner) =>
        Schemas.Parse($"<{operation} xmlns=\"urn:lltp-hub:lltp:1\"><idReceivedDec>H56.14-260601-0001</idReceivedDec>{inner}</{operation}>");

    static XmlElement Issue(string pdf) => Body("traPhieuLLTP", $"""
        <soPhieuThayThe>cũ/1</soPhieuThayThe><ketQuaXuLy>
        <soPhieuLLTP>123/2026</soPhieuLLTP><ngayCapPhieu>04/06/2026</ngayCapPhieu><loaiPhieu>1</loaiPhieu>
        <thongTinAn><soBanAn>10/2015</soBanAn><dsToiDanh><toiDanh>173</toiDanh><tenToiDanh>Trộm cắp</tenToiDanh></dsToiDanh></thongTinAn>
        <phieuLLTP>{pdf}</phieuLLTP></ketQuaXuLy>{Event}
        """);
}
