using System.Globalization;
using System.Text;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;

namespace LLTP.Hub.Load;

/// <summary>
/// Any number of messages of 200 bytes as the hub keeps them, put in by the store's own bulk path: each with its bytes, dossier, version,
/// event, identity, display and one owed delivery. The later ones wait for TTHC, half of them if not said otherwise; all but the last
/// dossiers are finished.
/// </summary>
public sealed class ManyMessages(Database database, long count, long? waiting = null)
{
    const int Bytes = 200;
    const int Running = 2000;
    const string Spread = "e3b0c44298fc1c149afbf4c8996fb924";

    /// <summary>When the first message came; one comes each 100 ms.</summary>
    public const long Start = 1_700_000_000_000;

    public static string Number(long index) => Text($"H56.14-{index / 10_000:000000}-{index % 10_000:0000}");

    public static string Key(long index) => Text($"{index:x8}-0000-4000-8000-7a3b5c9d1e2f");

    /// <summary>Looks like a SHA-256; rises with the index, so that trees are written from left to right and a load takes minutes.</summary>
    public string Hash(long index, char of) => Text($"{index * (long.MaxValue / count):x16}{of}{Spread}{index:x15}");

    public static long At(long index) => Start + (index * 100);

    public async Task LoadAsync(CancellationToken cancellation)
    {
        await database.LoadAsync("payload", Each(index => new
        {
            Hash = Hash(index, 'a'), KeyId = "plain", Size = Bytes, StoredAt = At(index), Bytes = Encoding.ASCII.GetBytes(Number(index).PadRight(Bytes)),
        }), cancellation);
        await database.LoadAsync("dossier", Each(Dossier), cancellation);
        await database.LoadAsync("dossier_version", Each(Version), cancellation);
        await database.LoadAsync("event", Each(Event), cancellation);
        await database.LoadAsync("delivery", Each(Delivery), cancellation);
        await database.LoadAsync("seen", Each(index => new
        {
            Partner = Partner.Tthc, MessageKey = Key(index), ContentHash = Hash(index, 'c'), Answer = $"E{index} 2 {At(index)}", EventSeq = index + 1, At = At(index),
        }), cancellation);
        await database.LoadAsync("display", Each(index => new
        {
            Dossier = Number(index), Partner = Partner.Vneid, State = 1L, At = At(index), EventSeq = index + 1,
        }), cancellation);
    }

    bool IsRunning(long index) => index >= count - Running;

    bool IsWaiting(long index) => index >= count - (waiting ?? (count / 2));

    DossierRow Dossier(long index) => new()
    {
        Number = Number(index), Province = "38", Version = 1, State = IsRunning(index) ? 2 : 10, Step = 3, ReceivedAt = At(index),
        AcceptedAt = At(index), EventAt = At(index), DueDate = Clock.Time(At(index)).AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CertificateNo = IsRunning(index) ? null : Text($"{index}/2026/LLTP-01"), ChangedSeq = index + 1, RowVersion = 1,
    };

    VersionRow Version(long index) => new()
    {
        Dossier = Number(index), Version = 1, ContentHash = Hash(index, 'c'), IdentityHash = Hash(index, 'i'), Content = Hash(index, 'a'),
        ContentSize = Bytes, Original = Hash(index, 'a'), At = At(index),
    };

    EventRow Event(long index) => new()
    {
        Seq = index + 1, Id = $"E{index:x16}", RecordedAt = At(index), At = At(index), Dossier = Number(index), Version = 1, Kind = nameof(EventKind.Submitted),
        Partner = Partner.Vneid, Door = "vneid.TaoHoSo", ToState = 1, Step = 2, Original = Hash(index, 'a'), Content = Hash(index, 'a'),
    };

    DeliveryRow Delivery(long index) => new()
    {
        Seq = index + 1, Id = $"D{index:x16}", Dossier = Number(index), Version = 1, Partner = Partner.Tthc, Kind = MessageKind.TthcDossier,
        State = IsWaiting(index) ? DeliveryState.Waiting : DeliveryState.Delivered, DueAt = IsWaiting(index) ? At(index) : null,
        Attempt = IsWaiting(index) ? 0 : 1, OwedAt = At(index), DoneAt = IsWaiting(index) ? null : At(index), EventSeq = index + 1, Size = Bytes,
    };

    IEnumerable<T> Each<T>(Func<long, T> row)
    {
        for (var index = 0L; index < count; index++)
            yield return row(index);
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
