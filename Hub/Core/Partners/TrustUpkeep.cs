using LLTP.Hub.Security;

namespace LLTP.Hub.Core.Partners;

/// <summary>Everything that trust rests on and that ends soon, as it is now; read from files and memory only.</summary>
public delegate IReadOnlyList<ExpiryNotice> ExpiryReport();

/// <summary>Fetches the revocation lists that are due; what cannot be had is logged and never thrown.</summary>
public delegate Task RevocationRefresh(CancellationToken cancellation);
