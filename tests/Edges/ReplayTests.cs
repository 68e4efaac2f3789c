using System.Text;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Edges.Foreign;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A captured message sent again, to a hub process of its own.</summary>
public sealed class ReplayTests(ForeignHub with) : IClassFixture<ForeignHub>
{
    const string Path = "soap/lltp";
    const string Events = "SELECT id FROM event WHERE dossier = $1 AND kind = 'LookupAsked'";

    RunningHub Hub => with.Hub;

    [Fact]
    public async Task A_message_sent_again_inside_the_window_gets_its_first_answer_also_after_the_hub_was_killed()
    {
        var dossier = await with.TriedDossierAsync();
        var sent = Lookup(dossier, "TC-1", SignedCalls.Now);

        var first = await SaidAsync(sent);
        var second = await SaidAsync(sent);
        await Hub.KillAndStartAsync();
        var third = await SaidAsync(sent);

        Assert.Equal([first, first], [second, third]);
        Assert.Equal([first.Id], await Hub.Files.ReadAsync(Events, dossier, row => row.GetString(0)));
    }

    [Fact]
    public async Task The_same_event_under_another_message_identifier_gets_its_first_answer_too()
    {
        var dossier = await with.TriedDossierAsync();
        var at = SignedCalls.Now;

        var (first, second) = (await SaidAsync(Lookup(dossier, "TC-2", at, at)), await SaidAsync(Lookup(dossier, "TC-2", at, at)));

        Assert.NotEqual(first.RelatesTo, second.RelatesTo);
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task The_same_message_identifier_with_other_content_is_refused()
    {
        var dossier = await with.TriedDossierAsync();
        var (id, now) = ($"urn:uuid:{Guid.NewGuid()}", SignedCalls.Now);
        await SaidAsync(Lookup(dossier, "TC-3", now, id: id));

        (await Hub.PostAsync(Path, Lookup(dossier, "TC-4", now, id: id), Soap.MediaType)).IsFault(Hub, "ContentConflict");
    }

    [Fact]
    public async Task A_known_message_outside_the_window_is_refused_as_expired()
    {
        var dossier = await with.TriedDossierAsync();
        var made = SignedCalls.Now - TimeSpan.FromSeconds(285);
        var sent = Lookup(dossier, "TC-5", made);
        var first = await SaidAsync(sent);

        await Task.Delay(made + TimeSpan.FromSeconds(301) - SignedCalls.Now);

        (await Hub.PostAsync(Path, sent, Soap.MediaType)).IsFault(Hub, "Forged", "wsu:MessageExpired");
        Assert.Equal([first.Id], await Hub.Files.ReadAsync(Events, dossier, row => row.GetString(0)));
    }

    [Fact]
    public async Task A_message_from_the_future_is_refused_as_expired() => (await Hub.PostAsync(
        Path, Lookup(with.Dossier, "TC-6", SignedCalls.Now + TimeSpan.FromMinutes(6)), Soap.MediaType)).IsFault(Hub, "Forged", "wsu:MessageExpired");

    byte[] Lookup(string dossier, string lookup, DateTimeOffset made, DateTimeOffset? at = null, string? id = null) => Soap.Sign(
        Encoding.UTF8.GetBytes(
            $"<yeuCauTraCuu xmlns=\"{Soap.ContractNamespace}\"><idReceivedDec>{dossier}</idReceivedDec><maTraCuu>{lookup}</maTraCuu>"
            + $"<canBoXuLy>Trần Văn Mẫu</canBoXuLy><thoiDiem>{at ?? made:yyyy-MM-ddTHH:mm:ssZ}</thoiDiem></yeuCauTraCuu>"),
        new(id ?? $"urn:uuid:{Guid.NewGuid()}", $"{Soap.ContractNamespace}:yeuCauTraCuu", null, null), Hub.KeyOf("lltp"), made).ToArray();

    /// <summary>The business part of a signed yes.</summary>
    async Task<(string Status, string Id, string? RelatesTo)> SaidAsync(byte[] sent)
    {
        var answer = await Hub.PostAsync(Path, sent, Soap.MediaType);
        var verified = WsSecurity.Verify(answer.Xml, Hub.HubTrust, SignedCalls.Now, TimeSpan.FromMinutes(5));
        Assert.Equal("yeuCauTraCuuResponse", verified.Element?.LocalName);
        return (answer.Element("STATUS") ?? "", answer.Element("ID") ?? "", verified.RelatesTo);
    }
}
