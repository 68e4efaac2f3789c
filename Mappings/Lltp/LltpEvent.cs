using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Writes the group suKien: who did it and when (lltp.xsd).</summary>
static class LltpEvent
{
    const int MaxName = 50;

    /// <summary>Without an official the unit stands for itself.</summary>
    public static void Write(XmlBody xml, Officer? officer, string unit, DateTimeOffset at)
    {
        var name = officer?.Name ?? unit;
        xml.Required("canBoXuLy", TextForm.Cut(name, MaxName), "officer.name");
        if (name.Length > MaxName)
            xml.Notes.Say("officer.name", "canBoXuLy", "cut to the length allowed");
        xml.Text("chucDanh", officer?.Title, "officer.title");
        xml.Text("donVi", officer?.Department ?? unit, "officer.department");
        xml.Text("thoiDiem", VietnamTime.Iso(at), "at");
    }
}
