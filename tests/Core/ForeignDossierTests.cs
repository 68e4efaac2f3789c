using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Decisions about dossiers that the hub does not have, has no content of, or that have no certificate.</summary>
public class ForeignDossierTests
{
    [Theory]
    [InlineData(Partner.Tthc), InlineData(Partner.Lltp)]
    public async Task A_decision_about_an_unknown_dossier_is_refused_kept_and_put_before_people_once(string from)
    {
        await using var hub = await TestHub.StartAsync();

        var receipt = await hub.SendAsync(From(from, Sample.Decision()));
        await hub.SendAsync(From(from, Sample.Decision(number: "46/QĐ-STP")));

        Assert.Equal(FailureCode.UnknownDossier, receipt.Refusal?.Code);
        Assert.Equal([nameof(WorkItemKind.UnknownCertificate)], await DecisionTests.TasksAsync(hub));
        Assert.All(await hub.RefusalsAsync(), refusal => Assert.NotNull(refusal.Bytes));
    }

    [Fact]
    public async Task A_decision_about_a_certificate_that_the_dossier_does_not_have_is_refused()
    {
        await using var hub = await DecisionTests.GivenIssuedAsync();

        var receipt = await hub.SendAsync(From(Partner.Tthc, Sample.Decision(certificate: "999/2026/LLTP-01")));

        Assert.Equal(FailureCode.UnknownCertificate, receipt.Refusal?.Code);
        Assert.Equal([nameof(WorkItemKind.UnknownCertificate)], await DecisionTests.TasksAsync(hub));
    }

    [Fact]
    public async Task Before_the_issue_there_is_nothing_to_decide_about()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();

        Assert.Equal(FailureCode.NotAllowedNow, (await hub.SendAsync(From(Partner.Tthc, Sample.Decision()))).Refusal?.Code);
    }

    [Fact]
    public async Task A_decision_about_a_closed_dossier_is_refused_and_put_before_people()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await hub.TakesAsync(Messages.Withdrawal());

        Assert.Equal(FailureCode.DossierClosed, (await hub.SendAsync(From(Partner.Lltp, Sample.Decision()))).Refusal?.Code);
        Assert.Equal([nameof(WorkItemKind.ClosedDossier)], await DecisionTests.TasksAsync(hub));
    }

    [Fact]
    public async Task Of_an_erased_dossier_everything_is_told_that_needs_no_content_and_numbers_states_and_hashes_are_left()
    {
        await using var hub = await DecisionTests.GivenIssuedAsync();
        await EraseAsync(hub);

        await hub.TakesAsync(
            From(Partner.Tthc, Sample.Decision()),
            Messages.FromLltp(EventKind.Reissued, Sample.Issue("124/2026/LLTP-01", "123/2026/LLTP-01")));
        await hub.DeliverAllAsync();

        Assert.Equal([MessageKind.VneidDecision, MessageKind.VneidResult], hub[Partner.Vneid].Kinds.TakeLast(2));
        Assert.Equal([MessageKind.DvcqgProgress, MessageKind.DvcqgProgress], hub[Partner.Dvcqg].Kinds.TakeLast(2));
        Assert.Empty(await DecisionTests.TasksAsync(hub));
        var certificates = await hub.ReadAsync(work => work.CertificatesAsync(Sample.Number));
        Assert.Equal([CertificateStatus.Revoked, CertificateStatus.InForce], certificates.Select(row => row.Status));
        Assert.All(certificates, row => Assert.Equal(64, row.Sha256?.Length));
        Assert.Equal(64, Assert.Single(await hub.ReadAsync(work => work.DecisionsAsync(Sample.Number))).Sha256.Length);
    }

    [Fact]
    public async Task Of_an_imported_dossier_the_certificate_is_known_from_its_first_decision_on()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.Database.WriteAsync(async work =>
        {
            var row = new DossierRow { Number = Sample.Number, Province = "38", State = (int)DossierState.HandedOver, Step = 10, EventAt = Sample.Start.Ms() };
            return await work.InsertDossierAsync(row);
        }, CancellationToken.None);

        await hub.TakesAsync(From(Partner.Tthc, Sample.Decision()));
        await hub.DeliverAllAsync();

        Assert.Equal(
            (MessageKind.VneidDecision, MessageKind.LltpDecision, MessageKind.DvcqgProgress),
            (Assert.Single(hub[Partner.Vneid].Kinds), Assert.Single(hub[Partner.Lltp].Kinds), Assert.Single(hub[Partner.Dvcqg].Kinds)));
        var certificate = Assert.Single(await hub.ReadAsync(work => work.CertificatesAsync(Sample.Number)));
        Assert.Equal(("123/2026/LLTP-01", CertificateStatus.Revoked, null), (certificate.Number, certificate.Status, certificate.Sha256));
    }

    // What erasing leaves: no payload that the dossier's messages brought.
    static Task<int> EraseAsync(TestHub hub) => hub.Database.WriteAsync(work => work.ExecuteAsync(
        """
        DELETE FROM payload WHERE hash IN (SELECT content FROM dossier_version) OR hash IN (SELECT original FROM dossier_version)
        OR hash IN (SELECT content FROM event WHERE content IS NOT NULL) OR hash IN (SELECT original FROM event WHERE original IS NOT NULL)
        """), CancellationToken.None);

    static Incoming From(string partner, CertificateDecision decision) =>
        partner == Partner.Tthc ? Messages.FromTthc(EventKind.Decided, decision) : Messages.FromLltp(EventKind.Decided, decision);
}

[OnPostgres]
public sealed class ForeignDossierTestsOnPostgres : ForeignDossierTests;
