using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>Very many dossiers like one that a running hub has taken, each owing TTHC its application; put in beside the hub by the store's bulk path.</summary>
static class Backlog
{
    public static async Task GrowAsync(string file, string like, int count)
    {
        await using var database = await Database.OpenAsync(file);
        var (dossier, version, seq) = await database.ReadAsync(async work => (
            await work.DossierAsync(like) ?? throw new ArgumentException(like), await work.VersionAsync(like, 1) ?? throw new ArgumentException(like),
            await work.FirstAsync<long>("SELECT max(seq) FROM delivery")), CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow().Ms();

        await database.LoadAsync("dossier", Each(number => dossier with { Number = number }), CancellationToken.None);
        await database.LoadAsync("dossier_version", Each(number => version with { Dossier = number }), CancellationToken.None);
        await database.LoadAsync("delivery", Each(number => new DeliveryRow
        {
            Seq = ++seq, Id = Guid.CreateVersion7().ToString(), Dossier = number, Version = 1, Partner = Partner.Tthc, Kind = MessageKind.TthcDossier,
            DueAt = now, OwedAt = now, EventSeq = dossier.ChangedSeq, Content = version.Content, Size = version.ContentSize,
        }), CancellationToken.None);

        IEnumerable<T> Each<T>(Func<string, T> row) => Enumerable.Range(0, count).Select(index => row($"B-{index}"));
    }
}
