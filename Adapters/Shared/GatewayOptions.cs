using System.ComponentModel.DataAnnotations;
using System.Net;
using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>All gateways; bound to the root of the configuration.</summary>
public sealed class GatewaysOptions : IValidatableObject
{
    public IReadOnlyList<GatewayOptions> Gateways { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var twice in Gateways.GroupBy(one => one.Name).Where(group => group.Count() > 1))
            yield return new($"Gateways: the name '{twice.Key}' occurs more than once.", [nameof(Gateways)]);
        foreach (var problem in Gateways.SelectMany(one => one.Problems()))
            yield return new($"Gateways: {problem}", [nameof(Gateways)]);
    }
}

/// <summary>
/// A machine between partners and the hub. It decides who may speak at all, and may say in a header who does; it never
/// replaces a signature.
/// </summary>
public sealed class GatewayOptions
{
    public string Name { get; init; } = "";

    /// <summary>PEM files of its client certificates.</summary>
    public IReadOnlyList<string> CertificateFiles { get; init; } = [];

    /// <summary>Addresses from which it calls, such as 10.1.2.0/24.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The header in which it names the partner; without one it vouches for nobody.</summary>
    public string? Header { get; init; }

    /// <summary>Partners for which it may vouch, each with the text that its header then holds.</summary>
    public IReadOnlyDictionary<string, string> VouchesFor { get; init; } = new Dictionary<string, string>();

    public IEnumerable<string> Problems()
    {
        if (Name.Length == 0)
            yield return "a gateway has no Name.";
        if (CertificateFiles.Count + Addresses.Count == 0)
            yield return $"'{Name}' has neither CertificateFiles nor Addresses: nothing tells it from others.";
        foreach (var missing in CertificateFiles.Where(file => !File.Exists(file)))
            yield return $"'{Name}': there is no file '{missing}'.";
        foreach (var bad in Addresses.Where(address => !IPNetwork.TryParse(address, out _)))
            yield return $"'{Name}': '{bad}' is no range of addresses, as in 10.1.2.0/24 or 10.1.2.3/32.";
        if (Header is null && VouchesFor.Count > 0)
            yield return $"'{Name}' vouches for partners but has no Header.";
        foreach (var unknown in VouchesFor.Keys.Where(name => !Partner.All.Contains(Partner.RoleOf(name))))
            yield return $"'{Name}' vouches for '{unknown}', which is no partner.";
    }
}
