using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class DecisionTests
{
    [Theory]
    [InlineData(DecisionKind.Supplement, CertificateStatus.Supplemented), InlineData(DecisionKind.Correction, CertificateStatus.Corrected)]
    [InlineData(DecisionKind.Revocation, CertificateStatus.Revoked), InlineData(DecisionKind.Cancellation, CertificateStatus.Cancelled)]
    public async Task A_decision_of_tthc_is_told_to_vneid_the_software_and_the_portal_and_marks_the_certificate(DecisionKind kind, string status)
    {
        await using var hub = await GivenIssuedAsync();

        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision(kind)));
        await hub.DeliverAllAsync();

        Assert.Equal((MessageKind.VneidDecision, 10), (hub[Partner.Vneid].Kinds.Last(), hub[Partner.Vneid].States.Last()));
        Assert.Equal(MessageKind.LltpDecision, hub[Partner.Lltp].Kinds.Last());
        Assert.Equal([MessageKind.DvcqgDossier, MessageKind.DvcqgProgress], hub[Partner.Dvcqg].Kinds.TakeLast(2));
        Assert.DoesNotContain(MessageKind.TthcDecision, hub[Partner.Tthc].Kinds);
        Assert.Equal(DossierState.HandedOver, await hub.StateAsync());
        var certificate = Assert.Single(await hub.ReadAsync(work => work.CertificatesAsync(Sample.Number)));
        Assert.Equal((status, Sample.Issue().Certificate.Pdf.Sha256), (certificate.Status, certificate.Sha256));
    }

    [Fact]
    public async Task A_decision_of_the_software_is_told_to_tthc_instead()
    {
        await using var hub = await GivenIssuedAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision()));
        await hub.DeliverAllAsync();

        Assert.Equal(MessageKind.TthcDecision, hub[Partner.Tthc].Kinds.Last());
        Assert.DoesNotContain(MessageKind.LltpDecision, hub[Partner.Lltp].Kinds);
        var decision = Assert.IsType<CertificateDecision>(await hub[Partner.Vneid].Sent.Last().Source.Content(CancellationToken.None));
        Assert.Equal(Sample.Decision(), decision);
    }

    [Fact]
    public async Task What_displays_say_of_it_names_the_certificate_and_the_decision()
    {
        await using var hub = await GivenIssuedAsync();

        await hub.TakesAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision()));
        await hub.DeliverAllAsync();

        Assert.Equal(
            "Thu hồi Phiếu lý lịch tư pháp số 123/2026/LLTP-01 theo Quyết định số 45/QĐ-STP ngày 10/06/2026: Thông tin án tích không đúng",
            hub[Partner.Dvcqg].Sent.Last().Dossier.Reason);
    }

    [Fact]
    public async Task Both_partners_reporting_one_decision_have_it_told_once()
    {
        await using var hub = await GivenIssuedAsync();
        var first = await hub.SendAsync(Messages.FromLltp(EventKind.Decided, Sample.Decision()));

        var second = await hub.SendAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision() with { Summary = "Theo báo cáo" }));
        await hub.DeliverAllAsync();

        Assert.Equal((first.Answer, true), (second.Answer, second.Repeated));
        Assert.Single(hub[Partner.Vneid].Of(MessageKind.VneidDecision));
        Assert.DoesNotContain(MessageKind.LltpDecision, hub[Partner.Lltp].Kinds);
    }

    [Fact]
    public async Task One_number_is_one_decision()
    {
        await using var hub = await GivenIssuedAsync();
        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision()));

        var other = await hub.SendAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision(DecisionKind.Correction)));

        Assert.Equal(FailureCode.ContentConflict, other.Refusal?.Code);
    }

    [Fact]
    public async Task A_supplement_after_a_revocation_does_not_bring_the_certificate_back()
    {
        await using var hub = await GivenIssuedAsync();
        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision()));

        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision(DecisionKind.Supplement, number: "46/QĐ-STP")));

        Assert.Equal(CertificateStatus.Revoked, Assert.Single(await hub.ReadAsync(work => work.CertificatesAsync(Sample.Number))).Status);
        Assert.Equal(2, (await hub.ReadAsync(work => work.DecisionsAsync(Sample.Number))).Count);
    }

    [Fact]
    public async Task Vneid_saying_that_it_cannot_update_is_never_taken_for_having_the_decision()
    {
        await using var hub = await GivenIssuedAsync();
        hub[Partner.Vneid].Replies(Scripts.Said("01", "Không thể cập nhật lên trạng thái Đã trả kết quả"));

        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision()));
        await hub.DeliverAllAsync();

        var told = await hub.OnlyAsync(MessageKind.VneidDecision);
        Assert.Equal((DeliveryState.Parked, nameof(WorkItemKind.PartnerConflict)), (told.State, told.Reason));
    }

    [Fact]
    public async Task What_happens_in_one_second_has_lines_of_different_seconds_at_the_portal()
    {
        await using var hub = await GivenIssuedAsync();

        await hub.TakesAsync(
            Messages.FromTthc(EventKind.Decided, Sample.Decision()),
            Messages.FromLltp(EventKind.Reissued, Sample.Issue("124/2026/LLTP-01", "123/2026/LLTP-01")));
        await hub.DeliverAllAsync();

        var lines = hub[Partner.Dvcqg].Of(MessageKind.DvcqgProgress).Where(sent => sent.Dossier.State == 10)
            .Select(sent => sent.Dossier.At.ToUnixTimeSeconds()).ToList();
        Assert.Equal((3, 3), (lines.Count, lines.Distinct().Count()));
    }

    [Fact]
    public async Task The_times_at_which_the_dossier_ended_stay_what_they_were()
    {
        await using var hub = await GivenIssuedAsync();
        hub.Clock.Advance(TimeSpan.FromDays(40));

        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision() with { At = hub.Clock.GetUtcNow() }));
        await hub.DeliverAllAsync();

        var told = hub[Partner.Dvcqg].Of(MessageKind.DvcqgDossier).Last().Dossier;
        Assert.Equal(TimeSpan.FromDays(40), (told.At - told.FinishedAt)?.Days is { } days ? TimeSpan.FromDays(days) : default);
        Assert.NotNull(told.HandedOverAt);
    }

    [Fact]
    public async Task Behind_a_contract_that_tells_nothing_a_decision_of_tthc_has_the_software_asked_at_once_and_often()
    {
        await using var hub = await TestHub.StartWithAsync([new ScriptedPartner(Partner.Lltp, capabilities: Capabilities.Poll)]);
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        hub.Clock.Advance(TimeSpan.FromDays(3));

        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision()));

        var now = hub.Clock.GetUtcNow().Ms();
        var due = Assert.Single(await hub.Database.WriteAsync(work => work.ClaimPollsAsync(10, now, now + 1000), CancellationToken.None));
        Assert.Equal((true, now), (due.Awaits, due.Since));
    }

    [Fact]
    public async Task A_decision_that_the_software_only_shows_is_put_before_people_once()
    {
        await using var hub = await GivenIssuedAsync();
        var (certificate, file) = (Sample.Issue().Certificate.Number, Sample.Decision().File.Sha256);

        for (var times = 0; times < 2; times++)
            await hub.Get<UnreportedDecisions>().NoteAsync(Sample.Number, certificate, file, CancellationToken.None);

        Assert.Equal([nameof(WorkItemKind.UnreportedDecision)], await TasksAsync(hub));
    }

    [Fact]
    public async Task A_decision_that_tthc_has_reported_is_no_news_when_the_software_shows_it()
    {
        await using var hub = await GivenIssuedAsync();
        await hub.TakesAsync(Messages.FromTthc(EventKind.Decided, Sample.Decision()));

        var noted = await hub.Get<UnreportedDecisions>().NoteAsync(
            Sample.Number, Sample.Issue().Certificate.Number, Sample.Decision().File.Sha256, CancellationToken.None);

        Assert.Equal(0, noted);
        Assert.DoesNotContain(nameof(WorkItemKind.UnreportedDecision), await TasksAsync(hub));
    }

    /// <summary>What waits for people, beside the doubt about the sample's date.</summary>
    public static async Task<IEnumerable<string>> TasksAsync(TestHub hub) =>
        (await hub.WorkItemsAsync()).Where(kind => kind != nameof(WorkItemKind.CertificateDoubt));

    public static async Task<TestHub> GivenIssuedAsync()
    {
        var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();
        Assert.Equal(DossierState.HandedOver, await hub.StateAsync());
        return hub;
    }
}

[OnPostgres]
public sealed class DecisionTestsOnPostgres : DecisionTests;
