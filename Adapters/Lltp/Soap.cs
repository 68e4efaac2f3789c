using System.Text;
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

    /// <summary>A signed envelope around one body element in canonical form (UTF-8).</summary>
    public static ReadOnlyMemory<byte> Sign(ReadOnlyMemory<byte> content, Addressing addressing, SigningKey key, DateTimeOffset now) =>
        SoapSigner.Sign(new(content, addressing.MessageId, addressing.Action, addressing.To, addressing.RelatesTo), key, now, Lifetime);

    /// <summary>A signed SOAP Fault; code is Client or Server.</summary>
    public static ReadOnlyMemory<byte> Fault(string code, string text, string detail, Addressing addressing, SigningKey key, DateTimeOffset now)
    {
        var content = $"<s:Fault><faultcode>s:{code}</faultcode><faultstring xml:lang=\"vi\">{CanonicalText.Of(text)}</faultstring>"
            + $"<detail><code xmlns=\"{ContractNamespace}\">{CanonicalText.Of(detail)}</code></detail></s:Fault>";
        return Sign(Encoding.UTF8.GetBytes(content), addressing, key, now);
    }
}
