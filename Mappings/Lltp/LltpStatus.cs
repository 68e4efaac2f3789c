namespace LLTP.Hub.Mappings.Lltp;

/// <summary>The LLTP software's answer to a status question; StateId: 3 received, 4 in process, 5 certificate issued.</summary>
public sealed record LltpStatus(string Status, string Description, int? StateId, string? StateName, string? ApprovedOn, string? IssuedOn);
