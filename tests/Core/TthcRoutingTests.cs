using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Options;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Several TTHC systems in one province.</summary>
public sealed class TthcRoutingTests
{
    const string Old = "tthc:cu";

    static readonly (string, string)[] OldProvince = [("Partners:Tthc:Routes:0:Province", "38"), ("Partners:Tthc:Routes:0:System", "cu")];

    static readonly TthcRouting Routing = new(Options.Create(new TthcRoutingOptions
    {
        Routes =
        [
            new() { Unit = "H56.14", To = "2026-05-31", System = "cu" },
            new() { Unit = "H57", System = "hai" },
            new() { Province = "36", From = "2026-06-01", System = "nam-dinh" },
        ],
    }));

    [Theory]
    [InlineData("H56.14-260531-0001", null, "38", 31, "tthc:cu"), InlineData("H56.14-260601-0001", null, "38", 1, "tthc")]
    [InlineData("H57.3-260601-0001", null, "38", 1, "tthc:hai"), InlineData("H571-260601-0001", null, "38", 1, "tthc")]
    [InlineData("H56.14-260601-0001", "H57.1", "38", 1, "tthc:hai"), InlineData("H99-260601-0001", null, "036", 1, "tthc:nam-dinh")]
    [InlineData("H99-260601-0001", null, "36", 31, "tthc")]
    public void The_first_route_that_fits_and_holds_that_day_decides(string number, string? unit, string province, int day, string expected)
    {
        var application = Sample.Application(number) with { ProvinceCode = province, Receipt = unit is null ? null : new() { UnitCode = unit } };

        Assert.Equal(expected, Routing.HolderOf(application, day == 31 ? new(2026, 5, 31) : new(2026, 6, 1)));
    }

    [Fact]
    public async Task Deliveries_go_to_the_system_that_holds_the_dossier()
    {
        await using var hub = await TestHub.StartWithAsync([Second()], OldProvince);
        await hub.TakesAsync(Messages.Application());
        await hub.DeliverAllAsync([.. Partner.All, Old]);
        await hub.TakesAsync(Messages.Acceptance() with { System = Old });
        await hub.DeliverAllAsync([.. Partner.All, Old]);

        Assert.Equal([MessageKind.TthcDossier, MessageKind.TthcProgress], hub[Old].Kinds);
        Assert.Empty(hub[Partner.Tthc].Sent);
        Assert.Equal((4, null), (await hub.ShownAsync(Old), await hub.ShownAsync(Partner.Tthc)));
    }

    [Fact]
    public async Task A_system_sees_the_dossiers_that_it_holds_and_no_others()
    {
        await using var hub = await TestHub.StartWithAsync([Second()], OldProvince);
        await hub.TakesAsync(Messages.Application());

        Assert.Equal(FailureCode.UnknownDossier, (await hub.SendAsync(Messages.Acceptance() with { System = Partner.Tthc })).Refusal?.Code);
        Assert.Empty(await hub.Queries.ChangedAsync(DateTimeOffset.UnixEpoch, 0, 10, Partner.Tthc, CancellationToken.None));
        Assert.Single(await hub.Queries.ChangedAsync(DateTimeOffset.UnixEpoch, 0, 10, Old, CancellationToken.None));
        await hub.TakesAsync(Messages.Acceptance() with { System = Old });
    }

    [Fact]
    public async Task A_system_that_is_down_holds_up_its_own_dossiers_only()
    {
        const string other = "H57.1-260601-0001";
        await using var hub = await TestHub.StartWithAsync([Second()], [.. OldProvince, ("Partners:Tthc:Systems:cu:Breaker:Failures", "1")]);
        hub[Old].Replies(Scripts.Unavailable);
        await hub.TakesAsync(Messages.Application(), Messages.FromVneid(Sample.Application(other) with { ProvinceCode = "37" }));

        await hub.DeliverAllAsync(Partner.Tthc, Old);

        Assert.False((await hub.Queries.BreakersAsync(CancellationToken.None)).Single(breaker => breaker.Partner == Old).IsClosed);
        Assert.Equal(1, await hub.ShownAsync(Partner.Tthc, other));
    }

    [Theory]
    [InlineData("Routes:0:System", "cu", "neither Unit nor Province"), InlineData("Routes:0:From", "1/7/2025", "is no day")]
    public void A_route_that_decides_nothing_is_a_problem(string key, string value, string problem)
    {
        var route = key.EndsWith("From", StringComparison.Ordinal) ? new TthcRouteOptions { Unit = "H56", From = value } : new() { System = value };

        Assert.Contains(problem, Assert.Single(new TthcRoutingOptions { Routes = [route] }.Validate(new(route))).ErrorMessage);
    }

    static ScriptedPartner Second() => new(Old);
}
