namespace LLTP.Hub.Host;

/// <summary>Gateways of the national platforms (NDXP, VXP) hand on requests whose path still begins with their own (domain §3.5).</summary>
static class ForwardedPath
{
    static readonly PathString[] Prefixes = ["/XrdAdapter/RestService/forward", "/VXPAdapter/RestService/forward"];

    public static Task StripAsync(HttpContext context, RequestDelegate next)
    {
        foreach (var prefix in Prefixes)
            if (context.Request.Path.StartsWithSegments(prefix, out var rest))
                context.Request.Path = rest;
        return next(context);
    }
}
