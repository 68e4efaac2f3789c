using System.Text;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Addressing headers of one message (WS-Addressing 1.0).</summary>
public sealed record Addressing(string MessageId, string Action, string? To, string? RelatesTo);

/// <summary>What a Fault says.</summary>
/// <param name="Code">A qualified name: s:Client, s:Server, or one of <see cref="SecurityFault"/>.</param>
/// <param name="Failure">The hub's own code.</param>
public sealed record FaultWords(string Code, string Text, string Failure)
{
    /// <summary>Which rule of the signature was broken, in a code and a sentence.</summary>
    public SignatureRefusal? Rule { get; init; }
}

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

    /// <summary>A signed SOAP Fault.</summary>
    public static ReadOnlyMemory<byte> Fault(FaultWords words, Addressing addressing, SigningKey key, DateTimeOffset now)
    {
        var rule = words.Rule is { } broken ? Detail("rule", "", $"{broken.Code}") + Detail("reason", " xml:lang=\"en\"", broken.Sentence) : "";
        var content = $"<s:Fault><faultcode>{words.Code}</faultcode><faultstring xml:lang=\"vi\">{CanonicalText.Of(words.Text)}</faultstring>"
            + $"<detail>{Detail("code", "", words.Failure)}{rule}</detail></s:Fault>";
        return Sign(Encoding.UTF8.GetBytes(content), addressing, key, now);
    }

    static string Detail(string name, string attributes, string text) =>
        $"<{name} xmlns=\"{ContractNamespace}\"{attributes}>{CanonicalText.Of(text)}</{name}>";
}
