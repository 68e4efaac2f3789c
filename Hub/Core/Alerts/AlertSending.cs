using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Core.Alerts;

/// <summary>Sends written alerts, with back-off and at most ten attempts; a channel that fails holds up neither the other nor the hub.</summary>
public sealed class AlertSending(Database database, IEnumerable<IAlertChannel> channels, CoreLog log, TimeProvider clock)
{
    public const int MostAttempts = 10;
    const int AtOnce = 50;
    static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>One attempt for everything that is due; how many were taken.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var due = await database.ReadAsync(work => work.DueAlertsAsync(clock.GetUtcNow().Ms(), AtOnce), cancellation);
        var sent = await Task.WhenAll(due.GroupBy(row => row.Channel).Select(group => SendAsync([.. group], cancellation)));
        return sent.Sum();
    }

    /// <summary>A trial to every channel at once; per channel null, or why it was not taken.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> TryAsync(CancellationToken cancellation)
    {
        var trial = new Alert(Guid.CreateVersion7().ToString(), nameof(FaultKind.Trial), "hub", true, Clock.Vietnam(clock.GetUtcNow().Ms()), "");
        var results = new Dictionary<string, string?>();
        foreach (var channel in channels.Where(channel => channel.IsConfigured))
            results[channel.Name] = await channel.SendAsync(trial, cancellation);
        return results;
    }

    /// <summary>Tells without the store, which is what failed; false when a channel did not take it.</summary>
    public async Task<bool> TellAtOnceAsync(Alert alert, CancellationToken cancellation)
    {
        var problems = await Task.WhenAll(channels.Where(channel => channel.IsConfigured).Select(channel => channel.SendAsync(alert, cancellation)));
        return problems.All(problem => problem is null);
    }

    public static TimeSpan Wait(int attempt)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempt, 20));
        return doubled > Longest ? Longest : doubled;
    }

    async Task<int> SendAsync(IReadOnlyList<AlertMessageRow> due, CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var row in due)
            if (await SendAsync(row, cancellation))
                sent++;
        return sent;
    }

    async Task<bool> SendAsync(AlertMessageRow row, CancellationToken cancellation)
    {
        var nextAt = (clock.GetUtcNow() + Wait(row.Attempt)).Ms();
        if (channels.FirstOrDefault(one => one.Name == row.Channel && one.IsConfigured) is not { } channel
            || !await database.WriteAsync(work => work.ClaimAlertAsync(row, nextAt), cancellation))
            return false;
        var problem = await channel.SendAsync(Alert.Of(row), cancellation);
        var isLast = row.Attempt + 1 >= MostAttempts;
        if (problem is not null)
            log.AlertNotSent(row.Id, row.Channel, row.Attempt + 1, problem);
        if (problem is null || isLast)
            await database.WriteAsync(work => work.SettleAlertAsync(row, problem is null ? "Sent" : "GaveUp"), CancellationToken.None);
        return problem is null;
    }
}
