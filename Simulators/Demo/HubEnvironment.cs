using System.Globalization;
using LLTP.Hub.Simulators.Common;
using LLTP.Hub.Simulators.Dvcqg;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The hub's whole configuration for a trial, as environment variables.</summary>
static class HubEnvironment
{
    public static Dictionary<string, string> Make(
        SimulatorOptions options, ProvinceFile? province, HubAddresses hub, DemoStore store, IEnumerable<(string Partner, Uri Address)> partners)
    {
        var settings = new Dictionary<string, string>(store.Settings)
        {
            ["Environment"] = "Development",
            ["Doors"] = hub.Doors.GetLeftPart(UriPartial.Authority),
            ["Operations"] = hub.Operations.GetLeftPart(UriPartial.Authority),
            ["Keys"] = options.KeysFolder,
            ["Province__Code"] = options.ProvinceCode,
            ["Province__Name"] = options.ProvinceName,
            ["Province__UnitId"] = options.UnitId,
            ["Province__UnitName"] = options.UnitName,
            ["Province__ProcedureCode"] = options.ProcedureCode,
            ["Numbers__First"] = "1",
            ["Recovery__FirstDelay"] = "00:00:00.050",
            ["Recovery__MaxDelay"] = "00:00:02",
            ["Recovery__GiveUpAfter"] = "00:01:00",
            ["Partners__Vneid__CodeGetFile"] = Path.Combine(options.SecretsFolder, Secrets.VneidCodeGetFile),
            ["Partners__Tthc__InboundSecretFile"] = Path.Combine(options.SecretsFolder, Secrets.TthcInboundFile),
            ["Partners__Tthc__OutboundSecretFile"] = Path.Combine(options.SecretsFolder, Secrets.TthcOutboundFile),
            ["Partners__Dvcqg__User"] = DvcqgSimulator.User,
            ["Partners__Dvcqg__PasswordFile"] = Path.Combine(options.SecretsFolder, Secrets.DvcqgPasswordFile),
            ["Partners__Lltp__CertificateFiles__0"] = Path.Combine(options.KeysFolder, "lltp.pem"),
            ["Partners__V06__CertificateFiles__0"] = Path.Combine(options.KeysFolder, "v06.pem"),
        };
        if (options.Lgsp)
            AddLgsp(settings, options);
        AddProcess(settings, options);
        if (options.ExistingTthc)
            AddExistingTthc(settings, options);
        foreach (var (partner, address) in partners)
        {
            settings[$"Partners__{Section(partner)}__Endpoint"] = address.ToString();
            settings[$"Partners__{Section(partner)}__Timeout"] = "00:00:02";
            settings[$"Partners__{Section(partner)}__Unknown"] = Unknown(options, partner);
            settings[$"Partners__{Section(partner)}__Breaker__FirstBreak"] = "00:00:00.200";
            settings[$"Partners__{Section(partner)}__Breaker__LongestBreak"] = "00:00:02";
        }
        // What the trial needs wins over the province's file.
        return (province?.Settings ?? new Dictionary<string, string>()).Concat(settings).GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(setting => "LLTP__" + setting.Key, setting => setting.Last().Value);
    }

    static void AddProcess(Dictionary<string, string> settings, SimulatorOptions options)
    {
        settings["Partners__V06__Mode"] = options.Lookup switch { "by-hand" => "ByHand", "in-lltp" => "InLltp", _ => "Hub" };
        if (options.PoliceFrom is not { } from)
            return;
        var place = options.IsPoliceOnly ? "Province__" : "Province__Switches__0__";
        settings[$"{place}Profile"] = "mps-2026";
        settings[$"{place}UnitName"] = options.PoliceUnitName;
        settings[$"{place}ProcedureCode"] = options.PoliceProcedureCode;
        if (!options.IsPoliceOnly)
            settings[$"{place}At"] = from.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
    }

    static void AddLgsp(Dictionary<string, string> settings, SimulatorOptions options)
    {
        settings["Partners__Lltp__Contract"] = "lltp-lgsp";
        settings["Partners__Lltp__AuthKeyFile"] = Path.Combine(options.SecretsFolder, Secrets.LltpAuthKeyFile);
        settings["Poll__Shortest"] = "00:00:00.200";
        settings["Poll__Longest"] = "00:00:02";
        settings["Poll__PerSecond"] = "200";
    }

    // Numbers of a system of today come from itself.
    static void AddExistingTthc(Dictionary<string, string> settings, SimulatorOptions options)
    {
        settings["Partners__Tthc__Contract"] = "existing";
        settings["Partners__Tthc__CodeGetFile"] = Path.Combine(options.SecretsFolder, Secrets.TthcCodeGetFile);
        settings["Partners__Tthc__AuthKeyFile"] = Path.Combine(options.SecretsFolder, Secrets.TthcAuthKeyFile);
        settings["Numbers__Allocator"] = "Tthc";
        settings["Numbers__Pool"] = "20";
    }

    static string Unknown(SimulatorOptions options, string partner) =>
        !options.HubAsks ? "RepeatOnly" : options.Recognises(partner) ? "AskThenRepeat" : "AskOnly";

    static string Section(string partner) => char.ToUpperInvariant(partner[0]) + partner[1..];
}
