using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class ReissueTests
{
    const string First = "123/2026/LLTP-01";
    const string Second = "124/2026/LLTP-01";

    [Fact]
    public async Task A_new_certificate_is_linked_to_the_old_one_and_both_are_kept()
    {
        await using var hub = await DecisionTests.GivenIssuedAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision()), Reissue());
        await hub.DeliverAllAsync();

        Assert.Equal(
            [(First, CertificateStatus.Revoked, null, Second), (Second, CertificateStatus.InForce, First, null)],
            (await hub.ReadAsync(work => work.CertificatesAsync(Sample.Number))).Select(row => (row.Number, row.Status, row.Replaces, row.ReplacedBy)));
        var issue = Assert.IsType<Issue>(await hub[Partner.Tthc].Of(MessageKind.TthcCertificate).Last().Source.Content(CancellationToken.None));
        Assert.Equal((Second, First), (issue.Certificate.Number, issue.Replaces));
        Assert.Equal($"Phiếu lý lịch tư pháp số {Second} được cấp thay Phiếu số {First}", hub[Partner.Dvcqg].Sent.Last().Dossier.Reason);
    }

    [Fact]
    public async Task Without_a_decision_the_old_one_is_replaced()
    {
        await using var hub = await DecisionTests.GivenIssuedAsync();

        await hub.TakesAsync(Reissue());

        Assert.Equal(
            [CertificateStatus.Replaced, CertificateStatus.InForce],
            (await hub.ReadAsync(work => work.CertificatesAsync(Sample.Number))).Select(row => row.Status));
    }

    [Fact]
    public async Task At_9_before_vneid_has_the_first_one_it_gets_the_first_the_decision_and_the_second_in_this_order()
    {
        await using var hub = await GivenFinishedAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision()), Reissue());
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();

        Assert.Equal(["9 " + First, "9 decision", "9 " + Second, "10 " + Second], await ToldAsync(hub));
        Assert.Equal(10, await hub.ShownAsync(Partner.Vneid));
    }

    [Theory]
    [InlineData(DecisionKind.Revocation), InlineData(DecisionKind.Cancellation)]
    public async Task At_9_without_a_new_one_state_10_comes_with_the_decision_and_never_with_the_certificate_again(DecisionKind kind)
    {
        await using var hub = await GivenFinishedAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision(kind)));
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();

        Assert.Equal(["9 " + First, "9 decision", "10 decision"], await ToldAsync(hub));
        Assert.Equal((10, 10), (await hub.ShownAsync(Partner.Vneid), await hub.ShownAsync(Partner.Dvcqg)));
    }

    [Fact]
    public async Task A_corrected_certificate_stays_in_force_and_comes_with_10()
    {
        await using var hub = await GivenFinishedAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision(DecisionKind.Correction)));
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();

        Assert.Equal(["9 " + First, "9 decision", "10 " + First], await ToldAsync(hub));
    }

    [Fact]
    public async Task Vneid_saying_that_it_cannot_update_is_never_taken_for_having_the_new_certificate()
    {
        await using var hub = await DecisionTests.GivenIssuedAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không thể cập nhật lên trạng thái Đã trả kết quả"));

        await hub.TakesAsync(Reissue());
        await hub.DeliverAllAsync();

        Assert.Equal(DeliveryState.Parked, (await hub.DeliveriesAsync(MessageKind.VneidResult))[^1].State);
        Assert.Equal([nameof(WorkItemKind.PartnerConflict)], await DecisionTests.TasksAsync(hub));
    }

    [Fact]
    public async Task Handing_over_does_not_prove_that_a_new_certificate_on_its_way_has_arrived()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync(paper: true);
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        await hub.TakesAsync(Reissue());
        hub[Partner.Tthc].Replies(Scripts.Silence);
        await hub.DeliverAllAsync(Partner.Tthc);

        await hub.TakesAsync(Messages.FromTthc(EventKind.HandedOver, Sample.HandOver()));

        Assert.NotEqual(DeliveryState.Delivered, (await hub.DeliveriesAsync(MessageKind.TthcCertificate))[^1].State);
    }

    [Fact]
    public async Task A_certificate_that_replaces_one_of_another_dossier_is_refused_and_put_before_people()
    {
        await using var hub = await DecisionTests.GivenIssuedAsync();

        var receipt = await hub.SendAsync(Messages.FromLltp(EventKind.Reissued, Sample.Issue(Second, "999/2026/LLTP-01")));

        Assert.Equal(FailureCode.UnknownCertificate, receipt.Refusal?.Code);
        Assert.Equal([nameof(WorkItemKind.UnknownCertificate)], await DecisionTests.TasksAsync(hub));
        Assert.NotNull(Assert.Single(await hub.RefusalsAsync()).Bytes);
        Assert.Equal(First, (await hub.DossierAsync()).CertificateNo);
    }

    static Incoming Reissue() => Messages.FromLltp(EventKind.Reissued, Sample.Issue(Second, First));

    /// <summary>At 9, and what VNeID got of the certificate is not known.</summary>
    static async Task<TestHub> GivenFinishedAsync()
    {
        var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        hub[Partner.Vneid].Replies(Scripts.Unavailable);
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        Assert.Equal(DossierState.Finished, await hub.StateAsync());
        return hub;
    }

    /// <summary>What VNeID was told with states 9 and 10, without the attempt that it did not take.</summary>
    static async Task<IReadOnlyList<string>> ToldAsync(TestHub hub)
    {
        var told = new List<string>();
        foreach (var sent in hub[Partner.Vneid].Sent.Where(sent => sent.Dossier.State >= 9).Skip(1))
            told.Add($"{sent.Dossier.State} {(await sent.Source.Content(CancellationToken.None) is Issue issue ? issue.Certificate.Number : "decision")}");
        return told;
    }
}

[OnPostgres]
public sealed class ReissueTestsOnPostgres : ReissueTests;
