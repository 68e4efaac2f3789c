namespace LLTP.Hub.Adapters.Shared;

/// <summary>The validated options of one partner, for checks over all of them.</summary>
public sealed record ConfiguredPartner(string Partner, PartnerOptions Options);
