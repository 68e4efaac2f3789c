using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>
/// Codes for which the ministry has words of its own, once somebody has entered them. Nationalities and ethnic groups go out as the national
/// code until then, communes not at all; a catalogue that has words lets no code pass that lacks one.
/// </summary>
sealed class NationalCodes(XmlBody xml, DossierFacts facts)
{
    const string Contract = "lltp";

    public void National(string name, Catalogue catalogue, string? code, string path)
    {
        if (code is null || !catalogue.Speaks(Contract))
            xml.Required(name, code, path);
        else
            xml.Mapped(name, catalogue, code, Contract, VietnamTime.Date(facts.At), path);
    }

    public void Region(string name, Address? place, string path)
    {
        if (place?.CommuneCode is { } code && facts.Catalogues.Communes.Speaks(Contract))
            xml.Mapped(name, facts.Catalogues.Communes, code, Contract, VietnamTime.Date(facts.At), path + ".maPhuongXa");
    }
}
