using System.Text;
using LLTP.Hub.Core.CutOver;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

/// <summary>Dossiers that change systems on their way.</summary>
public class DossierTransferTests
{
    const string Head = "number,state,version,versionHash,lltpId,receivedAt,acceptedAt,dueDate,certificateNo\n";
    static readonly RepairAct Act = new("Trần Văn Trực", "Chuyển hệ thống");

    [Fact]
    public async Task A_dry_run_tells_what_a_file_would_do_and_writes_nothing()
    {
        await using var hub = await TestHub.StartAsync();

        var report = await ImportAsync(hub, Line(4) + "H56.14-260601-0009,2,1,,,,,,\n" + "khong,4,1,,,,,,\n", null);

        Assert.Equal((3, 1, 0), (report.Lines, report.Taken, report.Known));
        Assert.Equal([(3, "tooEarly"), (4, "number")], report.Remarks.Select(remark => (remark.Line, remark.Reason)));
        Assert.Empty(await hub.EventsAsync());
    }

    [Fact]
    public async Task What_is_taken_over_goes_on_as_far_as_it_can_and_the_rest_is_put_before_people()
    {
        await using var hub = await TestHub.StartAsync();
        Assert.Equal(1, (await ImportAsync(hub, Line(4), Act)).Taken);

        await hub.TakesAsync(Messages.Certificate());
        await hub.DeliverAllAsync();

        Assert.Equal(DossierState.HandedOver, await hub.StateAsync());
        Assert.Equal([MessageKind.VneidResult, MessageKind.VneidResult], hub[Partner.Vneid].Kinds);
        Assert.Contains(MessageKind.TthcCertificate, hub[Partner.Tthc].Kinds);
        Assert.All(hub[Partner.Dvcqg].Kinds, kind => Assert.Equal(MessageKind.DvcqgProgress, kind));
        Assert.Contains(nameof(WorkItemKind.TellByHand), await hub.WorkItemsAsync());
        Assert.Equal(10, await hub.ShownAsync(Partner.Vneid));
    }

    [Fact]
    public async Task A_supplement_brings_the_content_and_from_then_on_nothing_is_left_out()
    {
        await using var hub = await TestHub.StartAsync();
        await ImportAsync(hub, Line(5), Act);

        await hub.TakesAsync(Messages.Supplement());
        await hub.DeliverAllAsync();

        Assert.Equal((2, 1), ((await hub.DossierAsync()).Version, (await hub.DossierAsync()).State));
        Assert.Contains(MessageKind.TthcDossier, hub[Partner.Tthc].Kinds);
        Assert.Contains(MessageKind.DvcqgDossier, hub[Partner.Dvcqg].Kinds);
    }

    [Theory]
    [InlineData(4, 1), InlineData(5, 0)]
    public async Task Behind_a_contract_that_tells_nothing_its_result_is_asked_for_from_now_on(int state, int asked)
    {
        await using var hub = await TestHub.StartWithAsync([new ScriptedPartner(Partner.Lltp, capabilities: Capabilities.Poll)]);
        await ImportAsync(hub, Line(state), Act);

        var now = hub.Clock.GetUtcNow().Ms();

        Assert.Equal(asked, (await hub.Database.WriteAsync(work => work.ClaimPollsAsync(10, now, now + 1000), CancellationToken.None)).Count);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_state_is_told_as_a_difference()
    {
        await using var hub = await TestHub.StartAsync();
        await ImportAsync(hub, Line(4), Act);

        Assert.Equal((0, 1, 0), await CountAsync(hub, Line(4)));
        Assert.Equal((0, 0, 1), await CountAsync(hub, Line(5)));
        Assert.Equal(DossierState.InProcess, await hub.StateAsync());
        Assert.Equal([DossierTransfer.Imported], await hub.EventsAsync());
    }

    [Fact]
    public async Task What_goes_back_is_what_another_hub_takes_over()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.GivenInProcessAsync();
        await using var other = await TestHub.StartAsync();

        var csv = await hub.Get<DossierTransfer>().ExportAsync(CancellationToken.None);
        var report = await other.Get<DossierTransfer>().ImportAsync(csv, Act, CancellationToken.None);

        Assert.Equal((1, 1), (report.Lines, report.Taken));
        var (here, there) = (await hub.DossierAsync(), await other.DossierAsync());
        Assert.Equal(
            (here.State, here.Version, here.LltpId, here.AcceptedAt, here.DueDate, here.Profile),
            (there.State, there.Version, there.LltpId, there.AcceptedAt, there.DueDate, there.Profile));
        Assert.Equal(csv, await other.Get<DossierTransfer>().ExportAsync(CancellationToken.None));
    }

    static string Line(int state) => $"{Sample.Number},{state},1,,LLTP-77,2026-05-20T08:00,2026-05-20T09:00,2026-05-25,\n";

    static Task<TransferReport> ImportAsync(TestHub hub, string lines, RepairAct? act) =>
        hub.Get<DossierTransfer>().ImportAsync(Encoding.UTF8.GetBytes(Head + lines), act, CancellationToken.None);

    static async Task<(int Taken, int Known, int Remarks)> CountAsync(TestHub hub, string lines)
    {
        var report = await ImportAsync(hub, lines, Act);
        return (report.Taken, report.Known, report.Remarks.Count);
    }
}

[OnPostgres]
public sealed class DossierTransferTestsOnPostgres : DossierTransferTests;
