using System.Collections.Concurrent;
using System.Diagnostics;
using LLTP.Hub.Tests.Edges.Adapters;
using Microsoft.AspNetCore.Http;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>TTHC on a port of its own: it can refuse connections and come back, and remembers when each call came and went.</summary>
sealed class SecondsOfCalls(int port) : IAsyncDisposable
{
    static readonly TimeSpan Work = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentQueue<(double From, double To)> calls = new();
    PartnerStub? stub;

    public int Port => port;

    public async Task ComeAsync()
    {
        calls.Clear();
        stub = await PartnerStub.StartAsync(TakeAsync, port: port);
    }

    /// <summary>From now on connections are refused.</summary>
    public async Task GoAsync()
    {
        if (stub is not null)
            await stub.DisposeAsync();
        stub = null;
    }

    /// <summary>The calls since it came, in seconds after the end of the first.</summary>
    public IReadOnlyList<(double From, double To)> Calls()
    {
        var all = calls.OrderBy(call => call.From).ToList();
        return [.. all.Select(call => (call.From - all[0].To, call.To - all[0].To))];
    }

    /// <summary>How many were on their way at most in each second, and how many came in it.</summary>
    public static IReadOnlyList<(int AtOnce, int Came)> BySecond(IReadOnlyList<(double From, double To)> calls) =>
    [
        .. calls.Where(call => call.From >= 0).GroupBy(call => (int)call.From).OrderBy(second => second.Key)
            .Select(second => (second.Max(call => AtOnce(calls, call.From)), second.Count())),
    ];

    public static int AtOnce(IReadOnlyList<(double From, double To)> calls, double at) => calls.Count(call => call.From <= at && call.To > at);

    public ValueTask DisposeAsync() => new(GoAsync());

    async Task TakeAsync(HttpContext context)
    {
        var from = Now;
        await Task.Delay(Work);
        await PartnerStub.Answer(200, "application/json", """{"stored":"new"}""")(context);
        calls.Enqueue((from, Now));
    }

    static double Now => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
}
