using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>Questions change nothing but the list of changes that the hub has collected; they are answered anew each time.</summary>
sealed class LltpQuestions(LltpRegister register)
{
    const int LongestList = 1000;

    static readonly Dictionary<string, (string Code, string Name)[]> Catalogues = new()
    {
        ["1"] = [("38", "Tỉnh Thanh Hóa"), ("01", "Thành phố Hà Nội"), ("79", "Thành phố Hồ Chí Minh")],
        ["2"] = [("VN", "Việt Nam"), ("LA", "Lào"), ("CN", "Trung Quốc"), ("JP", "Nhật Bản")],
        ["3"] = [("01", "Kinh"), ("02", "Tày"), ("03", "Thái"), ("05", "Mường"), ("08", "Mông")],
        ["4"] = [("41", "Sở Tư pháp tỉnh Thanh Hóa")],
        ["5"] = [("4777", "Phòng Hành chính tư pháp")],
    };

    /// <summary>Null when the message is no question.</summary>
    public XElement? Answer(XmlElement content) => content.LocalName switch
    {
        "traTrangThaiHs" => Status(content),
        "traDsTrangThaiHs" => Changes(content),
        "danhDauHsThanhCong" => Collect(content),
        "traDanhMuc" => Catalogue(content),
        _ => null,
    };

    XElement Status(XmlElement content)
    {
        var operation = content.LocalName;
        if (register.Find(content.Text("idReceivedDec")) is not { } dossier)
            return LltpReply.Refused(operation, "Không tìm thấy hồ sơ");
        if (content.Text("identifyNo") is { Length: > 0 } identity && identity != dossier.IdentifyNo)
            return LltpReply.Refused(operation, "Số giấy tờ không khớp với hồ sơ");
        var answer = LltpReply.Done(operation, "Thành công", dossier.Id);
        answer.Add(Element("DEC_STATUS_ID", dossier.Status.Id), Element("DEC_STATUS_NAME", dossier.Status.Name));
        if (dossier.IssuedOn is { } issued)
            answer.Add(Element("APPROVE_DATE", issued), Element("ISSUE_DATE", issued));
        answer.Add(Element("phienBan", dossier.Version), Element("tamDung", dossier.Paused));
        if (dossier.Closed is { } closed)
            answer.Add(Element("dungXuLy", closed));
        answer.Add(dossier.Answers.Select(last => new XElement(
            LltpNames.T + "ketQuaDaNhan", Element("maTraCuu", last.Key), Element("lanTraLoi", last.Value))));
        answer.Add(dossier.Decisions.Distinct().Select(number => new XElement(LltpNames.T + "quyetDinhDaNhan", Element("soQuyetDinh", number))));
        return answer;
    }

    XElement Changes(XmlElement content)
    {
        var answer = LltpReply.Done(content.LocalName, "Thành công");
        answer.Add(register.Changes(LongestList).Select(d => new XElement(LltpNames.T + "LISTCONTENT",
            Element("DECLARATION_ID", d.Id), Element("DEC_STATUS_ID", d.Status.Id), Element("DEC_STATUS_NAME", d.Status.Name),
            d.IssuedOn is { } approved ? Element("APPROVE_DATE", approved) : null, Element("APPOINTMENT_NO", d.Number),
            d.IssuedOn is { } issued ? Element("ISSUE_DATE", issued) : null)));
        return answer;
    }

    XElement Collect(XmlElement content)
    {
        foreach (var id in content.Text("declarationId").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            register.Collected(id);
        return LltpReply.Done(content.LocalName, "Thành công");
    }

    static XElement Catalogue(XmlElement content)
    {
        if (!Catalogues.TryGetValue(content.Text("infoType"), out var rows))
            return LltpReply.Refused(content.LocalName, "Không có danh mục này");
        var answer = LltpReply.Done(content.LocalName, "Thành công");
        answer.Add(rows.Select(r => new XElement(LltpNames.T + "LISTCONTENT", Element("MA", r.Code), Element("NAME", r.Name))));
        return answer;
    }

    static XElement Element(string name, object value) => new(LltpNames.T + name, value);
}
