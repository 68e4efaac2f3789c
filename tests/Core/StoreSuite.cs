using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>What every database must do is written once against this; each database runs it in a subclass of its own.</summary>
public abstract class StoreSuite : IAsyncLifetime
{
    protected const long Now = 1_000_000;
    protected const long Lease = 60_000;
    TestDatabase? data;

    protected TestDatabase Data => data ?? throw new InvalidOperationException("The database was not created yet.");

    protected abstract Task<TestDatabase> CreateAsync();

    public async ValueTask InitializeAsync() => data = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (data is not null)
            await data.DisposeAsync();
    }

    protected Task<T> WriteAsync<T>(Func<Work, Task<T>> work) => Data.Database.WriteAsync(work, CancellationToken.None);

    protected Task<T> ReadAsync<T>(Func<Work, Task<T>> work) => Data.Database.ReadAsync(work, CancellationToken.None);

    protected Task<IReadOnlyList<DeliveryRow>> ClaimAsync(int limit = 10, long now = Now, string partner = "vneid") =>
        WriteAsync(work => work.ClaimAsync(partner, limit, now, now + Lease));

    protected async Task<DeliveryRow> ClaimOneAsync(long now = Now) => Assert.Single(await ClaimAsync(1, now));

    protected Task<int> ExpireAsync(long now) => WriteAsync(work => work.ExpireLeasesAsync(now, now));

    /// <summary>Records that the delivery arrived and lets the next one of its dossier go.</summary>
    protected Task<bool> SettleAsync(DeliveryRow claimed, string state = DeliveryState.Delivered, long? dueAt = null) =>
        WriteAsync(async work =>
        {
            var settled = await work.SettleAsync(claimed, new(state, null, dueAt, null, null));
            await work.ReleaseNextAsync(claimed.Dossier, claimed.Partner, Now);
            return settled;
        });

    protected async Task<DeliveryRow> RowAsync(string id) =>
        await ReadAsync(work => work.DeliveryAsync(id)) ?? throw new ArgumentException($"There is no delivery {id}.");

    /// <summary>Owes state messages, one after the other.</summary>
    protected async Task GivenOwedAsync(string dossier, params string[] ids)
    {
        foreach (var id in ids)
            await WriteAsync(work => work.OweAsync(Owed(dossier, id)));
    }

    protected static DeliveryRow Owed(string dossier, string id, string partner = "vneid") => new()
    {
        Id = id, Dossier = dossier, Version = 1, Partner = partner, Kind = MessageKind.VneidState, Show = 1, OwedAt = Now, EventSeq = 1,
    };
}
