using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Writes mandatorWSForm, the other party of an authorisation (lltp.xsd).</summary>
sealed class MandatorWriting(XmlBody xml, DossierFacts facts)
{
    const string Path = "toKhai.thongTinUyQuyen.";
    const string Registered = Path + "nuqNoiDKKS";
    const string Current = Path + "nuqNoiOHienTai";

    readonly DateOnly day = VietnamTime.Date(facts.At);
    readonly NationalCodes nationals = new(xml, facts);

    public void Write(Authorisation other)
    {
        xml.Open("mandatorWSForm");
        xml.Required("fullName", other.FullName, Path + "nuqHoTen");
        if (other.Sex is not null)
            xml.Mapped("genderId", facts.Catalogues.Sexes, other.Sex, "lltp", day, Path + "nuqGioiTinh");
        xml.Notes.CarryName(Path + "nuqTenGioiTinh", Path + "nuqGioiTinh");
        xml.Date("birthDateStr", other.BirthDate, Path + "nuqNgaySinh");
        nationals.Region("birthPlaceId", other.Registered, Registered);
        if (!PlaceLine.Write(xml, "residence", other.Current, Current))
            PlaceLine.Write(xml, "residence", other.Registered, Registered);
        nationals.Region("regionId", other.Current, Current);
        Paper(other);
        xml.Text("mandatorRelation", other.Relation?.Name, Path + "nuqQuanHe.ten");
        xml.Notes.CarryName(Path + "nuqQuanHe.ma", Path + "nuqQuanHe.ten");
        xml.Date("mandatorDate", other.SignedOn, Path + "nuqNgayKyVanBanUyQuyen");
        xml.Close();
    }

    void Paper(Authorisation other)
    {
        if (other.IdType is not null)
            xml.Mapped("idTypeId", facts.Catalogues.IdPapers, other.IdType, "lltp", day, Path + "nuqLoaiGiayTo");
        xml.Notes.CarryName(Path + "nuqTenLoaiGiayTo", Path + "nuqLoaiGiayTo");
        xml.Text("identifyNo", other.IdNumber, Path + "nuqSoGiayTo");
        xml.Date("idIssueDate", other.IdIssuedOn, Path + "nuqNgayCapGiayTo");
        xml.Text("idIssuePlace", other.IdIssuedBy, Path + "nuqNoiCapGiayTo");
    }
}
