using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>
/// Mutual TLS with one partner: whose certificates count at the hub's doors, and what the hub shows and believes when it
/// calls.
/// </summary>
public sealed class TlsOptions
{
    /// <summary>The partner's doors ask for its own client certificate, or for that of a gateway that vouches for it.</summary>
    public bool Required { get; init; }

    /// <summary>PEM files of the partner's client certificates; two during a rollover.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    /// <summary>PEM files of authorities that issue client certificates to this partner and nobody else.</summary>
    public IReadOnlyList<string> AuthorityFiles { get; init; } = [];

    /// <summary>PEM file of the certificate that the hub shows to the partner.</summary>
    public string? ClientCertificateFile { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? ClientKeyFile { get; init; }

    /// <summary>
    /// PEM files of the authorities (or self-signed certificates) of the partner's servers; empty: those of the operating
    /// system.
    /// </summary>
    public IReadOnlyList<string> ServerAuthorityFiles { get; init; } = [];

    public IEnumerable<ValidationResult> Validate()
    {
        if (Required && CertificateFiles.Count + AuthorityFiles.Count == 0)
            yield return new("Tls:Required needs Tls:CertificateFiles or Tls:AuthorityFiles.", ["Tls:Required"]);
        if (ClientCertificateFile is null != ClientKeyFile is null)
            yield return new("Tls:ClientCertificateFile and Tls:ClientKeyFile belong together.", ["Tls:ClientKeyFile"]);
        string?[] files = [.. CertificateFiles, .. AuthorityFiles, .. ServerAuthorityFiles, ClientCertificateFile, ClientKeyFile];
        foreach (var missing in files.Where(file => file is not null && !File.Exists(file)))
            yield return new($"Tls: there is no file '{missing}'.", ["Tls"]);
    }
}
