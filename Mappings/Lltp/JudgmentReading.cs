using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Reads the convictions and bans of a certificate (lltp.xsd, ThongTinAn and CamDamNhiem).</summary>
static class JudgmentReading
{
    public static Judgment Judgment(XmlFields fields) => new()
    {
        Number = fields.Text("soBanAn"),
        Date = fields.Text("ngayBanAn"),
        CourtCode = fields.Text("toaDaTuyen"),
        CourtName = fields.Text("tenToaDaTuyen"),
        Offences = [.. fields.All("dsToiDanh").Select(offence => new Offence(offence.Text("toiDanh"), offence.Text("tenToiDanh")))],
        MainSentences = [.. fields.All("dsHinhPhatChinh").Select(sentence => Sentence(sentence, "ghiChu"))],
        AdditionalSentences = [.. fields.All("dsHinhPhatBoSung").Select(sentence => Sentence(sentence, "noiDungHinhPhatBoSung"))],
        ExecutedOn = fields.Text("ngayChapHanh"),
        ExpungedOn = fields.Text("ngayXoaAn"),
        Provision = fields.Text("dieuKhoan"),
        CourtFee = fields.Text("anPhi"),
        CivilDuty = fields.Text("nghiaVuDanSu"),
        ExecutionState = fields.Text("tinhTrangThiHanh")
    };

    public static PostBan Ban(XmlFields fields) => new()
    {
        DecisionNumber = fields.Text("soQuyetDinh"),
        DecisionDate = fields.Text("ngayQuyetDinh"),
        Court = fields.Text("toaAnQD"),
        Post = fields.Text("chucVuCam"),
        Term = fields.Text("thoiHanCam"),
        From = fields.Text("camTuNgay")
    };

    static Sentence Sentence(XmlFields fields, string note) =>
        new(fields.Text("maHinhPhat"), fields.Text("tenHinhPhat"), fields.Text(note));
}
