using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Writes mandatorWSForm, the other party of an authorisation (lltp.xsd).</summary>
sealed class MandatorWriting(XmlBody xml, DateOnly day)
{
    const string Path = "toKhai.thongTinUyQuyen.";

    public void Write(Authorisation other)
    {
        xml.Open("mandatorWSForm");
        xml.Required("fullName", other.FullName, Path + "nuqHoTen");
        if (other.Sex is not null)
            xml.Mapped("genderId", CatalogueSet.Sexes.Target(other.Sex, "lltp", day), Path + "nuqGioiTinh");
        xml.Text("birthDateStr", other.BirthDate?.Value?.ToString(), Path + "nuqNgaySinh");
        xml.Text("residence", (other.Current ?? other.Registered)?.Line(), Path + "nuqNoiOHienTai");
        if (other.IdType is not null)
            xml.Mapped("idTypeId", CatalogueSet.IdPapers.Target(other.IdType, "lltp", day), Path + "nuqLoaiGiayTo");
        xml.Text("identifyNo", other.IdNumber, Path + "nuqSoGiayTo");
        xml.Text("idIssueDate", other.IdIssuedOn?.Value?.ToString(), Path + "nuqNgayCapGiayTo");
        xml.Text("idIssuePlace", other.IdIssuedBy, Path + "nuqNoiCapGiayTo");
        xml.Text("mandatorRelation", other.Relation?.Name, Path + "nuqQuanHe.ten");
        xml.Text("mandatorDate", other.SignedOn?.Value?.ToString(), Path + "nuqNgayKyVanBanUyQuyen");
        xml.Close();
    }
}
