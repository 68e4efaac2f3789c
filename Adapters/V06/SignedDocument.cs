using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.V06;

/// <summary>Documents of the V06 contract: one enveloped signature each.</summary>
static class SignedDocument
{
    public const string MediaType = "application/xml; charset=utf-8";

    public static byte[] Sign(ReadOnlyMemory<byte> unsigned, SigningKey key)
    {
        var reading = SafeXml.Read(unsigned, XmlLimits.Default);
        if (reading.Document?.DocumentElement is not { } root)
            throw new InvalidOperationException($"The hub wrote a document that is not XML: {reading.Refusal?.Code}.");
        XmlSigner.SignEnveloped(root, key);
        return SafeXml.Write(root.OwnerDocument);
    }
}
