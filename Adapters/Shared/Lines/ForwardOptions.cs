using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>How a gateway is told the partner behind it: both ways are in use (NDXP, VXP).</summary>
public enum ForwardNaming { Query, Header }

/// <summary>
/// A gateway of the national platforms before a partner (NDXP, VXP): calls go to it and name the partner. Endpoint stays the
/// partner's own base address, which the gateway gets as providerurl.
/// </summary>
public sealed class ForwardOptions
{
    /// <summary>Address of the gateway up to and with "forward/", as in http://10.1.2.3:8080/XrdAdapter/RestService/forward/.</summary>
    public Uri? Gateway { get; init; }

    /// <summary>The partner's name on the platform (dstcode), as in VN:GOV:000.00.00.G22:vpcpdvcprovider.</summary>
    public string? Destination { get; init; }

    public ForwardNaming Naming { get; init; }

    public IEnumerable<ValidationResult> Problems(bool allowPlainHttp)
    {
        if (Gateway is null)
            yield break;
        if (Gateway is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            yield return new($"Forward:Gateway '{Gateway}' is not an absolute http address.", ["Forward:Gateway"]);
        else if (Gateway is { Scheme: "http", IsLoopback: false } && !allowPlainHttp)
            yield return new($"Forward:Gateway '{Gateway}' is plain HTTP. Use https, or set AllowPlainHttp.", ["Forward:Gateway"]);
        else if (!Gateway.AbsolutePath.EndsWith('/'))
            yield return new($"Forward:Gateway '{Gateway}' must end with a slash.", ["Forward:Gateway"]);
        if (string.IsNullOrWhiteSpace(Destination))
            yield return new("Forward:Destination is missing: the partner's dstcode on the platform.", ["Forward:Destination"]);
    }
}
