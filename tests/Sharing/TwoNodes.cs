using LLTP.Hub.Simulators.Demo;
using LLTP.Hub.Tests.Support;

namespace LLTP.Hub.Tests.Sharing;

/// <summary>Two nodes on one database and one real Redis.</summary>
public sealed record TwoNodes(RedisServer Redis, TestHub One, TestHub Other) : IAsyncDisposable
{
    public static async Task<TwoNodes> StartAsync()
    {
        var redis = await RedisServer.StartedAsync();
        var one = await TestHub.StartAsync(("Redis:Endpoint", redis.Endpoint), ("Node", "one"));
        var other = one.Beside(("Redis:Endpoint", redis.Endpoint), ("Node", "other"));
        await one.OpenLineAsync();
        await other.OpenLineAsync();
        return new(redis, one, other);
    }

    public async ValueTask DisposeAsync()
    {
        await Other.DisposeAsync();
        await One.DisposeAsync();
        await Redis.DisposeAsync();
    }
}
