using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class JourneyTests
{
    [Fact]
    public async Task A_plain_dossier_goes_through_all_steps_and_all_displays_end_at_10()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request)), Messages.Certificate());
        await hub.DeliverAllAsync();

        Assert.Equal([2, 4, 9, 10], hub[Partner.Vneid].States);
        Assert.Equal([1, 2, 4, 9, 10], hub[Partner.Dvcqg].Of(MessageKind.DvcqgDossier).Select(sent => sent.Dossier.State));
        Assert.Equal([MessageKind.LltpDossier, MessageKind.LltpLookupResult], hub[Partner.Lltp].Kinds);
        foreach (var display in (string[])[Partner.Vneid, Partner.Tthc, Partner.Dvcqg])
            Assert.Equal(10, await hub.ShownAsync(display));
        Assert.Equal((DossierState.HandedOver, 10), (await hub.StateAsync(), (await hub.DossierAsync()).Step));
    }

    [Fact]
    public async Task With_paper_the_officer_hands_over()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync(paper: true);
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        Assert.Equal(DossierState.Finished, await hub.StateAsync());

        await hub.TakesAsync(Messages.FromTthc(EventKind.HandedOver, Sample.HandOver()));
        await hub.DeliverAllAsync();

        Assert.Equal([2, 4, 9, 10], hub[Partner.Vneid].States);
        Assert.Equal("2026-06-05", (await hub.DossierAsync()).DueDate);
    }

    [Fact]
    public async Task The_result_carries_the_certificate_with_9_and_with_10()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();

        var results = hub[Partner.Vneid].Of(MessageKind.VneidResult).ToList();

        Assert.Equal([9, 10], results.Select(result => result.Dossier.State));
        foreach (var result in results)
        {
            var issue = Assert.IsType<Issue>(await result.Source.Content(CancellationToken.None));
            var files = await result.Source.Files([issue.Certificate.Pdf], CancellationToken.None);
            Assert.Equal(Sample.Pdf, files(issue.Certificate.Pdf).ToArray());
        }
    }

    [Fact]
    public async Task A_reissue_tells_the_same_state_with_the_new_certificate()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Reissued, Sample.Issue("124/2026/LLTP-01", "123/2026/LLTP-01")));
        await hub.DeliverAllAsync();

        var result = hub[Partner.Vneid].Sent.Last();
        Assert.Equal(10, result.Dossier.State);
        Assert.Equal("124/2026/LLTP-01", Assert.IsType<Issue>(await result.Source.Content(CancellationToken.None)).Certificate.Number);
        Assert.Equal(("124/2026/LLTP-01", DossierState.HandedOver), ((await hub.DossierAsync()).CertificateNo, await hub.StateAsync()));
    }

    [Fact]
    public async Task A_verification_moves_the_due_date_and_vneid_hears_of_it_with_4_again()
    {
        await using var hub = await TestHub.StartAsync();
        var request = await hub.GivenLookupAsync();
        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request, LookupResult.Verifying)));
        await hub.TakesAsync(Messages.FromV06(Sample.LookupAnswer(request, LookupResult.None, answerNo: 2)));
        await hub.DeliverAllAsync();

        Assert.Equal(
            [(2, new(2026, 6, 4)), (4, new(2026, 6, 4)), (4, new DateOnly(2026, 6, 12))],
            hub[Partner.Vneid].Sent.Select(sent => (sent.Dossier.State, sent.Dossier.DueDate ?? default)));
        Assert.Equal(2, hub[Partner.Lltp].Kinds.Count(kind => kind == MessageKind.LltpLookupResult));
    }

    [Fact]
    public async Task The_date_of_tthc_is_kept_although_it_does_not_count()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(new(2026, 7, 1))));

        var dossier = await hub.DossierAsync();

        Assert.Equal(("2026-06-04", "2026-07-01"), (dossier.DueDate, dossier.TthcDueDate));
    }

    [Fact]
    public async Task Tthc_being_down_never_stops_an_intake()
    {
        await using var hub = await TestHub.StartAsync();
        hub[Partner.Tthc].Replies(Reply.NothingSent("refused"));

        await hub.TakesAsync(Messages.FromVneid(Sample.Application("A")), Messages.FromVneid(Sample.Application("B")));
        await hub.DeliverAllAsync();
        hub.Clock.Advance(TimeSpan.FromMinutes(1));
        await hub.DeliverAllAsync();

        Assert.Equal(["A", "B", "A"], hub[Partner.Tthc].Sent.Select(sent => sent.Dossier.Number));
    }

    [Fact]
    public async Task Changes_are_listed_in_the_order_in_which_they_happened()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.FromVneid(Sample.Application("A")), Messages.FromVneid(Sample.Application("B")));
        await hub.TakesAsync(Messages.FromTthc(EventKind.Accepted, Sample.Acceptance(), number: "A"));

        var changed = await hub.Queries.ChangedAsync(Sample.Start, 0, 10, null, CancellationToken.None);

        Assert.Equal(["B", "A"], changed.Select(row => row.Number));
        var later = await hub.Queries.ChangedAsync(Sample.Start, changed[0].ChangedSeq, 10, null, CancellationToken.None);
        Assert.Equal(["A"], later.Select(row => row.Number));
    }
}

[OnPostgres]
public sealed class JourneyTestsOnPostgres : JourneyTests;
