using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Core;

public class ObjectionTests
{
    static readonly Failure Objection = Failure.Of(FailureCode.CertificateRefused, "-");

    [Fact]
    public async Task What_a_door_objects_to_is_refused_and_kept()
    {
        await using var hub = await TestHub.StartAsync();

        var receipt = await hub.Pipeline.AcceptAsync(Messages.Application() with { Objection = Objection }, CancellationToken.None);

        Assert.Equal(FailureCode.CertificateRefused, receipt.Refusal?.Code);
        Assert.NotNull(Assert.Single(await hub.RefusalsAsync()).Bytes);
    }

    [Fact]
    public async Task What_was_accepted_once_keeps_its_answer_whatever_the_door_finds_later()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.Pipeline.AcceptAsync(Messages.Application(), CancellationToken.None);
        var act = Messages.Acceptance();
        var first = await hub.Pipeline.AcceptAsync(act, CancellationToken.None);

        var again = await hub.Pipeline.AcceptAsync(act with { Objection = Objection }, CancellationToken.None);

        Assert.NotNull(first.Answer);
        Assert.Equal((first.Answer.EventId, true), (again.Answer?.EventId, again.Repeated));
    }

    [Fact]
    public async Task What_a_door_found_stands_in_the_history()
    {
        await using var hub = await TestHub.StartAsync();

        await hub.Pipeline.AcceptAsync(Messages.Application() with { Finding = "PdfSignature:Valid" }, CancellationToken.None);

        var recorded = Assert.Single(await hub.ReadAsync(work => work.EventsOfAsync(Sample.Number)));
        Assert.Contains("PdfSignature:Valid", recorded.Detail);
    }
}

[OnPostgres]
public sealed class ObjectionTestsOnPostgres : ObjectionTests;
