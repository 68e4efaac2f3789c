namespace LLTP.Hub.Adapters.Shared;

/// <summary>Turns a call to a partner into the same call through its gateway.</summary>
public static class Forwarding
{
    const string DestinationName = "dstcode";
    const string ProviderName = "providerurl";

    /// <summary>Where the request really goes, and what it carries beside its own headers.</summary>
    /// <param name="endpoint">The partner's base address, in which the call's address lies.</param>
    public static (Uri Address, IReadOnlyList<(string Name, string Value)> Headers) Of(ForwardOptions forward, Uri endpoint, Uri address)
    {
        if (forward is not { Gateway: { } gateway, Destination: { } destination })
            return (address, []);
        var target = new UriBuilder(new Uri(gateway, endpoint.MakeRelativeUri(address)));
        var provider = endpoint.AbsoluteUri;
        if (forward.Naming == ForwardNaming.Header)
            return (target.Uri, [(DestinationName, destination), (ProviderName, provider)]);
        var named = $"{DestinationName}={Uri.EscapeDataString(destination)}&{ProviderName}={Uri.EscapeDataString(provider)}";
        target.Query = target.Query.Length > 1 ? $"{target.Query[1..]}&{named}" : named;
        return (target.Uri, []);
    }
}
