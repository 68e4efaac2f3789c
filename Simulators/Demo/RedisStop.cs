namespace LLTP.Hub.Simulators.Demo;

/// <summary>What is done to Redis in a trial, in turn: emptied, killed and back empty at the same address, and hanging.</summary>
static class RedisStop
{
    static readonly TimeSpan Away = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Hanging = TimeSpan.FromSeconds(3);

    /// <summary>Ends when Redis answers again.</summary>
    public static Task ActAsync(RedisServer redis, int turn, CancellationToken cancellation) => (turn % 3) switch
    {
        0 => redis.SayAsync("FLUSHALL"),
        1 => KillAsync(redis, cancellation),
        _ => SuspendAsync(redis, cancellation),
    };

    static async Task KillAsync(RedisServer redis, CancellationToken cancellation)
    {
        await redis.KillAsync();
        await Task.Delay(Away, cancellation);
        await redis.StartAsync();
    }

    static async Task SuspendAsync(RedisServer redis, CancellationToken cancellation)
    {
        await redis.SuspendAsync();
        await Task.Delay(Hanging, cancellation);
        await redis.ResumeAsync();
    }
}
