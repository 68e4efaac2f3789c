using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>Whether the certificates (PDF) that the LLTP software issues carry a digital signature, and whose: the issuing unit's and its officers'.</summary>
public sealed class CertificateOptions : TrustOptions
{
    public CertificateSignature Signature { get; init; } = CertificateSignature.Off;

    public IEnumerable<string> Problems()
    {
        if (Signature != CertificateSignature.Off && NamesNobody())
            yield return $"CertificateFiles is empty: Signature is {Signature}, so name the certificates with which the issuing unit signs, or its authority in CaFiles.";
        foreach (var (name, problem) in TrustProblems())
            yield return $"{name}: {problem}";
    }
}

/// <summary>Not looked at; judged and written into the history; or needed, and without it the certificate is refused.</summary>
public enum CertificateSignature { Off, Record, Required }
