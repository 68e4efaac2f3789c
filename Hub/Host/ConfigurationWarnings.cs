using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host;

/// <summary>What a good configuration should still make somebody think about; no network is used and no token asked.</summary>
static class ConfigurationWarnings
{
    public static IEnumerable<string> Of(IServiceProvider provider) => Ending(provider).Concat(Open(provider)).Concat(DaysOff(provider));

    // Lists behind addresses are fetched by the running hub: that they are not here yet says nothing.
    static IEnumerable<string> Ending(IServiceProvider provider) => provider.GetRequiredService<ExpiryReport>()()
        .Where(notice => notice.Kind != ExpiryKind.RevocationList)
        .Select(notice => $"{ExpiryText.Vietnamese(notice)} / {ExpiryText.English(notice)}");

    static IEnumerable<string> Open(IServiceProvider provider) => provider.GetServices<SignedPartner>()
        .Where(partner => partner.Options.Value is { CaFiles.Count: > 0, SubjectMustContain.Count: 0 })
        .Select(partner => Text.Vietnamese("warning.anySubject", partner.Name) + " / " + Text.English("warning.anySubject", partner.Name));

    static IEnumerable<string> DaysOff(IServiceProvider provider) => CalendarGaps
        .Of(provider.GetRequiredService<WorkCalendar>(), provider.GetRequiredService<TimeProvider>().GetUtcNow().VietnamDay())
        .Select(gap => Text.Vietnamese(gap.Key, gap.Year, gap.Days) + " / " + Text.English(gap.Key, gap.Year, gap.Days));
}
