using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Edges;

/// <summary>What came back over HTTP.</summary>
public sealed record Answer(int Status, string? Media, byte[] Body, HttpResponseHeaders Headers)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public XmlDocument Xml =>
        SafeXml.Read(Body, XmlLimits.Default).Document ?? throw new InvalidDataException($"{Status}: the answer is not XML.");

    /// <summary>Text of a member of a JSON answer.</summary>
    public string? Member(string name) => Json.GetProperty(name).GetString();

    /// <summary>Text of the first element of that name in an XML answer, null when there is none.</summary>
    public string? Element(string name) => Xml.SelectSingleNode($"//*[local-name()='{name}']")?.InnerText;
}
