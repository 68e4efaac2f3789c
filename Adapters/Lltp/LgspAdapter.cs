using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Lgsp;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>
/// Gives the shared LLTP software dossiers by DataLGSP (contract lltp-lgsp). The contract has no pause, stop or look-up: the software
/// asks the police itself, and a newer version is the same message again, which the software may refuse.
/// </summary>
public sealed class LgspAdapter(LgspLine line, IOptions<LgspOptions> options, TimeProvider clock) : IPartnerAdapter, IAskablePartner
{
    public AdapterDescriptor Descriptor { get; } = new(Partner.Lltp, LgspOptions.Contract, Protocol.Rest, Capabilities.Ask | Capabilities.Poll,
        [new(MessageKind.LltpDossier, true), new(MessageKind.LltpUpdate, true)]);

    public bool IsConfigured => options.Value.Endpoint is not null;

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var application = await outgoing.Source.Application(cancellation);
        var files = await outgoing.Source.Files(application.Files(), cancellation);
        var writing = LgspMap.WriteDossier(outgoing.Dossier, application, files, line.AuthKey);
        if (writing.Bytes is not { } bytes)
            return Reply.NotMapped(writing.Failure?.Place ?? outgoing.Kind);
        var answer = await line.SendAsync(bytes, cancellation);
        return answer.Read(Words(LgspMap.ReadReply(answer.Body))) with { SentHash = Fingerprint.Sha256Hex(bytes.Span) };
    }

    /// <summary>A first dossier arrived if the software knows it; of a newer version nobody can tell which one it has.</summary>
    public async Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var answer = await line.PollAsync(LgspMap.WritePoll(outgoing.Dossier.Number, outgoing.Dossier.ProvinceCode, line.AuthKey), cancellation);
        var said = LgspMap.ReadPoll(answer.Body, outgoing.Dossier.Number, clock.GetUtcNow());
        return new(Says(outgoing, said), said is null ? answer.Unreadable : answer.Readable(said.Known ? "status 1" : "status 0", said.Text));
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(cancellation);

    static Presence Says(Outgoing outgoing, LgspAnswer? said) => said switch
    {
        { Known: false } => Presence.NotArrived,
        { Known: true } when outgoing.Kind == MessageKind.LltpDossier => Presence.Arrived,
        _ => Presence.CannotSay,
    };

    // "0" means yes on the software's SOAP contract and no on this one: the reply table must be able to tell them apart.
    static (string? Code, string? Text)? Words((string Code, string Text)? said) => said is { } words ? ($"status {words.Code}", words.Text) : null;
}
