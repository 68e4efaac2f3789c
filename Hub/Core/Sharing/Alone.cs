using LLTP.Hub.Core.Pipeline;

namespace LLTP.Hub.Core.Sharing;

/// <summary>One process that has nobody to share with: it counts its own rate windows.</summary>
public sealed class Alone(TimeProvider clock) : ISharing
{
    readonly Lock gate = new();
    readonly Dictionary<string, (int Used, DateTimeOffset Ends)> windows = [];

    public string? Trouble => null;

    public void Listen(Action<string> woken)
    {
        // Nobody else speaks.
    }

    public void Wake(string partner)
    {
        // Nobody else listens.
    }

    public Task<bool> ReserveAsync(string key, string token) => Task.FromResult(true);

    public void Release(string key, string token)
    {
        // Nothing was reserved beyond this process.
    }

    public Task<int> TakeAsync(RateWindow window, int wanted)
    {
        lock (gate)
        {
            Forget();
            var used = windows.GetValueOrDefault(window.Name).Used;
            var granted = Math.Clamp(window.Limit - used, 0, wanted);
            windows[window.Name] = (used + granted, window.Ends);
            return Task.FromResult(granted);
        }
    }

    public void Return(RateWindow window, int count)
    {
        lock (gate)
            if (windows.TryGetValue(window.Name, out var counted))
                windows[window.Name] = counted with { Used = counted.Used - count };
    }

    void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var name in windows.Where(window => window.Value.Ends <= now).Select(window => window.Key).ToList())
            windows.Remove(name);
    }
}
