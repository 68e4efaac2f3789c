using LLTP.Hub.Mappings.V06;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.V06;

/// <summary>Documents of the V06 contract: one enveloped signature of level XAdES-B-B each.</summary>
static class SignedDocument
{
    public const string MediaType = "application/xml; charset=utf-8";

    public static byte[] Sign(ReadOnlyMemory<byte> unsigned, SigningKey key, DateTimeOffset now) =>
        DocumentSigner.Sign(unsigned, V06Map.RootId, key, now);
}
