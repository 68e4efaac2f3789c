using LLTP.Hub.Core;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class DossierNumbersOnSqlite : DossierNumberTests
{
    protected override Task<TestDatabase> CreateAsync() => TestDatabase.SqliteAsync();
}

public abstract class DossierNumberTests : StoreSuite
{
    readonly ManualClock clock = new();

    [Fact]
    public async Task A_number_has_unit_day_and_counter_from_the_configured_first() =>
        Assert.Equal("H56.14-260601-5001", await NextAsync());

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        var before = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => NextAsync())));
        await Data.ReopenAsync();
        var after = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => NextAsync())));

        Assert.Equal(Enumerable.Range(5001, 100).Select(counter => $"H56.14-260601-{counter}"), before.Order().Concat(after.Order()));
    }

    [Fact]
    public async Task The_counter_starts_anew_with_the_day_of_vietnam()
    {
        clock.Set(new(2026, 6, 1, 16, 59, 59, TimeSpan.Zero));
        await NextAsync();

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("H56.14-260602-5001", await NextAsync());
    }

    [Fact]
    public async Task The_counter_may_grow_beyond_four_digits()
    {
        await NextAsync(9999);

        Assert.Equal("H56.14-260601-10000", await NextAsync(9999));
    }

    [Fact]
    public async Task The_counter_has_at_least_four_digits() => Assert.Equal("H56.14-260601-0007", await NextAsync(7));

    [Fact]
    public async Task A_number_that_was_given_is_known_at_once()
    {
        var number = await NextAsync();

        Assert.True(await ReadAsync(work => work.WasIssuedAsync(number)));
        Assert.False(await ReadAsync(work => work.WasIssuedAsync("H56.14-260601-4000")));
    }

    [Fact]
    public async Task A_number_that_cannot_be_kept_is_not_given()
    {
        await WriteAsync(work => work.ExecuteAsync("DROP TABLE number_issued"));

        Assert.Equal("none", await NextAsync());
    }

    async Task<string> NextAsync(long first = 5001)
    {
        var numbers = Options.Create(new NumberOptions { First = first });
        var province = Options.Create(new ProvinceOptions { UnitId = "H56.14" });
        var log = new CoreLog(NullLogger<CoreLog>.Instance);
        var pressure = new Pressure(Options.Create(new PressureOptions()), () => null, clock);
        var admission = new Admission(pressure, new(new Alone(clock), clock));
        var tthc = new TthcNumbers(new PartnerRegistry([]), numbers, clock);
        var given = await new DossierNumbers(Data.Database, numbers, province, tthc, admission, log, clock).NextAsync(CancellationToken.None);
        return given.Number ?? "none";
    }
}

public sealed class DossierNumbersOnPostgres : DossierNumberTests
{
    protected override Task<TestDatabase> CreateAsync() => TestDatabase.PostgresAsync();
}
