using System.Collections.Concurrent;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Microsoft.Extensions.Options;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class ResultPollingTests
{
    const int Waiting = 30;

    [Theory]
    [InlineData(200, Waiting), InlineData(5, 5), InlineData(8, 8)]
    public async Task So_many_are_asked_in_a_second_and_each_one_once(int perSecond, int asked)
    {
        await using var hub = await GivenWaitingAsync();
        var software = new Software(hub);

        Assert.Equal(asked, await Polling(hub, software, perSecond).RunAsync(CancellationToken.None));

        Assert.Equal(asked, software.Asked.Distinct().Count());
    }

    [Fact]
    public async Task However_many_are_due_what_a_node_takes_with_it_when_it_dies_is_due_again_after_two_time_limits()
    {
        await using var hub = await GivenWaitingAsync();
        var software = new Software(hub);

        await Polling(hub, software, 200).RunAsync(CancellationToken.None);

        var line = hub.Get<PipelineSettings>().DeliveryOf(Partner.Lltp);
        Assert.All(software.Leased, leased => Assert.InRange(leased.Count, 1, line.Concurrency));
        Assert.All(software.Leased.SelectMany(leased => leased), until => Assert.InRange(until, 1, (hub.Clock.GetUtcNow() + (line.Timeout * 2)).Ms()));
    }

    static ResultPolling Polling(TestHub hub, Software software, int perSecond) =>
        new(hub.Database, [software], hub.Get<PipelineSettings>(), Options.Create(new PollOptions { PerSecond = perSecond }));

    static async Task<TestHub> GivenWaitingAsync()
    {
        var hub = await TestHub.StartAsync();
        var now = hub.Clock.GetUtcNow().Ms();
        await hub.Database.WriteAsync(async work =>
        {
            for (var number = 0; number < Waiting; number++)
            {
                await work.InsertDossierAsync(new() { Number = $"H56.14-260601-{number:D4}", Version = 1, State = 4 });
                await work.PollFromAsync($"H56.14-260601-{number:D4}", now);
            }
            return true;
        }, CancellationToken.None);
        return hub;
    }

    /// <summary>Answers nothing new, and looks what is leased while it is asked.</summary>
    sealed class Software(TestHub hub) : IPollablePartner
    {
        public string Partner => LLTP.Hub.Core.Partners.Partner.Lltp;

        public ConcurrentBag<string> Asked { get; } = [];

        public ConcurrentBag<IReadOnlyList<long>> Leased { get; } = [];

        public async Task<bool> PollAsync(DossierRow dossier, CancellationToken cancellation)
        {
            Asked.Add(dossier.Number);
            var now = hub.Clock.GetUtcNow().Ms();
            Leased.Add(await hub.Database.ReadAsync(work => work.ListAsync<long>(
                "SELECT next_at FROM poll WHERE asked_at = @now AND answered_at IS NULL AND next_at > @now", new { now }), cancellation));
            return true;
        }
    }
}

[OnPostgres]
public sealed class ResultPollingTestsOnPostgres : ResultPollingTests;
