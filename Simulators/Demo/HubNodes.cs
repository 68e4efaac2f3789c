using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>The hub's nodes on one database; one alone on the embedded one.</summary>
sealed class HubNodes(IReadOnlyList<HubProcess> nodes) : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    Task back = Task.CompletedTask;
    long wholeSince = Stopwatch.GetTimestamp();
    int turn;

    public int Kills => nodes.Sum(node => node.Kills);

    public bool HasEnded => nodes.Any(node => node.HasEnded);

    /// <summary>Of the node that took most.</summary>
    public double PeakMemoryMb => nodes.Max(node => node.PeakMemoryMb);

    /// <summary>Starts one node after the other: the first makes the development keys that all share. False when one does not become ready.</summary>
    public async Task<bool> StartAsync(TimeSpan limit, CancellationToken cancellation)
    {
        foreach (var node in nodes)
        {
            node.Start();
            if (!await node.WaitUntilReadyAsync(limit, cancellation))
                return false;
        }
        return true;
    }

    /// <summary>How long the node that was killed last lives again.</summary>
    public TimeSpan WholeFor => back.IsCompleted ? Stopwatch.GetElapsedTime(wholeSince) : TimeSpan.Zero;

    /// <summary>Kills each node in its turn, and starts it again at once.</summary>
    public async Task KillNextAsync(CancellationToken cancellation)
    {
        await back;
        var node = nodes[turn++ % nodes.Count];
        await node.KillAndStartAsync(cancellation);
        back = ReturnAsync(node, cancellation);
    }

    public IEnumerable<string> PointsLeft => nodes.SelectMany(node => node.PointsLeft);

    /// <summary>A node that answers for all: what is asked of one of them holds for the hub.</summary>
    public HubProcess First => nodes[0];

    public void StartAgainWhereTold()
    {
        foreach (var node in nodes)
            node.StartAgainWhereTold();
    }

    public void SampleMemory()
    {
        foreach (var node in nodes)
            node.SampleMemory();
    }

    /// <summary>Hop times by partner, of each the slowest node's.</summary>
    public async Task<JsonObject> HopsAsync(CancellationToken cancellation)
    {
        var slowest = new JsonObject();
        foreach (var node in nodes)
        {
            if (await node.GetAsync("api/v1/hops", cancellation) is { } body && JsonNode.Parse(body) is JsonObject hops)
                Merge(slowest, hops);
        }
        return slowest;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    async Task ReturnAsync(HubProcess node, CancellationToken cancellation)
    {
        await node.WaitUntilItLivesAsync(StartLimit, cancellation);
        wholeSince = Stopwatch.GetTimestamp();
    }

    static void Merge(JsonObject slowest, JsonObject hops)
    {
        foreach (var (partner, hop) in hops)
        {
            if (hop?["p95"]?.GetValue<double>() >= (slowest[partner]?["p95"]?.GetValue<double>() ?? 0))
                slowest[partner] = hop.DeepClone();
        }
    }
}
