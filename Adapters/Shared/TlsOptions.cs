using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>
/// Mutual TLS with one partner: whose certificates count at the hub's doors, and what the hub shows and believes when it
/// calls.
/// </summary>
public sealed class TlsOptions
{
    TrustOptions? clients;

    /// <summary>The partner's doors ask for its own client certificate, or for that of a gateway that vouches for it.</summary>
    public bool Required { get; init; }

    /// <summary>PEM files of the partner's client certificates; two during a rollover.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    /// <summary>PEM files of authorities that issue client certificates to this partner: a root, and the intermediates below it.</summary>
    public IReadOnlyList<string> AuthorityFiles { get; init; } = [];

    /// <summary>Revocation lists of the authorities: files, or addresses that the hub may call.</summary>
    public IReadOnlyList<string> Crl { get; init; } = [];

    /// <summary>What happens while no current list is at hand.</summary>
    public CrlFallback OnCrlUnavailable { get; init; } = CrlFallback.Refuse;

    /// <summary>What must stand in a client certificate, as in "O=Bộ Tư pháp"; without it every one of the authorities counts.</summary>
    public IReadOnlyList<string> SubjectMustContain { get; init; } = [];

    /// <summary>PEM file of the certificate that the hub shows to this partner; without one that of Signing:TlsClient, where there is one.</summary>
    public string? ClientCertificateFile { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? ClientKeyFile { get; init; }

    /// <summary>
    /// PEM files of the authorities (or self-signed certificates) of the partner's servers; empty: those of the operating
    /// system.
    /// </summary>
    public IReadOnlyList<string> ServerAuthorityFiles { get; init; } = [];

    /// <summary>Who may be the client at the partner's doors.</summary>
    public TrustOptions Clients() => clients ??= new()
    {
        CertificateFiles = CertificateFiles, CaFiles = AuthorityFiles, Crl = Crl, OnCrlUnavailable = OnCrlUnavailable, SubjectMustContain = SubjectMustContain,
    };

    public IEnumerable<ValidationResult> Validate()
    {
        if (Required && Clients().NamesNobody())
            yield return new("Tls:Required needs Tls:CertificateFiles or Tls:AuthorityFiles.", ["Tls:Required"]);
        if (ClientCertificateFile is null != ClientKeyFile is null)
            yield return new("Tls:ClientCertificateFile and Tls:ClientKeyFile belong together.", ["Tls:ClientKeyFile"]);
        foreach (var (name, problem) in Clients().TrustProblems(nameof(AuthorityFiles)))
            yield return new($"Tls:{name}: {problem}", [$"Tls:{name}"]);
        string?[] files = [.. ServerAuthorityFiles, ClientCertificateFile, ClientKeyFile];
        foreach (var missing in files.Where(file => file is not null && !File.Exists(file)))
            yield return new($"Tls: there is no file '{missing}'.", ["Tls"]);
    }
}
