using System.Collections.Concurrent;
using System.Security.Cryptography;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Dvcqg;

/// <summary>Sessions of the security server; each one ends by itself after some seconds.</summary>
sealed class DvcqgSessions(SimulatorKit kit)
{
    readonly ConcurrentDictionary<string, DateTimeOffset> ends = new(StringComparer.Ordinal);

    public string Open()
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        ends[session] = kit.Clock.GetUtcNow() + kit.Faults.Between(8_000, 15_000);
        return session;
    }

    public bool IsOpen(string? session)
    {
        if (session is null || !ends.TryGetValue(session, out var end))
            return false;
        return end > kit.Clock.GetUtcNow();
    }
}
