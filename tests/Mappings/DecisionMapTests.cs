using System.Text;
using System.Text.Json.Nodes;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Dvcqg;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Decisions about issued certificates on all four contracts.</summary>
public sealed class DecisionMapTests
{
    static readonly DossierFacts Facts = Samples.Facts(10) with { Reason = Decision().Reason };

    [Theory]
    [InlineData("supplement", "BoSung", DecisionKind.Supplement), InlineData("correction", "DinhChinh", DecisionKind.Correction)]
    [InlineData("revocation", "ThuHoi", DecisionKind.Revocation), InlineData("cancellation", "HuyBo", DecisionKind.Cancellation)]
    public void Both_partners_words_mean_the_same_four_kinds_in_both_directions(string tthc, string lltp, DecisionKind kind)
    {
        var fromTthc = TthcMap.ReadDecision(Json(body => body["kind"] = tthc));
        var toTthc = JsonNode.Parse((TthcMap.WriteDecision(Facts, Decision(kind), Pdf).Bytes ?? default).Span);
        var written = LltpMap.WriteDecision(Facts, Decision(kind), Pdf);
        var fromLltp = LltpMap.ReadDecision(Schemas.Parse(written));

        Assert.Equal((kind, kind), (fromTthc.Value?.Type, fromLltp.Value?.Type));
        Assert.Equal((tthc, lltp), ((string?)toTthc?["kind"], Schemas.Parse(written).GetElementsByTagName("loaiQuyetDinh")[0]?.InnerText));
        Schemas.Valid("lltp.xsd", written);
    }

    [Fact]
    public void A_decision_of_tthc_is_read_with_everything_and_its_file()
    {
        var reading = TthcMap.ReadDecision(Json(_ => { }));

        var file = Assert.Single(reading.Blobs);
        Assert.Equal(Samples.Pdf, file.Bytes.ToArray());
        var expected = Decision() with { File = new(file.Sha256, Samples.Pdf.Length), Officer = new("Trần Văn Mẫu", null, null) };
        Assert.Equal(expected, reading.Value);
        Assert.Equal(expected, Content.FromJson(expected.ToJson()));
    }

    [Theory]
    [InlineData("kind", "revoke", MappingFailureCode.BadValue), InlineData("kind", null, MappingFailureCode.MissingField)]
    [InlineData("number", null, MappingFailureCode.MissingField), InlineData("date", "10/06/2026", MappingFailureCode.BadDate)]
    [InlineData("date", null, MappingFailureCode.MissingField), InlineData("certificate", null, MappingFailureCode.MissingField)]
    [InlineData("file", null, MappingFailureCode.MissingField), InlineData("file", "!", MappingFailureCode.BadBase64)]
    [InlineData("file", "AAAA", MappingFailureCode.NotPdf)]
    public void A_faulty_decision_of_tthc_is_refused_with_its_path(string path, string? value, MappingFailureCode code)
    {
        var refusal = TthcMap.ReadDecision(Json(body => body[path] = value)).Refusal;

        Assert.Equal((code, path), (refusal?.Code, refusal?.Path));
    }

    [Theory]
    [InlineData("loaiQuyetDinh", "Huy", MappingFailureCode.BadValue), InlineData("soQuyetDinh", "", MappingFailureCode.MissingField)]
    [InlineData("ngayQuyetDinh", "06/2026", MappingFailureCode.BadDate), InlineData("soPhieuLLTP", "", MappingFailureCode.MissingField)]
    [InlineData("tepQuyetDinh", "AAAA", MappingFailureCode.NotPdf), InlineData("tepQuyetDinh", "", MappingFailureCode.MissingField)]
    public void A_faulty_decision_of_the_software_is_refused_with_its_path(string path, string value, MappingFailureCode code)
    {
        var body = Schemas.Parse(LltpMap.WriteDecision(Facts, Decision(), Pdf));
        if (body.GetElementsByTagName(path)[0] is { } element)
            element.InnerText = value;

        var refusal = LltpMap.ReadDecision(body).Refusal;

        Assert.Equal((code, path), (refusal?.Code, refusal?.Path));
    }

    [Fact]
    public void Vneid_gets_the_type_the_decision_and_no_result()
    {
        var json = JsonNode.Parse((VneidMap.WriteDecision(Facts, Decision(), "thuhoi", Pdf).Bytes ?? default).Span);

        Assert.Equal(("thuhoi", "10", Decision().Reason), ((string?)json?["type"], (string?)json?["trangThaiXuLy"], (string?)json?["lyDoTuChoi"]));
        var result = json?["ketQuaXuLy"]?.AsObject() ?? [];
        Assert.Equal("quyetDinhThuHoi", Assert.Single(result, member => member.Value is not null).Key);
        Assert.Equal(Samples.Pdf, Convert.FromBase64String((string?)result["quyetDinhThuHoi"] ?? ""));
        Assert.True(result.ContainsKey("phieuLLTP"));
    }

    [Fact]
    public void The_portal_notes_it_and_keeps_the_times_at_which_the_dossier_ended()
    {
        var facts = Facts with { At = Samples.At(9), FinishedAt = Samples.At(3), HandedOverAt = Samples.At(4) };

        var dossier = JsonNode.Parse((DvcqgMap.WriteDossier(facts, Samples.Application("plain"), "s", "H56.14", true).Bytes ?? default).Span)?["data"]?[0];
        var line = JsonNode.Parse((DvcqgMap.WriteProgress(facts, "s", "H56.14").Bytes ?? default).Span)?["data"]?[0];

        Assert.Equal((Facts.Reason, "20260601110000", "20260601120000"),
            ((string?)dossier?["GhiChu"], (string?)dossier?["NgayKetThucXuLy"], (string?)dossier?["NgayTra"]));
        Assert.Equal((Facts.Reason, "20260601170000"), ((string?)line?["NoiDungXuLy"], (string?)line?["ThoiDiemXuLy"]));
    }

    static CertificateDecision Decision(DecisionKind kind = DecisionKind.Revocation) => new(
        new("Trần Văn Mẫu", null, null), Samples.At(1), kind, "45/QĐ-STP", new(2026, 6, 10), "123/2026/LLTP-01", "Sai thông tin", new("ab", Samples.Pdf.Length));

    static ReadOnlyMemory<byte> Pdf(FileRef file) => Samples.Pdf;

    static byte[] Json(Action<JsonObject> change)
    {
        var body = new JsonObject
        {
            ["officer"] = new JsonObject { ["name"] = "Trần Văn Mẫu" }, ["at"] = "2026-06-01T09:00:00+07:00", ["kind"] = "revocation",
            ["number"] = "45/QĐ-STP", ["date"] = "2026-06-10", ["certificate"] = "123/2026/LLTP-01", ["reason"] = "Sai thông tin",
            ["file"] = Convert.ToBase64String(Samples.Pdf),
        };
        change(body);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
