using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class CrossingTests
{
    [Fact]
    public async Task Of_a_withdrawal_and_a_certificate_that_cross_the_first_one_wins()
    {
        await using var hub = await TestHub.StartAsync();
        foreach (var number in Enumerable.Range(0, 20).Select(round => $"H56.14-260601-{round}"))
        {
            await hub.GivenInProcessAsync(number);

            var receipts = await Task.WhenAll(
                Task.Run(() => hub.SendAsync(Messages.FromTthc(EventKind.Withdrawn, Sample.Withdrawal(), number: number))),
                Task.Run(() => hub.SendAsync(Messages.FromLltp(EventKind.Issued, Sample.Issue(), number: number))));

            var lost = Assert.Single(receipts, receipt => receipt.Refusal is not null).Refusal?.Code;
            var expected = await hub.StateAsync(number) == DossierState.Withdrawn ? FailureCode.DossierClosed : FailureCode.NotAllowedNow;
            Assert.Equal(expected, lost);
        }
        Assert.Equal(20, (await hub.RefusalsAsync()).Count(refusal => refusal.Bytes is { Length: > 0 }));
    }

    [Fact]
    public async Task A_certificate_for_a_withdrawn_dossier_is_kept_for_people_and_never_forwarded()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Withdrawal());

        var receipt = await hub.SendAsync(Messages.Certificate());
        await hub.DeliverAllAsync();

        Assert.Equal(FailureCode.DossierClosed, receipt.Refusal?.Code);
        Assert.NotNull(Assert.Single(await hub.RefusalsAsync()).Bytes);
        Assert.Equal([nameof(WorkItemKind.ClosedDossier)], await hub.WorkItemsAsync());
        Assert.DoesNotContain(MessageKind.TthcCertificate, hub[Partner.Tthc].Kinds);
        Assert.DoesNotContain(MessageKind.VneidResult, hub[Partner.Vneid].Kinds);
    }

    [Fact]
    public async Task A_look_up_result_for_a_stopped_dossier_is_kept_for_people_and_never_forwarded()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.FromLltp(EventKind.Stopped, Sample.Stop()));

        var receipt = await hub.SendAsync(Messages.FromV06(Sample.LookupAnswer(request)));
        await hub.DeliverAllAsync();

        Assert.Equal(FailureCode.DossierClosed, receipt.Refusal?.Code);
        Assert.Equal([nameof(WorkItemKind.ClosedDossier)], await hub.WorkItemsAsync());
        Assert.DoesNotContain(MessageKind.LltpLookupResult, hub[Partner.Lltp].Kinds);
    }

    [Fact]
    public async Task A_certificate_waits_while_the_citizen_supplements()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.SupplementRequest());

        var receipt = await hub.SendAsync(Messages.Certificate());

        Assert.Equal(FailureCode.SupplementPending, receipt.Refusal?.Code);
        Assert.NotNull(Assert.Single(await hub.RefusalsAsync()).Bytes);
        Assert.Equal(DossierState.SupplementAsked, await hub.StateAsync());
    }

    [Fact]
    public async Task A_look_up_result_is_taken_and_forwarded_while_the_citizen_supplements()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.SupplementRequest(), Messages.FromV06(Sample.LookupAnswer(request)));
        await hub.DeliverAllAsync();

        Assert.Equal(MessageKind.LltpLookupResult, hub[Partner.Lltp].Kinds.Last());
        Assert.Equal((DossierState.SupplementAsked, 8), (await hub.StateAsync(), (await hub.DossierAsync()).Step));
    }

    [Theory]
    [InlineData("Nguyễn Văn Thử", LookupState.Answered, 1), InlineData("Nguyễn Văn Khác", LookupState.Superseded, 0)]
    public async Task A_look_up_result_for_an_older_version_is_forwarded_only_while_the_person_is_the_same(
        string name, string state, int forwarded)
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await GivenNextVersionAsync(hub, name);

        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request)));
        await hub.DeliverAllAsync();

        Assert.Equal(state, (await hub.LookupAsync(request)).State);
        Assert.Equal(forwarded, hub[Partner.Lltp].Kinds.Count(kind => kind == MessageKind.LltpLookupResult));
        Assert.Contains("LookupAnswered", await hub.EventsAsync());
    }

    [Fact]
    public async Task A_record_of_somebody_else_does_not_move_the_due_date_behind_the_displays()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await GivenNextVersionAsync(hub, "Nguyễn Văn Khác");
        var before = (await hub.DossierAsync()).DueDate;

        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request, LookupResult.Found)));

        Assert.Equal(before, (await hub.DossierAsync()).DueDate);
    }

    static async Task GivenNextVersionAsync(TestHub hub, string name)
    {
        await hub.TakesAsync(Messages.SupplementRequest());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(
            Messages.FromVneid(Sample.Application(name: name, purpose: "2")), Messages.Acceptance());
        await hub.DeliverAllAsync();
    }
}

[OnPostgres]
public sealed class CrossingTestsOnPostgres : CrossingTests;
