using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BenchmarkDotNet.Attributes;
using LLTP.Hub.Security;

namespace LLTP.Hub.Benchmarks;

/// <summary>Signing a document of 4 KB against the bare key operation.</summary>
[MemoryDiagnoser]
public class Signing
{
    readonly byte[] canonical = Documents.Of(Shape.Elements, 4096);
    readonly byte[] hash = SHA256.HashData("lltp"u8);
    readonly RSA key = Documents.Key.Certificate.GetRSAPrivateKey() ?? throw new InvalidOperationException("There is no key.");

    [Benchmark(Baseline = true)]
    public byte[] BareKey() => key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public byte[] Plain() => DocumentSigner.Sign(canonical, "goc", Documents.Key);

    [Benchmark]
    public byte[] Xades() => DocumentSigner.Sign(canonical, "goc", Documents.Key, Documents.Now);
}
