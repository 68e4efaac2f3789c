using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>
/// Codes that only the ministry has. An empty catalogue of nationalities or ethnic groups passes the national code on;
/// regions without a catalogue are left out. A filled catalogue that lacks a code stops the message.
/// </summary>
public sealed record LltpCodes
{
    public required string MinistryJusticeId { get; init; }

    public IReadOnlyDictionary<string, string> Nationalities { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Ethnicities { get; init; } = new Dictionary<string, string>();

    /// <summary>By the code of the commune.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = new Dictionary<string, string>();

    /// <summary>The ministry's id of a place's commune, where the codes of regions are known.</summary>
    internal void Region(XmlBody xml, string name, Address? place, string path)
    {
        if (Regions.Count > 0 && place?.CommuneCode is { } code)
            xml.Mapped(name, Regions.GetValueOrDefault(code), path + ".maPhuongXa");
    }
}
