using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>The certificates that a message shows: the signer's, and others that may link it to an authority and are believed for nothing else.</summary>
sealed record ShownCertificates(byte[] Signer, IReadOnlyList<byte[]> Others)
{
    // A chain is short; a message that shows more is not read to its end.
    const int Most = 9;

    /// <summary>Of certificates in any order the signer's is one that issued none of the others, and of such the one that trust pins.</summary>
    public static ShownCertificates Of(IReadOnlyList<byte[]> shown, Trust trust)
    {
        List<byte[]> read = [.. shown.Take(Most)];
        var ends = Ends(read);
        var signer = ends.Find(trust.Knows) ?? read.Find(one => ends.Count == 0 && trust.Knows(one)) ?? ends.FirstOrDefault() ?? read[0];
        return new(signer, [.. read.Where(one => one != signer)]);
    }

    public Found<TrustedCertificate> Judge(Trust trust, DateTimeOffset at) => trust.Accept(Signer, Others, CertificatePurpose.Signature, at);

    static List<byte[]> Ends(List<byte[]> shown)
    {
        if (shown.Count == 1) return shown;
        var opened = shown.ConvertAll(raw => (Raw: raw, Certificate: Opened.Certificate(raw)));
        return [.. opened.Where(one => one.Certificate is { } own && !opened.Exists(other => other != one && IsIssuer(own, other.Certificate)))
            .Select(one => one.Raw)];
    }

    static bool IsIssuer(X509Certificate2 one, X509Certificate2? issued) =>
        issued is not null && issued.IssuerName.RawData.AsSpan().SequenceEqual(one.SubjectName.RawData);
}
