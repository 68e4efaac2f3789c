using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Canonical;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Which TTHC system gets a new dossier: by receiving unit, then by the province code it comes under.</summary>
public sealed class TthcRouting(IOptions<TthcRoutingOptions> options)
{
    /// <summary>Partner name of the system, "tthc" or "tthc:name".</summary>
    public string HolderOf(Application application, DateOnly day)
    {
        var route = options.Value.Routes.FirstOrDefault(route => route.First <= day && day <= route.Last && Fits(route, application));
        return route is { System.Length: > 0 } ? $"{Partner.Tthc}:{route.System}" : Partner.Tthc;
    }

    static bool Fits(TthcRouteOptions route, Application application) =>
        (route.Unit is not { } unit || IsUnder(unit, UnitOf(application)))
        && (route.Province is not { } province || Plain(province) == Plain(application.ProvinceCode));

    // VNeID names the unit in the receipt; a dossier without one still carries it in its number.
    static string UnitOf(Application application) => application.Receipt?.UnitCode ?? application.Number.Split('-')[0];

    static bool IsUnder(string unit, string one) => one == unit || one.StartsWith(unit + ".", StringComparison.OrdinalIgnoreCase);

    // 08 and 8 are one province.
    static string Plain(string code) => code.Trim().TrimStart('0');
}
