using System.Text;
using System.Xml;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Addressing headers of one message (WS-Addressing 1.0).</summary>
public sealed record Addressing(string MessageId, string Action, string? To, string? RelatesTo);

/// <summary>SOAP 1.1 envelopes of the contract lltp-soap: built, signed and written as bytes.</summary>
public static class Soap
{
    public const string Namespace = "http://schemas.xmlsoap.org/soap/envelope/";
    public const string MediaType = "text/xml; charset=utf-8";
    public const string ContractNamespace = "urn:lltp-hub:lltp:1";

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>A signed envelope around one body element (UTF-8 XML text).</summary>
    public static byte[] Sign(ReadOnlyMemory<byte> body, Addressing addressing, SigningKey key, DateTimeOffset now)
    {
        var reading = SafeXml.Read(Wrap(body, addressing), XmlLimits.Default with { Bytes = 48 << 20 });
        if (reading.Document is not { } document)
            throw new InvalidOperationException($"The hub wrote a SOAP body that is not XML: {reading.Refusal?.Code}.");
        WsSecurity.Sign(document, key, now, Lifetime);
        return SafeXml.Write(document);
    }

    /// <summary>A signed SOAP Fault; code is Client or Server.</summary>
    public static byte[] Fault(string code, string text, string detail, Addressing addressing, SigningKey key, DateTimeOffset now)
    {
        var body = $"""
            <s:Fault xmlns:s="{Namespace}"><faultcode>s:{code}</faultcode><faultstring xml:lang="vi">{Escape(text)}</faultstring><detail><code xmlns="{ContractNamespace}">{Escape(detail)}</code></detail></s:Fault>
            """;
        return Sign(Encoding.UTF8.GetBytes(body), addressing, key, now);
    }

    static byte[] Wrap(ReadOnlyMemory<byte> body, Addressing addressing)
    {
        var head = new StringBuilder()
            .Append("<s:Envelope xmlns:s=\"").Append(Namespace).Append("\"><s:Header xmlns:wsa=\"http://www.w3.org/2005/08/addressing\">")
            .Append(Header("MessageID", addressing.MessageId)).Append(Header("Action", addressing.Action))
            .Append(Header("To", addressing.To)).Append(Header("RelatesTo", addressing.RelatesTo))
            .Append("</s:Header><s:Body>");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body.Span, .. "</s:Body></s:Envelope>"u8];
    }

    static string Header(string name, string? text) => text is null ? "" : $"<wsa:{name}>{Escape(text)}</wsa:{name}>";

    static string Escape(string text) => System.Security.SecurityElement.Escape(text) ?? "";
}
