using LLTP.Hub.Core;
using LLTP.Hub.Tests.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges.Kills;

/// <summary>A real hub process on PostgreSQL dies exactly at one durable step, and is started again.</summary>
public sealed class KillPointTests
{
    static readonly string[] All =
    [
        KillPoint.AcceptCommitted, KillPoint.DeliverSent, KillPoint.RecordCommitted, KillPoint.AcceptDeciding, KillPoint.AcceptAnswering,
        KillPoint.ClaimCommitted, KillPoint.DeliverPrepared, KillPoint.RecordDeciding,
    ];

    /// <summary>The short run takes those after which the most is undone; the demo dies at all of them on the embedded store.</summary>
    public static TheoryData<string> Points => [.. All.Take(Full.Or(All.Length, 3))];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_dossier_whose_hub_dies_at_any_step_is_neither_lost_nor_doubled(string point)
    {
        await using var trial = await KillTrial.StartAsync(onPostgres: true, $"{point}:1");
        var request = await trial.Hub.RequestAsync();

        await trial.SubmitAsync(request.Bytes());
        // Deliveries die after the answer, or before it.
        if (trial.Hub.Settings["KillAt"].Length > 0)
            await trial.ComesBackAsync();
        (await trial.Hub.SubmitAsync(request.Bytes())).IsYes();
        await trial.UntilIsAsync(1, "SELECT count(*) FROM delivery WHERE partner = 'tthc' AND state = 'Delivered'");

        Assert.Equal([request.Number()], trial.Effects);
        Assert.Equal(1, await trial.CountAsync("SELECT count(*) FROM dossier_version"));
        Assert.Equal(2, await trial.CountAsync("SELECT count(*) FROM delivery"));
        Assert.Equal(1, await trial.CountAsync("SELECT count(*) FROM event WHERE kind = 'Submitted'"));
        Assert.Equal(1, await trial.CountAsync("SELECT count(*) FROM event WHERE kind = 'DeliveryDelivered'"));
    }
}
