using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LLTP.Hub.Core.Sharing;

/// <summary>Several processes on one Redis. Keys carry hashes and names of partners only; where Redis is silent, this process answers by itself.</summary>
public sealed class RedisSharing(RedisLine line, IOptions<RedisOptions> options, HubNode node, TimeProvider clock) : ISharing
{
    const string ReleaseOwn = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";
    const string TakeFromWindow = """
        local left = tonumber(ARGV[1]) - tonumber(redis.call('GET', KEYS[1]) or '0')
        local taken = math.max(0, math.min(left, tonumber(ARGV[2])))
        redis.call('INCRBY', KEYS[1], taken)
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return taken
        """;

    const string ReturnToWindow = "if redis.call('EXISTS', KEYS[1]) == 1 then return redis.call('DECRBY', KEYS[1], ARGV[1]) end return 0";

    /// <summary>How long the message of a process that died stays reserved.</summary>
    static readonly TimeSpan Reserved = TimeSpan.FromSeconds(5);

    readonly Alone alone = new(clock);

    public string? Trouble => line.Trouble is { } reason ? $"Redis: {reason}" : null;

    public void Listen(Action<string> woken) => line.Listen(text =>
    {
        if ($"{text}".Split(' ') is [var sender, var partner] && sender != node.Run)
            woken(partner);
    });

    public void Wake(string partner) => line.Publish($"{node.Run} {partner}");

    public Task<bool> ReserveAsync(string key, string token) =>
        line.AskAsync(database => database.StringSetAsync(Reservation(key), token, Reserved, When.NotExists), true);

    public void Release(string key, string token) =>
        _ = line.TellAsync(database => database.ScriptEvaluateAsync(ReleaseOwn, [Reservation(key)], [token]));

    /// <summary>Both count: a Redis that was emptied in the middle of a window must not let this process send it all again.</summary>
    public async Task<int> TakeAsync(RateWindow window, int wanted)
    {
        var own = await alone.TakeAsync(window, wanted);
        var keep = Math.Max(1, (long)(window.Ends - clock.GetUtcNow()).TotalMilliseconds) + 1000;
        var all = await line.AskAsync(
            async database => (int)await database.ScriptEvaluateAsync(TakeFromWindow, [Window(window)], [window.Limit, own, keep]), own);
        alone.Return(window, own - all);
        return all;
    }

    public void Return(RateWindow window, int count)
    {
        if (count == 0)
            return;
        alone.Return(window, count);
        _ = line.AskAsync(async database => (int)await database.ScriptEvaluateAsync(ReturnToWindow, [Window(window)], [count]), 0);
    }

    RedisKey Reservation(string key) => $"{options.Value.Prefix}doing:{Fingerprint.Sha256Hex(System.Text.Encoding.UTF8.GetBytes(key))}";

    RedisKey Window(RateWindow window) => $"{options.Value.Prefix}rate:{window.Name}";
}
