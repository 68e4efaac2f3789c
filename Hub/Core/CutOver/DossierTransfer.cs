using System.Text;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Catalogues;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.CutOver;

/// <summary>
/// Takes dossiers over from another system while they are on their way, and gives them back. What is here already is never changed.
/// </summary>
public sealed class DossierTransfer(
    Database database, PartnerRegistry partners, ActRecords records, IOptions<ProvinceOptions> province, TimeProvider clock)
{
    /// <summary>The kind of the first event of a dossier that was taken over.</summary>
    public const string Imported = nameof(Imported);

    const int Page = 1000;

    /// <summary>Takes over each line by itself; run again, it goes on where it stood.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="act">Null: nothing is written, only told.</param>
    /// <param name="cancellation">Ends it between two lines.</param>
    public async Task<TransferReport> ImportAsync(ReadOnlyMemory<byte> csv, RepairAct? act, CancellationToken cancellation)
    {
        var lines = CsvText.Read(Encoding.UTF8.GetString(csv.Span).TrimStart('\uFEFF'));
        string[] head = lines.Count > 0 ? lines[0] : [];
        if (DossierInFlight.Mandatory.Except(head).FirstOrDefault() is { } missing)
            return new(0, 0, 0, [new(1, "", $"column {missing}")]);
        var (taken, known, remarks) = (0, 0, new List<TransferRemark>());
        foreach (var (line, number) in lines.Skip(1).Select((cells, index) => (cells, index + 2)))
        {
            var (dossier, objection) = DossierInFlight.Read(head.Zip(line).ToLookup(cell => cell.First, cell => cell.Second), Usual());
            var found = dossier is null ? objection : await TakeAsync(dossier, act, cancellation);
            if (found is null)
                taken++;
            else if (found.Length == 0)
                known++;
            else
                remarks.Add(new(number, dossier?.Row.Number ?? "", found));
        }
        return new(lines.Count - 1, taken, known, remarks);
    }

    /// <summary>Every dossier that another system would have to carry on.</summary>
    public async Task<byte[]> ExportAsync(CancellationToken cancellation)
    {
        var all = new List<DossierInFlight>();
        for (var last = ""; ;)
        {
            var after = last;
            var rows = await database.ReadAsync(work => work.InFlightAsync(after, Page), cancellation);
            all.AddRange(rows.Select(row => new DossierInFlight(row.Dossier, row.ContentHash)));
            if (rows.Count < Page)
                return DossierInFlight.Write(all);
            last = rows[^1].Dossier.Number;
        }
    }

    // Null: taken over. Empty: here already, and the same. Otherwise what is in its way.
    async Task<string?> TakeAsync(DossierInFlight dossier, RepairAct? act, CancellationToken cancellation)
    {
        var row = dossier.Row;
        if (act is null)
            return await database.ReadAsync(work => work.DossierAsync(row.Number), cancellation) is { } here ? Difference(here, row) : null;
        return await database.WriteAsync(async work =>
        {
            if (await work.DossierAsync(row.Number) is { } found)
                return Result.Of(Difference(found, row));
            await InsertAsync(work, dossier, act);
            return Result.Of(null);
        }, cancellation) is { Text: var text } ? text : null;
    }

    async Task InsertAsync(Work work, DossierInFlight dossier, RepairAct act)
    {
        var (row, now) = (dossier.Row, clock.GetUtcNow().Ms());
        var words = await records.KeepAsync(work, act);
        var seq = await work.AppendEventAsync(new()
        {
            Id = Guid.CreateVersion7().ToString(), RecordedAt = now, At = row.EventAt, Dossier = row.Number, Version = row.Version,
            Kind = Imported, Partner = Partner.Hub, FromState = 0, ToState = row.State, DueDate = row.DueDate, Content = words,
        });
        var stored = row with { ChangedSeq = seq, RowVersion = 1 };
        await work.InsertDossierAsync(stored);
        await work.UpdateDossierAsync(stored);
        await work.InsertVersionAsync(new()
        {
            Dossier = row.Number, Version = row.Version, ContentHash = dossier.VersionHash, At = row.ReceivedAt,
        });
        if (row.CertificateNo is { } certificate)
            await work.KnowCertificateAsync(row.Number, certificate, seq, row.EventAt);
        if (partners.IsPolled(Partner.Lltp) && row.State != (int)DossierState.SupplementAsked)
            await work.PollFromAsync(row.Number, now);
        foreach (var partner in new[] { row.Tthc, Partner.Dvcqg }.Concat(row.Origin == Partner.Vneid ? [Partner.Vneid] : []))
            await work.ShowAsync(row.Number, partner, row.State, row.EventAt, seq);
    }

    static string Difference(DossierRow here, DossierRow there) => string.Join(", ", new (string Name, string Here, string There)[]
    {
        ("state", $"{here.State}", $"{there.State}"), ("version", $"{here.Version}", $"{there.Version}"),
        ("lltpId", here.LltpId ?? "", there.LltpId ?? here.LltpId ?? ""),
        ("certificateNo", here.CertificateNo ?? "", there.CertificateNo ?? here.CertificateNo ?? ""),
    }.Where(field => field.Here != field.There).Select(field => $"{field.Name} {field.Here} <> {field.There}"));

    DossierRow Usual()
    {
        var now = clock.GetUtcNow();
        return new() { Province = province.Value.Code, Profile = province.Value.At(now).Profile, ReceivedAt = now.Ms() };
    }

    sealed record Result(string? Text)
    {
        public static Result Of(string? text) => new(text);
    }
}

/// <summary>What became of the lines of a file.</summary>
/// <param name="Lines">All but the head.</param>
/// <param name="Taken">Taken over now, or in a dry run: would be.</param>
/// <param name="Known">Here already, and the same.</param>
/// <param name="Remarks">Lines that were not taken, and why; or where this hub and the file differ.</param>
public sealed record TransferReport(int Lines, int Taken, int Known, IReadOnlyList<TransferRemark> Remarks);

/// <summary>One line that was not taken.</summary>
/// <param name="Line">Its place in the file, the head being 1.</param>
/// <param name="Dossier">Empty where it cannot be read.</param>
/// <param name="Reason">One word, explained in docs/connecting-a-province.md §6, or the fields that differ: here, there.</param>
public sealed record TransferRemark(int Line, string Dossier, string Reason);
