using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.Dvcqg;

/// <summary>Who writes to the portal.</summary>
public enum PortalWriter
{
    Hub,

    /// <summary>The TTHC system, as those of today do: the hub owes the portal nothing.</summary>
    Tthc,

    /// <summary>Nobody yet, such as in a trial.</summary>
    Off,
}

/// <summary>The National Public Service Portal.</summary>
public sealed class DvcqgOptions : RestPartnerOptions
{
    public const string Section = "Partners:Dvcqg";

    /// <summary>Who keeps the portal's display up to date: two writers spoil the national index.</summary>
    public PortalWriter Writer { get; init; } = PortalWriter.Hub;

    public string? User { get; init; }

    public string? PasswordFile { get; init; }

    /// <summary>Address of the portal behind the security server, such as VN:GOV:000.00.00.G22:vpcpdvcprovider.</summary>
    public string? Destination { get; init; }

    [Required]
    public string LoginPath { get; init; } = "login";

    [Required]
    public string ServicePath { get; init; } = "dvcqg";

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => base.Validate(validationContext)
        .Concat(Endpoint is null || Writer != PortalWriter.Hub ? [] : MustExist(nameof(PasswordFile), PasswordFile))
        .Concat(Jws.Inbound == JwsPolicy.Off ? [] : [new("Jws:Inbound: the portal has no door at this hub.", ["Jws:Inbound"])])
        .Concat(Endpoint is not null && Writer == PortalWriter.Hub && User is null ? [new("User is missing: the account at the portal.", [nameof(User)])] : []);
}
