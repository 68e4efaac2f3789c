using System.Collections.Concurrent;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LLTP.Hub.Core.Sharing;

/// <summary>
/// The connection to Redis. A question that is not answered in time closes the line: nobody asks any more until the watch,
/// once a second, has got an answer again; a connection that stays dead is made anew.
/// </summary>
public sealed class RedisLine(IOptions<RedisOptions> options, CoreLog log) : BackgroundService
{
    const int PingsUntilNew = 5;
    const int ConnectMs = 1000;

    /// <summary>Callers that may wait for Redis at once; beyond them it counts as silent, so that one that hangs gathers nobody.</summary>
    public const int MostWaiting = 256;

    static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    readonly ConcurrentQueue<Action<RedisValue>> listeners = [];
    volatile ConnectionMultiplexer? connection;
    volatile string? trouble = "NotConnected";
    int waiting;
    int telling;
    int failedPings;
    bool isSubscribed;

    /// <summary>Null when Redis answers.</summary>
    public string? Trouble => trouble;

    string Channel => $"{options.Value.Prefix}wake";

    public void Listen(Action<RedisValue> heard) => listeners.Enqueue(heard);

    /// <summary>Asks Redis, for a fraction of a second at most.</summary>
    /// <returns>The answer, or what counts without one.</returns>
    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, T otherwise)
    {
        if (trouble is not null || connection is not { } open)
            return otherwise;
        try
        {
            return Interlocked.Increment(ref waiting) > MostWaiting
                ? otherwise
                : await ask(open.GetDatabase()).WaitAsync(options.Value.Patience);
        }
        catch (Exception failure) when (IsOfLine(failure))
        {
            Lose(failure.GetType().Name);
            return otherwise;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Tells Redis something also while the line counts as closed: a question that came too late for us may have been heard there.</summary>
    public async Task TellAsync(Func<IDatabase, Task> tell)
    {
        if (connection is not { } open)
            return;
        try
        {
            if (Interlocked.Increment(ref telling) <= MostWaiting)
                await tell(open.GetDatabase());
        }
        catch (Exception failure) when (IsOfLine(failure))
        {
            Lose(failure.GetType().Name);
        }
        finally
        {
            Interlocked.Decrement(ref telling);
        }
    }

    /// <summary>Does not wait; what nobody hears is found by the next sweep.</summary>
    public void Publish(string text) => _ = AskAsync(database => database.PublishAsync(Channel, text), 0L);

    public override void Dispose()
    {
        Drop();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            await WatchAsync();
        }
        while (await NextAsync(timer, stoppingToken));
        Drop();
    }

    static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task WatchAsync()
    {
        try
        {
            var open = connection is { } known && isSubscribed ? known : await ConnectAsync();
            await open.GetDatabase().PingAsync().WaitAsync(options.Value.Patience * 2);
            failedPings = 0;
            if (trouble is not null)
                log.RedisBack();
            trouble = null;
        }
        catch (Exception failure) when (IsOfLine(failure))
        {
            Lose(failure.GetType().Name);
            if (++failedPings % PingsUntilNew == 0)
                Drop();
        }
    }

    async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var configuration = new ConfigurationOptions
        {
            EndPoints = { options.Value.Endpoint ?? "" }, AbortOnConnectFail = true, ConnectRetry = 1, ConnectTimeout = ConnectMs,
            SyncTimeout = ConnectMs, Ssl = options.Value.Tls, Password = Password(),
        };
        if (options.Value.AuthorityFile is { } authorities)
            configuration.CertificateValidation += RedisTrust.By(authorities);
        Drop();
        var made = await ConnectionMultiplexer.ConnectAsync(configuration);
        // Known before it can fail further, so that whoever drops the line closes it.
        connection = made;
        await made.GetSubscriber().SubscribeAsync(Channel, (_, text) => Hear(text)).WaitAsync(options.Value.Patience * 2);
        isSubscribed = true;
        return made;
    }

    void Hear(RedisValue text)
    {
        foreach (var heard in listeners)
            heard(text);
    }

    string? Password() => options.Value.PasswordFile is { } file ? SecretText.FromFile(file).Reveal() : null;

    void Lose(string reason)
    {
        if (trouble is null)
            log.RedisLost(reason);
        trouble = reason;
    }

    // Closing waits for the other side; nobody here waits for that.
    void Drop()
    {
        var old = connection;
        connection = null;
        isSubscribed = false;
        trouble ??= "Closed";
        if (old is not null)
            Task.Run(old.Dispose);
    }

    static bool IsOfLine(Exception failure) =>
        failure is RedisException or TimeoutException or InvalidOperationException or OperationCanceledException or System.Net.Sockets.SocketException or IOException
        or InvalidDataException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException;
}
