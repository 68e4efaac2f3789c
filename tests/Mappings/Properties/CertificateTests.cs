using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.Tthc;
using LLTP.Hub.Mappings.Vneid;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed class CertificateTests
{
    const string Space = "urn:lltp-hub:lltp:1";

    static readonly Dictionary<string, string[]> Inner = new()
    {
        ["thongTinAn"] = Names("ThongTinAn"), ["dsToiDanh"] = Names("ToiDanh"), ["dsHinhPhatChinh"] = Names("HinhPhatChinh"),
        ["dsHinhPhatBoSung"] = Names("HinhPhatBoSung"), ["dsCDNCV"] = Names("CamDamNhiem")
    };

    [Fact]
    public void Any_certificate_of_the_software_reaches_vneid_and_tthc_with_every_field_it_has()
    {
        var texts = Arb.From(Gen.ListOf(AnyText.Filled, 400).Select(list => list.ToArray()));
        Check.One(Rounds.Of(60), Prop.ForAll(texts, all => Survives(all)));
    }

    static void Survives(string[] texts)
    {
        var (document, given) = (new XmlDocument(), new Dictionary<string, string>());
        var body = Fill(document.CreateElement("traPhieuLLTP", Space), "", ["idReceivedDec", "ketQuaXuLy", "canBoXuLy", "thoiDiem"],
            new Queue<string>(texts), given);
        var reading = LltpMap.ReadIssue(body);
        Assert.Null(reading.Refusal);
        Assert.Empty(reading.Report);
        var certificate = Samples.Value(reading).Certificate;
        Same(given, Flat.Json(VneidMap.WriteResult(Samples.Facts(9), certificate, ResultDetail.Full, File).Bytes), "");
        Same(given, Flat.Json(TthcMap.WriteCertificate(Samples.Facts(9), certificate, null, File).Bytes), "result");

        ReadOnlyMemory<byte> File(FileRef file) => reading.Blobs.Single(blob => blob.Sha256 == file.Sha256).Bytes;
    }

    static void Same(Dictionary<string, string> given, Dictionary<string, string> written, string root) => Assert.All(
        given.Where(field => field.Key.StartsWith("ketQuaXuLy.", StringComparison.Ordinal)),
        field => Assert.Equal(field.Value, written[root.Length == 0 ? field.Key : root + field.Key["ketQuaXuLy".Length..]]));

    static XmlElement Fill(XmlElement element, string path, string[] names, Queue<string> texts, Dictionary<string, string> given)
    {
        foreach (var name in names)
            for (var count = 0; count < (Inner.ContainsKey(name) ? 2 : 1); count++)
                Child(element, path.Length == 0 ? name : $"{path}.{name}", count, texts, given);
        return element;
    }

    static void Child(XmlElement element, string path, int index, Queue<string> texts, Dictionary<string, string> given)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        var child = element.OwnerDocument.CreateElement(name, Space);
        element.AppendChild(child);
        if (name == "ketQuaXuLy")
            Fill(child, path, Names("KetQuaXuLy"), texts, given);
        else if (Inner.TryGetValue(name, out var inner))
            Fill(child, $"{path}[{index}]", inner, texts, given);
        else
            child.InnerText = given[path] = Text(name, texts);
    }

    static string Text(string name, Queue<string> texts) => name switch
    {
        "soPhieuLLTP" or "idReceivedDec" => "123/2026",
        "ngayCapPhieu" => "04/06/2026",
        "loaiPhieu" => "2",
        "phieuLLTP" => Convert.ToBase64String(Samples.Pdf),
        "quyetDinhThuHoi" => Convert.ToBase64String([.. Samples.Pdf, 10]),
        "canBoXuLy" => "a",
        "thoiDiem" => "2026-06-02T09:00:00+07:00",
        _ => texts.Dequeue().Normalize()
    };

    static string[] Names(string type) => [.. AnyDossier.Wire(type).GetProperties().Select(AnyDossier.Name).Where(name => name.Length > 0)];
}
