using System.Data.Common;
using System.Globalization;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Gives dossiers their numbers: {unit}-{yyMMdd}-{counter}, day of Asia/Ho_Chi_Minh, durable before the answer.</summary>
public sealed class DossierNumbers(
    Database database, IOptions<NumberOptions> numbers, IOptions<ProvinceOptions> province, Admission admission,
    CoreLog log, TimeProvider clock)
{
    /// <summary>Null when the store cannot keep a number now.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellation)
    {
        if (admission.Refusal is not null)
            return null;
        using var commit = admission.Committing();
        try
        {
            return await AllocateAsync(cancellation);
        }
        catch (DbException failure)
        {
            log.NotStorable("vneid.LayMaHoSo", failure.ErrorCode);
            return null;
        }
    }

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
