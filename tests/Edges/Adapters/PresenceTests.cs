using System.Text;
using LLTP.Hub.Adapters.Dvcqg;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Adapters.Tthc;
using LLTP.Hub.Adapters.V06;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Tests.Mappings;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>What each partner's answer says about one delivery: version 2, event 3f0c, state 2 with due date 5/6/2026.</summary>
public sealed class PresenceTests
{
    const string Number = "H56.14-260601-0001";

    [Theory]
    [InlineData(MessageKind.TthcDossier, 200, """{"version":2}""", Presence.Arrived)]
    [InlineData(MessageKind.TthcDossier, 200, """{"version":3}""", Presence.Arrived)]
    [InlineData(MessageKind.TthcDossier, 200, """{"version":1}""", Presence.NotArrived)]
    [InlineData(MessageKind.TthcProgress, 200, """{"version":2,"progress":["0a","3f0c"]}""", Presence.Arrived)]
    [InlineData(MessageKind.TthcProgress, 200, """{"version":2,"progress":["0a"]}""", Presence.NotArrived)]
    [InlineData(MessageKind.TthcProgress, 200, """{"version":2}""", Presence.CannotSay)]
    [InlineData(MessageKind.TthcCertificate, 200, """{"version":2,"certificates":["7/2026"]}""", Presence.Arrived)]
    [InlineData(MessageKind.TthcCertificate, 200, """{"version":2,"certificates":["6/2026"]}""", Presence.NotArrived)]
    [InlineData(MessageKind.TthcCertificate, 200, """{"version":2}""", Presence.CannotSay)]
    [InlineData(MessageKind.TthcDecision, 200, """{"version":2,"decisions":["7/2026"]}""", Presence.Arrived)]
    [InlineData(MessageKind.TthcDecision, 200, """{"version":2,"certificates":["7/2026"],"decisions":[]}""", Presence.NotArrived)]
    [InlineData(MessageKind.TthcDecision, 200, """{"version":2}""", Presence.CannotSay)]
    [InlineData(MessageKind.TthcDossier, 404, """{"code":"UnknownDossier"}""", Presence.NotArrived)]
    [InlineData(MessageKind.TthcDossier, 404, "<html>404</html>", Presence.CannotSay)]
    [InlineData(MessageKind.TthcDossier, 404, """{"title":"no route"}""", Presence.CannotSay)]
    [InlineData(MessageKind.TthcDossier, 503, """{"code":"Busy"}""", Presence.CannotSay)]
    [InlineData(MessageKind.TthcDossier, 200, "", Presence.CannotSay)]
    public void Tthc(string kind, int status, string body, Presence presence) => Assert.Equal(presence, TthcPresence.Of(
        Delivery(kind), "7/2026", Answer(status, body.Replace("\"version\"", $"\"number\":\"{Number}\",\"version\"", StringComparison.Ordinal))));

    [Fact]
    public void An_answer_about_another_dossier_says_nothing() => Assert.Equal(
        Presence.CannotSay, TthcPresence.Of(Delivery(MessageKind.TthcDossier), null, Answer(200, """{"number":"other","version":9}""")));

    [Theory]
    [InlineData(MessageKind.V06Lookup, "DangXuLy", Presence.Arrived), InlineData(MessageKind.V06Lookup, "DaTraLoi", Presence.Arrived)]
    [InlineData(MessageKind.V06Lookup, "DaHuy", Presence.Arrived), InlineData(MessageKind.V06Lookup, "KhongBiet", Presence.NotArrived)]
    [InlineData(MessageKind.V06Lookup, "TuChoi", Presence.CannotSay), InlineData(MessageKind.V06Lookup, null, Presence.CannotSay)]
    [InlineData(MessageKind.V06Cancel, "DaHuy", Presence.Arrived), InlineData(MessageKind.V06Cancel, "DaTraLoi", Presence.Arrived)]
    [InlineData(MessageKind.V06Cancel, "DangXuLy", Presence.NotArrived), InlineData(MessageKind.V06Cancel, "KhongBiet", Presence.NotArrived)]
    [InlineData(MessageKind.V06Cancel, "TuChoi", Presence.CannotSay)]
    public void V06(string kind, string? status, Presence presence) => Assert.Equal(presence, V06Presence.Of(kind, status));

    [Theory]
    [InlineData(MessageKind.LltpDossier, 1, false, 0, 0, Presence.Arrived)]
    [InlineData(MessageKind.LltpUpdate, 2, false, 0, 0, Presence.Arrived), InlineData(MessageKind.LltpUpdate, 1, false, 0, 0, Presence.NotArrived)]
    [InlineData(MessageKind.LltpPause, 2, true, 0, 0, Presence.Arrived), InlineData(MessageKind.LltpPause, 2, false, 0, 0, Presence.NotArrived)]
    [InlineData(MessageKind.LltpStop, 2, false, 2, 0, Presence.Arrived), InlineData(MessageKind.LltpStop, 2, false, 0, 0, Presence.NotArrived)]
    [InlineData(MessageKind.LltpStop, 2, false, 8, 0, Presence.NotArrived)]
    [InlineData(MessageKind.LltpLookupResult, 2, false, 0, 2, Presence.Arrived)]
    [InlineData(MessageKind.LltpLookupResult, 2, false, 0, 1, Presence.NotArrived)]
    public void Lltp_with_the_extension(string kind, int version, bool paused, int closed, int answerNo, Presence presence)
    {
        var held = new LltpHeld(version, paused, closed == 0 ? null : closed, answerNo == 0 ? [] : [new("TC-1", answerNo), new("TC-0", 9)]);

        Assert.Equal(presence, LltpPresence.Of(Delivery(kind), Sample.LookupAnswer("TC-1", answerNo: 2), new("0", "ok", 4, null, null, null) { Held = held }));
    }

    [Theory]
    [InlineData("45/QĐ-STP", Presence.Arrived), InlineData("46/QĐ-STP", Presence.NotArrived)]
    public void Lltp_that_lists_the_decisions_it_took(string number, Presence presence)
    {
        var held = new LltpHeld(2, false, null, []) { Decisions = [number] };

        Assert.Equal(presence, LltpPresence.Of(Delivery(MessageKind.LltpDecision), Sample.Decision(), new("0", "ok", 5, null, null, null) { Held = held }));
    }

    [Theory]
    [InlineData("""Thu hồi Phiếu số 1""", Presence.Arrived), InlineData("", Presence.NotArrived), InlineData(null, Presence.CannotSay)]
    public void Dvcqg_that_shows_or_does_not_show_a_note_beside_the_state(string? note, Presence presence)
    {
        var facts = Samples.Facts() with { Version = 2, State = 10, Reason = "Thu hồi Phiếu số 1", DueDate = null };
        var row = $$"""{"MaHoSo":"{{Number}}","TrangThaiHoSo":"10"{{(note is null ? "" : $",\"GhiChu\":\"{note}\"")}}}""";

        Assert.Equal(presence, DvcqgPresence.Of(Delivery(MessageKind.DvcqgDossier) with { Dossier = facts }, Portal(row)));
    }

    [Theory]
    [InlineData(MessageKind.LltpDossier, "0", "Thành công", Presence.Arrived), InlineData(MessageKind.LltpUpdate, "0", "Thành công", Presence.CannotSay)]
    [InlineData(MessageKind.LltpStop, "0", "Thành công", Presence.CannotSay), InlineData(MessageKind.LltpPause, "0", "ok", Presence.CannotSay)]
    [InlineData(MessageKind.LltpDossier, "1", "KHÔNG TÌM THẤY hồ sơ", Presence.NotArrived)]
    [InlineData(MessageKind.LltpStop, "1", "Không  tìm thấy hồ sơ", Presence.NotArrived)]
    [InlineData(MessageKind.LltpDossier, "1", "Sai infoType", Presence.CannotSay)]
    public void Lltp_of_the_older_contract(string kind, string status, string text, Presence presence) =>
        Assert.Equal(presence, LltpPresence.Of(Delivery(kind), Sample.LookupAnswer("TC-1"), new(status, text, 4, null, null, null)));

    [Fact]
    public void Lltp_that_gave_no_signed_answer_says_nothing() =>
        Assert.Equal(Presence.CannotSay, LltpPresence.Of(Delivery(MessageKind.LltpDossier), null, null));

    [Theory]
    [InlineData(MessageKind.DvcqgDossier, "2", "20260605235959", Presence.Arrived)]
    [InlineData(MessageKind.DvcqgDossier, "2", "20260604235959", Presence.NotArrived)]
    [InlineData(MessageKind.DvcqgDossier, "1", "20260605235959", Presence.NotArrived)]
    [InlineData(MessageKind.DvcqgProgress, "2", "", Presence.Arrived)]
    [InlineData(MessageKind.DvcqgProgress, "4", "", Presence.NotArrived)]
    public void Dvcqg(string kind, string state, string due, Presence presence) => Assert.Equal(presence, DvcqgPresence.Of(
        Delivery(kind), Portal($$"""{"MaHoSo":"{{Number}}","TrangThaiHoSo":"{{state}}","NgayHenTra":"{{due}}","DanhSachTienDo":[{{Line(state)}}]}""")));

    [Theory]
    [InlineData(MessageKind.DvcqgDossier, """{"error_code":"0","data":[]}""", Presence.NotArrived)]
    [InlineData(MessageKind.DvcqgProgress, """{"error_code":"0","data":[]}""", Presence.NotArrived)]
    [InlineData(MessageKind.DvcqgDossier, """{"error_code":"0","data":[{"MaHoSo":"other","TrangThaiHoSo":"2"}]}""", Presence.NotArrived)]
    [InlineData(MessageKind.DvcqgProgress, """{"error_code":"0","data":[{"MaHoSo":"H56.14-260601-0001","TrangThaiHoSo":"2"}]}""", Presence.CannotSay)]
    [InlineData(MessageKind.DvcqgDossier, """{"error_code":"-4","message":"Trường service không hợp lệ"}""", Presence.CannotSay)]
    [InlineData(MessageKind.DvcqgDossier, """{"error_code":"0"}""", Presence.CannotSay), InlineData(MessageKind.DvcqgDossier, "<html>", Presence.CannotSay)]
    public void Dvcqg_that_has_nothing_or_says_nothing(string kind, string body, Presence presence) =>
        Assert.Equal(presence, DvcqgPresence.Of(Delivery(kind), Answer(200, body)));

    [Theory]
    [InlineData(Partner.Vneid, false), InlineData(Partner.Tthc, true), InlineData(Partner.Lltp, true), InlineData(Partner.V06, true)]
    [InlineData(Partner.Dvcqg, true)]
    public async Task An_adapter_can_ask_when_its_descriptor_says_so(string partner, bool asks)
    {
        using var keys = new KeysFolder();
        await using var tested = new AdapterUnderTest(keys.Path, partner, new("http://127.0.0.1:9/"), TimeSpan.FromSeconds(5));

        Assert.Equal((asks, asks), (tested.Adapter is IAskablePartner, tested.Adapter.Descriptor.Capabilities.HasFlag(Capabilities.Ask)));
    }

    static string Line(string state) =>
        $$"""{"ThoiDiemXuLy":"{{Samples.Facts().At.ToOffset(TimeSpan.FromHours(7)):yyyyMMddHHmmss}}","TrangThai":{{state}}}""";

    static PartnerAnswer Portal(string row) => Answer(200, $$"""{"error_code":"0","message":"ok","data":[{{row}}]}""");

    static PartnerAnswer Answer(int status, string body) => new(Transport.Readable, status, Encoding.UTF8.GetBytes(body));

    static Outgoing Delivery(string kind) => new(AdapterUnderTest.DeliveryId, kind, 2, "TC-1", null, Samples.Facts() with { Version = 2 }, new(
        _ => Task.FromResult(Samples.Application("plain")), _ => Task.FromResult<Content?>(null), (_, _) => throw new InvalidOperationException()));
}
