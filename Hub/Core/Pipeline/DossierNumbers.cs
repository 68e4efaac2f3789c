using System.Data.Common;
using System.Globalization;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Gives dossiers their numbers: {unit}-{yyMMdd}-{counter}, day of Asia/Ho_Chi_Minh, or those of TTHC; durable before the answer.</summary>
public sealed class DossierNumbers(
    Database database, IOptions<NumberOptions> numbers, IOptions<ProvinceOptions> province, TthcNumbers tthc, Admission admission,
    CoreLog log, TimeProvider clock)
{
    /// <summary>A number, or why there is none now.</summary>
    public async Task<GivenNumber> NextAsync(CancellationToken cancellation)
    {
        if (admission.Refusal is { } full)
            return new(null, full);
        using var commit = admission.Committing();
        try
        {
            var number = numbers.Value.Allocator == NumberAllocator.Tthc ? await AskAsync(cancellation) : await AllocateAsync(cancellation);
            return number is null ? new(null, Failure.Of(FailureCode.NoNumber)) : new(number, null);
        }
        catch (DbException failure)
        {
            log.NotStorable("vneid.LayMaHoSo", failure.ErrorCode);
            return new(null, Failure.Of(FailureCode.NotStorable));
        }
    }

    /// <summary>One fetched ahead, or else one that TTHC gives now; recorded before it is handed on. Null as well when TTHC gives one again.</summary>
    async Task<string?> AskAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().Ms();
        if (numbers.Value.Pool > 0 && await database.WriteAsync(work => TakeAsync(work, now), cancellation) is { Number: { } pooled })
            return pooled;
        return await tthc.AskAsync(cancellation) is { } given
            && await database.WriteAsync(work => work.RecordForeignNumberAsync(given, now), cancellation) == 1
            ? given : null;
    }

    static async Task<GivenNumber> TakeAsync(Work work, long now) =>
        await work.TakePooledAsync(DossierNumber.DayOf(Clock.Vietnam(now))) is { } ready && await work.RecordForeignNumberAsync(ready, now) == 1
            ? new(ready, null) : new(null, null);

    Task<string> AllocateAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().Ms();
        var day = Clock.Vietnam(now).ToString("yyMMdd", CultureInfo.InvariantCulture);
        var unit = province.Value.At(Clock.Time(now)).UnitId;
        return database.WriteAsync(async work =>
        {
            var counter = await work.NextNumberAsync(unit, day, numbers.Value.First ?? 1);
            var number = string.Create(CultureInfo.InvariantCulture, $"{unit}-{day}-{counter:0000}");
            await work.RecordNumberAsync(number, now);
            return number;
        }, cancellation);
    }
}

/// <summary>A dossier number, or why none can be given now.</summary>
public sealed record GivenNumber(string? Number, Failure? Refusal);
