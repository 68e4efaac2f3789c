using System.ComponentModel.DataAnnotations;
using LLTP.Hub.Adapters.Shared;

namespace LLTP.Hub.Adapters.Dvcqg;

/// <summary>The National Public Service Portal.</summary>
public sealed class DvcqgOptions : RestPartnerOptions
{
    public const string Section = "Partners:Dvcqg";

    public string? User { get; init; }

    public string? PasswordFile { get; init; }

    /// <summary>Address of the portal behind the security server, such as VN:GOV:000.00.00.G22:vpcpdvcprovider.</summary>
    public string? Destination { get; init; }

    [Required]
    public string LoginPath { get; init; } = "login";

    [Required]
    public string ServicePath { get; init; } = "dvcqg";

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => base.Validate(validationContext)
        .Concat(Endpoint is null ? [] : MustExist(nameof(PasswordFile), PasswordFile))
        .Concat(Jws.Inbound == JwsPolicy.Off ? [] : [new("Jws:Inbound: the portal has no door at this hub.", ["Jws:Inbound"])])
        .Concat(Endpoint is not null && User is null ? [new("User is missing: the account at the portal.", [nameof(User)])] : []);
}
