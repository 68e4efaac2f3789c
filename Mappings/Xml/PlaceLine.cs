using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Mappings.Xml;

/// <summary>Writes a place as one line of names, and notes which of the request's fields the line says.</summary>
static class PlaceLine
{
    /// <summary>Whether there was anything to write.</summary>
    public static bool Write(XmlBody xml, string name, Address? place, string path)
    {
        if (place?.Line() is not { Length: > 0 } line)
            return false;
        xml.Line(name, line, path);
        Carry(xml, place, path);
        return true;
    }

    public static void Birth(XmlBody xml, string name, BirthPlace? place, string path)
    {
        if (place?.Line() is not { Length: > 0 } line)
            return;
        xml.Line(name, line, path);
        Carry(xml, place.Address, path);
        Carry(xml, place.Detail, path + ".dcChiTiet");
        Carry(xml, place.CountryCode, path + ".maQuocGia");
    }

    static void Carry(XmlBody xml, Address place, string path)
    {
        Carry(xml, place.Detail, path + ".chiTiet");
        Carry(xml, place.CommuneName, path + ".tenPhuongXa");
        Carry(xml, place.DistrictName, path + ".tenQuanHuyen");
        Carry(xml, place.ProvinceName, path + ".tenTinhThanh");
        Carry(xml, place.CountryName, path + ".tenQuocGia");
    }

    static void Carry(XmlBody xml, string? value, string path)
    {
        if (!string.IsNullOrWhiteSpace(value))
            xml.Notes.Carry(path);
    }
}
