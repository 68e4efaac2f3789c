using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Common;

/// <summary>What goes into an envelope: one body element and the addressing headers.</summary>
sealed record SoapMessage(XElement Body, string MessageId, string? Action = null, string? To = null, string? RelatesTo = null)
{
    public static string NewId() => "urn:uuid:" + Guid.NewGuid();

    /// <summary>A fault: Client is final for the caller, Server asks him to repeat.</summary>
    public static XElement Fault(bool client, string text) => new(SoapNames.Soap + "Fault",
        new XElement("faultcode", client ? "soap:Client" : "soap:Server"),
        new XElement("faultstring", text));

    public XElement ToEnvelope(params ReadOnlySpan<XElement> security) => new(SoapNames.Soap + "Envelope",
        new XAttribute(XNamespace.Xmlns + "soap", SoapNames.Soap), new XAttribute(XNamespace.Xmlns + "wsa", SoapNames.Wsa),
        new XAttribute(XNamespace.Xmlns + "wsse", SoapNames.Wsse), new XAttribute(XNamespace.Xmlns + "wsu", SoapNames.Wsu),
        new XElement(SoapNames.Soap + "Header",
            Header("MessageID", MessageId), Header("Action", Action), Header("To", To), Header("RelatesTo", RelatesTo), security.ToArray()),
        new XElement(SoapNames.Soap + "Body", Id("body"), Body));

    public static XAttribute Id(string value) => new(SoapNames.Wsu + "Id", value);

    static XElement? Header(string name, string? value) =>
        value is null ? null : new(SoapNames.Wsa + name, Id("wsa-" + name), value);
}
