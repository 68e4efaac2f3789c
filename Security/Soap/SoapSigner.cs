using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>A SOAP 1.1 message to be signed.</summary>
/// <param name="Content">The one element of the Body: UTF-8 text that is already in exclusive canonical form.</param>
public sealed record SoapMessage(ReadOnlyMemory<byte> Content, string MessageId, string Action, string? To, string? RelatesTo);

/// <summary>Signs SOAP messages (WSS 1.0, X.509 token profile) over Body, Timestamp and every WS-Addressing header.</summary>
public static class SoapSigner
{
    const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    const string TokenId = "token";

    static readonly byte[] End = "</s:Body></s:Envelope>"u8.ToArray();

    /// <summary>The bytes of the signed envelope. Content that is not canonical gives a signature that nobody can verify.</summary>
    public static ReadOnlyMemory<byte> Sign(SoapMessage message, SigningKey key, DateTimeOffset now, TimeSpan lifetime)
    {
        var headers = Headers(message).ToList();
        var timestamp = new Part("time", Timestamp(now, now + lifetime));
        var body = $"<s:Body xmlns:s=\"{Names.Soap}\" xmlns:wsu=\"{Names.Wsu}\" wsu:Id=\"body\">";
        DigestedPart[] parts =
        [
            new("#body", DigestOfBody(body, message.Content.Span), false), timestamp.Digested(),
            .. headers.Select(header => header.Digested()),
        ];
        // wsse and wsu are declared up here for fault codes: a prefix that only stands in text is not part of an exclusive canonical form.
        var head = $"<s:Envelope xmlns:s=\"{Names.Soap}\" xmlns:wsse=\"{Names.Wsse}\" xmlns:wsu=\"{Names.Wsu}\"><s:Header>{string.Concat(headers.Select(header => header.Text))}"
            + $"<wsse:Security xmlns:wsse=\"{Names.Wsse}\" s:mustUnderstand=\"1\">{Token(key)}{timestamp.Text}"
            + $"{SignatureText.Write(parts, TokenReference, key)}</wsse:Security></s:Header>{body}";
        return Join(Encoding.UTF8.GetBytes(head), message.Content.Span);
    }

    static byte[] DigestOfBody(string start, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(start));
        hash.AppendData(content);
        hash.AppendData("</s:Body>"u8);
        return hash.GetHashAndReset();
    }

    static byte[] Join(ReadOnlySpan<byte> head, ReadOnlySpan<byte> content)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(head.Length + content.Length + End.Length);
        head.CopyTo(bytes);
        content.CopyTo(bytes.AsSpan(head.Length));
        End.CopyTo(bytes, head.Length + content.Length);
        return bytes;
    }

    static IEnumerable<Part> Headers(SoapMessage message)
    {
        yield return Header("MessageID", message.MessageId);
        yield return Header("Action", message.Action);
        if (message.To is { } to)
            yield return Header("To", to);
        if (message.RelatesTo is { } earlier)
            yield return Header("RelatesTo", earlier);
    }

    static Part Header(string name, string text) => new(name,
        $"<wsa:{name} xmlns:wsa=\"{Names.Addressing}\" xmlns:wsu=\"{Names.Wsu}\" wsu:Id=\"{name}\">{CanonicalText.Of(text)}</wsa:{name}>");

    static string Timestamp(DateTimeOffset created, DateTimeOffset expires) =>
        $"<wsu:Timestamp xmlns:wsu=\"{Names.Wsu}\" wsu:Id=\"time\"><wsu:Created>{Utc(created)}</wsu:Created>"
        + $"<wsu:Expires>{Utc(expires)}</wsu:Expires></wsu:Timestamp>";

    static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);

    static string Token(SigningKey key) =>
        $"<wsse:BinarySecurityToken xmlns:wsu=\"{Names.Wsu}\" EncodingType=\"{Names.Base64Binary}\" ValueType=\"{Names.X509v3}\" "
        + $"wsu:Id=\"{TokenId}\">{key.CertificateText}</wsse:BinarySecurityToken>";

    static string TokenReference =>
        $"<wsse:SecurityTokenReference><wsse:Reference URI=\"#{TokenId}\" ValueType=\"{Names.X509v3}\"></wsse:Reference></wsse:SecurityTokenReference>";

    readonly record struct Part(string Id, string Text)
    {
        public DigestedPart Digested() => new($"#{Id}", SHA256.HashData(Encoding.UTF8.GetBytes(Text)), false);
    }
}
