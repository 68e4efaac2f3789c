using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Tests.Support;

/// <summary>A scripted partner that says what it holds.</summary>
public sealed class HoldingPartner(string partner) : ScriptedPartner(partner), IHoldingPartner, IListingPartner
{
    public Func<string, Held> Says { get; set; } = _ => Held.Silent;

    public IReadOnlyList<Holding> List { get; set; } = [];

    public List<string> Ticked { get; } = [];

    public Task<Held> HoldsAsync(string dossier, string reference, CancellationToken cancellation) => Task.FromResult(Says(dossier));

    public Task<IReadOnlyList<Holding>?> ChangedAsync(DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Holding>?>(List);

    public Task TickOffAsync(IReadOnlyList<Holding> agreed, CancellationToken cancellation)
    {
        Ticked.AddRange(agreed.Select(held => held.Mark ?? ""));
        return Task.CompletedTask;
    }
}
