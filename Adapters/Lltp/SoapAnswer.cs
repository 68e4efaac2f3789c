using System.Xml;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Reads what the LLTP software answered: only a signed answer to this very message counts.</summary>
static class SoapAnswer
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static Reply Read(PartnerAnswer answer, string messageId, Trust trust, DateTimeOffset now)
    {
        if (Verified(answer, messageId, trust, now) is not { } element)
            return answer.Unreadable;
        if (element is { LocalName: "Fault", NamespaceURI: Soap.Namespace } fault)
            return answer.Readable(null, Child(fault, "faultstring")) with { Fault = WhoseFault(fault), Evidence = answer.Body };
        return LltpMap.ReadReply(element) is { } said
            ? answer.Readable(said.Code, said.Text) with { PartnerId = said.Id, Evidence = answer.Body }
            : answer.Unreadable;
    }

    /// <summary>The signed element of an answer to this very message; null when there is none.</summary>
    public static XmlElement? Verified(PartnerAnswer answer, string messageId, Trust trust, DateTimeOffset now)
    {
        if (answer.Transport != Transport.Readable || SafeXml.Read(answer.Body, XmlLimits.Default).Document is not { } document)
            return null;
        var verified = WsSecurity.Verify(document, trust, now, Window);
        return verified.IsVerified && verified.RelatesTo == messageId ? verified.Element : null;
    }

    static SoapFault WhoseFault(XmlElement fault) =>
        Child(fault, "faultcode").EndsWith("Server", StringComparison.Ordinal) ? SoapFault.Server : SoapFault.Client;

    static string Child(XmlElement fault, string name) => fault[name]?.InnerText.Trim() ?? "";
}
