using System.CommandLine;
using System.Globalization;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;

namespace LLTP.Hub.Host.Commands;

/// <summary>
/// The command restore-mark, on a stopped hub whose database is a restored backup: exit code 0 marked, 1 refused, 2 the hub runs or the
/// configuration is not good.
/// </summary>
static class RestoreMarkCommand
{
    public static Command Make()
    {
        var command = new Command("restore-mark", OperationsCall.Words("restore-mark"));
        Argument<string> time = new("TIME") { Description = OperationsCall.Words("restored-to") };
        Option<long> margin = new("--margin") { Description = OperationsCall.Words("margin"), DefaultValueFactory = _ => RestoreMark.UsualMargin };
        Option<string[]> shown = new("--shown") { Description = OperationsCall.Words("shown-number"), DefaultValueFactory = _ => [] };
        Option<string?> officer = new("--officer") { Description = OperationsCall.Words("officer") };
        Option<string?> reason = new("--reason") { Description = OperationsCall.Words("reason") };
        command.Add(time);
        foreach (var option in new Option[] { margin, shown, officer, reason })
            command.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync((mark, at) => mark.MarkAsync(
            at, parsed.GetValue(margin), parsed.GetRequiredValue(shown), new(parsed.GetValue(officer) ?? "", parsed.GetValue(reason) ?? ""), cancellation),
            parsed.GetRequiredValue(time), cancellation));
        return command;
    }

    static async Task<int> RunAsync(
        Func<RestoreMark, DateTimeOffset, Task<Repaired>> markAsync, string time, CancellationToken cancellation)
    {
        if (ConfigurationCheck.Run(Console.Error, quietWhenGood: true) is > 0 and var problems)
            return problems;
        if (Parse(time) is not { } at)
            return Say(Repaired.Refused(RepairRefusal.BadRequest, "TIME, 2026-06-01T08:00+07:00"), 1);
        try
        {
            return await MarkAsync(markAsync, at, cancellation);
        }
        catch (StoreRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    static async Task<int> MarkAsync(
        Func<RestoreMark, DateTimeOffset, Task<Repaired>> markAsync, DateTimeOffset at, CancellationToken cancellation)
    {
        var builder = HubApplication.Builder();
        var hub = builder.Configuration.Get<HubOptions>() ?? new();
        var store = builder.Configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new();
        using var oneProcess = store.Kind == StoreKind.Sqlite ? LockOf(hub.Data) : null;
        if (store.Kind == StoreKind.Sqlite ? oneProcess is null : await Database.IsInUseAsync(store, cancellation))
            return Say(Repaired.Refused(RepairRefusal.HubRuns), 2);
        await using var database = await Database.OpenAsync(store, hub.Data, cancellation);
        builder.Services.AddSingleton(database);
        HubApplication.AddHub(builder.Services, builder.Configuration);
        await using var provider = builder.Services.BuildServiceProvider();
        var repaired = await markAsync(provider.GetRequiredService<RestoreMark>(), at);
        return Say(repaired, repaired.Refusal is null ? 0 : 1);
    }

    /// <summary>A time without a zone is Vietnam's.</summary>
    static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var with)
            ? DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var plain) && plain.Kind == DateTimeKind.Unspecified
                ? new DateTimeOffset(plain, TimeSpan.FromHours(7))
                : with
            : null;

    static FileStream? LockOf(string data)
    {
        try
        {
            return DataLock.Take(data);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static int Say(Repaired repaired, int code)
    {
        Console.Out.WriteLine(repaired.Refusal is null ? $"{OperationsCall.Words("marked")}: {repaired.Id}" : $"{repaired.Vietnamese} / {repaired.English}");
        return code;
    }
}
