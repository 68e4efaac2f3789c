using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>Sends the software's own messages to the hub: one wsa:MessageID over all attempts, signed anew each time.</summary>
sealed class LltpPush(SimulatorKit kit, SoapSigner signer, SoapVerifier verifier)
{
    const string Path = "/soap/lltp";

    /// <summary>True when the hub has taken the event, false when it has refused it for good.</summary>
    public async Task<bool> SendAsync(
        string number, string happening, string operation, XElement[] content, CancellationToken cancellation)
    {
        var body = new XElement(LltpNames.T + operation, new XAttribute("xmlns", LltpNames.Namespace),
            new XElement(LltpNames.T + "idReceivedDec", number), content);
        var messageId = SoapMessage.NewId();
        var call = new HubCall(Partners.Lltp, number, happening,
            () => Request(operation, body, messageId), reply => Judge(operation, messageId, reply));
        return (await kit.Hub.SendAsync(call, cancellation)).Verdict == Verdict.Done;
    }

    HttpRequestMessage Request(string operation, XElement body, string messageId)
    {
        var to = new Uri(kit.Options.Hub, Path).AbsoluteUri;
        var envelope = signer.Sign(new(new XElement(body), messageId, LltpNames.Action(operation), to));
        var content = new ByteArrayContent(envelope);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.Relative)) { Content = content };
        request.Headers.Add("SOAPAction", $"\"{LltpNames.Action(operation)}\"");
        return request;
    }

    Verdict Judge(string operation, string messageId, HubReply reply)
    {
        var message = verifier.Read(reply.Body);
        if (message is not { Content: { } content } || message.RelatesTo != messageId)
            return Unreadable(operation, reply, message.Refusal ?? "wsa:RelatesTo");
        if (content.LocalName == "Fault" && content.NamespaceURI == SoapNames.Soap.NamespaceName)
            return IsFinal(content) ? Refused(operation, content.Text("faultstring")) : Verdict.Again;
        if (content.LocalName != operation + "Response" || XmlSchemas.Lltp.Fault(content) is not null)
            return Unreadable(operation, reply, content.LocalName);
        return content.Text("STATUS") == "0" ? Verdict.Done : Refused(operation, content.Text("DESCRIPTION"));
    }

    // Whatever is not the server's fault, the codes of WS-Security included, is the sender's.
    static bool IsFinal(XmlElement fault) => !fault.Text("faultcode").EndsWith("Server", StringComparison.Ordinal);

    Verdict Refused(string operation, string text)
    {
        kit.Journal.Trouble(Partners.Lltp, $"the hub refused {operation}: {text}");
        return Verdict.Refused;
    }

    Verdict Unreadable(string operation, HubReply reply, string why)
    {
        if (reply.Status != StatusCodes.Status503ServiceUnavailable)
            kit.Journal.Trouble(Partners.Lltp, $"unreadable answer to {operation}, HTTP {reply.Status}: {why}");
        return Verdict.Again;
    }
}
