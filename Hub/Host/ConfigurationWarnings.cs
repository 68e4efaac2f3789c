using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Host;

/// <summary>What a good configuration should still make somebody think about; no network is used and no token asked.</summary>
static class ConfigurationWarnings
{
    public static IEnumerable<string> Of(IServiceProvider provider) => Ending(provider)
        .Concat(provider.GetServices<ConfiguredPartner>().SelectMany(partner => Open(partner).Concat(partner.Options.Warnings)))
        .Concat(DaysOff(provider)).Concat(Procedures(provider)).Concat(Unconfirmed(provider));

    // Lists behind addresses are fetched by the running hub: that they are not here yet says nothing.
    static IEnumerable<string> Ending(IServiceProvider provider) => provider.GetRequiredService<ExpiryReport>()()
        .Where(notice => notice.Kind != ExpiryKind.RevocationList)
        .Select(notice => $"{ExpiryText.Vietnamese(notice)} / {ExpiryText.English(notice)}");

    static IEnumerable<string> DaysOff(IServiceProvider provider) => CalendarGaps
        .Of(provider.GetRequiredService<WorkCalendar>(), provider.GetRequiredService<TimeProvider>().GetUtcNow().VietnamDay())
        .Select(gap => Text.Vietnamese(gap.Key, gap.Year, gap.Days) + " / " + Text.English(gap.Key, gap.Year, gap.Days));

    static IEnumerable<string> Procedures(IServiceProvider provider) =>
        from unit in provider.GetRequiredService<IOptions<ProvinceOptions>>().Value.Units
        let wanted = ProcessTable.Of(unit.Profile).Procedure
        where !unit.ProcedureCode.StartsWith(wanted, StringComparison.Ordinal)
        select Text.Vietnamese("warning.procedure", unit.ProcedureCode, unit.Profile, wanted)
            + " / " + Text.English("warning.procedure", unit.ProcedureCode, unit.Profile, wanted);

    // Of those shipped: what a province entered itself stands in the store, and somebody signed for it.
    static IEnumerable<string> Unconfirmed(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IConfiguration>().Get<HubOptions>() is { IsDevelopment: true })
            return [];
        var day = provider.GetRequiredService<TimeProvider>().GetUtcNow().VietnamDay();
        var counts = CatalogueSet.Shipped.Unconfirmed(day).CountBy(row => row.Catalogue).Select(count => $"{count.Key} {count.Value}");
        var listed = string.Join(", ", counts);
        return listed.Length == 0 ? [] : [Text.Vietnamese("warning.unconfirmed", listed) + " / " + Text.English("warning.unconfirmed", listed)];
    }

    static IEnumerable<string> Open(ConfiguredPartner partner) =>
        from one in partner.Options.Trusts()
        where one.Trust.TakesAnySubject()
        let place = $"{partner.Partner}{(one.Section.Length > 0 ? ":" : "")}{one.Section}"
        select Text.Vietnamese("warning.anySubject", place) + " / " + Text.English("warning.anySubject", place);
}
