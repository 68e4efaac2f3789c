using System.Net;
using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Http;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>One configured gateway, with its certificates and address ranges ready to compare.</summary>
public sealed class Gateway(GatewayOptions options, bool allowDevelopment)
{
    readonly Trust certificates = Trust.FromPemFiles(options.CertificateFiles, allowDevelopment);
    readonly IReadOnlyList<IPNetwork> addresses = [.. options.Addresses.Select(address => IPNetwork.Parse(address))];

    public string Name => options.Name;

    public bool HasCertificates => certificates.Certificates.Count > 0;

    /// <summary>Where certificates and addresses are configured, both must fit.</summary>
    public bool IsAt(IPAddress? address, X509Certificate2? certificate, DateTimeOffset now) =>
        (!HasCertificates || IsOwn(certificate, now)) && (addresses.Count == 0 || IsInside(address));

    /// <summary>What its header says of a partner: it is this one, it is another one, or nothing.</summary>
    public Vouching Of(string partner, IHeaderDictionary headers)
    {
        if (options.Header is not { } header || headers[header] is not { Count: > 0 } said) return Vouching.Nothing;
        return said.Count == 1 && options.VouchesFor.TryGetValue(partner, out var expected) && said[0] == expected
            ? Vouching.ThisPartner
            : Vouching.AnotherPartner;
    }

    bool IsOwn(X509Certificate2? certificate, DateTimeOffset now) =>
        certificate is not null && certificates.Judge(certificate, [], CertificatePurpose.TlsClient, now) is null;

    bool IsInside(IPAddress? address) => address is not null
        && addresses.Any(range => range.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}

public enum Vouching
{
    Nothing,
    ThisPartner,
    AnotherPartner,
}
