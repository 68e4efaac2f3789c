using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public sealed class FullDiskTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_cannot_be_stored_now_is_left_to_its_sender_and_taken_when_there_is_room()
    {
        await using var hub = await TestHub.StartAsync();
        var large = Messages.FromVneid(Sample.Application(purpose: new string('x', 1 << 20)));
        await LimitAsync(hub, 1);

        var refused = await hub.SendAsync(large).WaitAsync(Patience);
        await LimitAsync(hub, 100_000);

        Assert.Equal(FailureCode.NotStorable, refused.Refusal?.Code);
        Assert.Null((await hub.SendAsync(large).WaitAsync(Patience)).Refusal);
    }

    [Fact]
    public async Task All_whom_a_full_disk_took_along_are_asked_to_come_back()
    {
        await using var hub = await TestHub.StartAsync();
        await LimitAsync(hub, 1);
        using var writer = new HeldWriter(hub.Database);
        var receipts = Task.WhenAll(Enumerable.Range(1, 5).Select(number =>
            hub.SendAsync(Messages.FromVneid(Sample.Application($"D{number}", purpose: new string('x', number << 18))))));

        writer.LetGo();

        Assert.All(await receipts.WaitAsync(Patience), receipt => Assert.Equal(FailureCode.NotStorable, receipt.Refusal?.Code));
    }

    static Task<int> LimitAsync(TestHub hub, int pages) => hub.Database.WriteAsync(
        work => work.ExecuteAsync($"PRAGMA max_page_count = {pages}"), CancellationToken.None).WaitAsync(Patience);
}
