using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class ConflictTests
{
    [Fact]
    public async Task The_same_identity_with_other_content_is_refused_kept_and_shown_to_people()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application(), Messages.FromTthc(EventKind.Withdrawn, Sample.Withdrawal(), "k"));
        var other = Messages.FromTthc(EventKind.Withdrawn, Sample.Withdrawal("Lý do khác"), "k");

        var receipt = await hub.SendAsync(other);

        Assert.Equal(FailureCode.ContentConflict, receipt.Refusal?.Code);
        Assert.Equal(other.Original.ToArray(), Assert.Single(await hub.RefusalsAsync()).Bytes);
        Assert.Equal([nameof(WorkItemKind.ContentConflict)], await hub.WorkItemsAsync());
        Assert.Equal(["Submitted", "Withdrawn", "MessageRefused"], await hub.EventsAsync());
    }

    [Fact]
    public async Task One_idempotency_key_cannot_stand_for_two_dossiers()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.FromVneid(Sample.Application("A")), Messages.FromVneid(Sample.Application("B")));
        await hub.TakesAsync(Messages.FromTthc(EventKind.Withdrawn, Sample.Withdrawal(), "k", "A"));

        var receipt = await hub.SendAsync(Messages.FromTthc(EventKind.Withdrawn, Sample.Withdrawal(), "k", "B") with { ContentHash = "B" });

        Assert.Equal(FailureCode.ContentConflict, receipt.Refusal?.Code);
        Assert.Equal(DossierState.Registered, await hub.StateAsync("B"));
    }

    [Fact]
    public async Task Other_content_for_a_dossier_that_waits_for_no_supplement_is_refused_and_kept()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        var other = Messages.Supplement();

        var receipt = await hub.SendAsync(other);

        Assert.Equal(FailureCode.NotAllowedNow, receipt.Refusal?.Code);
        Assert.Contains("không thể cập nhật", receipt.Refusal?.Detail, StringComparison.Ordinal);
        Assert.Equal(other.Original.ToArray(), Assert.Single(await hub.RefusalsAsync()).Bytes);
        Assert.Equal(1, (await hub.DossierAsync()).Version);
    }

    [Fact]
    public async Task A_refused_event_may_be_sent_again_when_its_time_has_come()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.TakesAsync(Messages.Application());
        var asked = Messages.LookupRequest();
        Assert.Equal(FailureCode.NotAllowedNow, (await hub.SendAsync(asked)).Refusal?.Code);

        await hub.TakesAsync(Messages.Acceptance());
        await hub.DeliverAllAsync();

        Assert.Null((await hub.SendAsync(asked)).Refusal);
    }

    [Fact]
    public async Task An_event_for_a_dossier_that_nobody_sent_is_refused_and_kept()
    {
        await using var hub = await TestHub.StartAsync();

        var receipt = await hub.SendAsync(Messages.Acceptance());

        Assert.Equal(FailureCode.UnknownDossier, receipt.Refusal?.Code);
        Assert.NotNull(Assert.Single(await hub.RefusalsAsync()).Bytes);
    }

    [Fact]
    public async Task A_number_that_the_hub_did_not_give_is_refused_where_the_hub_gives_the_numbers()
    {
        await using var hub = await TestHub.StartAsync(("Numbers:Allocator", "Hub"));
        var given = await hub.Get<DossierNumbers>().NextAsync(CancellationToken.None);

        var other = await hub.SendAsync(Messages.FromVneid(Sample.Application("H56.14-260601-4711")));

        await hub.TakesAsync(Messages.FromVneid(Sample.Application(given.Number ?? "")));
        Assert.Equal(FailureCode.NumberNotIssued, other.Refusal?.Code);
    }
}

[OnPostgres]
public sealed class ConflictTestsOnPostgres : ConflictTests;
