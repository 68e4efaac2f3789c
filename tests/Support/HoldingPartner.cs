using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Tests.Support;

/// <summary>A scripted partner that says what it holds.</summary>
public sealed class HoldingPartner(string partner) : ScriptedPartner(partner), IHoldingPartner, IListingPartner
{
    public Func<string, Held> Says { get; set; } = _ => Held.Silent;

    /// <summary>Null: the list is not given.</summary>
    public IReadOnlyList<Holding>? List { get; set; } = [];

    /// <summary>How often the list was asked for.</summary>
    public int Listed { get; private set; }

    public List<string> Ticked { get; } = [];

    public Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation) => Task.FromResult(Says(dossier));

    public Task<IReadOnlyList<Holding>?> ChangedAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        Listed++;
        return Task.FromResult(List);
    }

    public Task TickOffAsync(IReadOnlyList<Holding> agreed, CancellationToken cancellation)
    {
        Ticked.AddRange(agreed.Select(held => held.Mark ?? ""));
        return Task.CompletedTask;
    }
}
