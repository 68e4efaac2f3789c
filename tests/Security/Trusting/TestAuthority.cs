using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security.Trusting;

/// <summary>A certificate authority made for one test: issues certificates and revocation lists, also such as no honest one would.</summary>
sealed class TestAuthority(X509Certificate2 certificate)
{
    public static readonly DateTimeOffset Now = Samples.Now;

    public const X509KeyUsageFlags Authority = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

    public X509Certificate2 Certificate => certificate;

    public static TestAuthority Root(string subject, Wanted? wanted = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(subject, key, wanted ?? new Wanted { IsAuthority = true, Usage = Authority });
        return new(request.CreateSelfSigned(Now.AddYears(-2), wanted?.Until ?? Now.AddYears(2)));
    }

    public TestAuthority Below(string subject, Wanted? wanted = null) =>
        new(Issue(subject, wanted ?? new Wanted { IsAuthority = true, Usage = Authority, From = Now.AddYears(-1), Until = Now.AddYears(1) }));

    /// <summary>A certificate with its key, on curves because these are made in no time.</summary>
    public X509Certificate2 Issue(string subject, Wanted? wanted = null)
    {
        wanted ??= new();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(subject, key, wanted);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, wanted.NamesIssuerKey, !wanted.NamesIssuerKey));
        // The framework refuses to issue for somebody who is no authority; an attacker's tool does not.
        using var issuer = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("No key.");
        var generator = X509SignatureGenerator.CreateForECDsa(issuer);
        using var issued = request.Create(
            certificate.SubjectName, generator, wanted.From ?? Now.AddDays(-1), wanted.Until ?? Now.AddDays(90), RandomNumberGenerator.GetBytes(12));
        return issued.CopyWithPrivateKey(key);
    }

    public SigningKey IssueKey(string subject, Wanted? wanted = null) => new(Issue(subject, wanted));

    /// <summary>A revocation list from an hour ago; a certificate is revoked half an hour ago unless a time is given.</summary>
    public byte[] List(IEnumerable<X509Certificate2> revoked, DateTimeOffset? from = null, DateTimeOffset? until = null, DateTimeOffset? since = null)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var one in revoked)
            builder.AddEntry(one, since ?? Now.AddMinutes(-30), X509RevocationReason.KeyCompromise);
        return builder.Build(certificate, 1, until ?? Now.AddDays(7), HashAlgorithmName.SHA256, null, from ?? Now.AddHours(-1));
    }

    static CertificateRequest Request(string subject, ECDsa key, Wanted wanted)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(wanted.IsAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (wanted.Usage is { } usage)
            request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (wanted.ExtendedUsage is { } extended)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(extended)], critical: false));
        if (wanted.ListAddress is { } address)
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([address]));
        return request;
    }
}

/// <summary>What a certificate is to say.</summary>
sealed record Wanted
{
    public bool IsAuthority { get; init; }
    public X509KeyUsageFlags? Usage { get; init; } = X509KeyUsageFlags.DigitalSignature;
    public string? ExtendedUsage { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; init; }
    public bool NamesIssuerKey { get; init; } = true;
    public string? ListAddress { get; init; }
}
