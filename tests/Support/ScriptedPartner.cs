using System.Collections.Concurrent;
using LLTP.Hub.Core.Partners;

namespace LLTP.Hub.Tests.Support;

/// <summary>A partner that replies from a script, and says yes when the script is at its end.</summary>
public class ScriptedPartner(string partner, bool repeatable = true, Capabilities capabilities = Capabilities.None) : IPartnerAdapter
{
    readonly ConcurrentQueue<Reply> script = new();

    public AdapterDescriptor Descriptor { get; } = new(
        partner, "script", Protocol.Rest, capabilities, [.. Scripts.KindsOf(partner).Select(kind => new MessageKindRow(kind, repeatable))]);

    public bool IsConfigured => true;

    /// <summary>Everything that was sent, in order.</summary>
    public ConcurrentQueue<Outgoing> Sent { get; } = new();

    /// <summary>What happens while a message is on its way.</summary>
    public Func<Outgoing, Task>? OnTheWay { get; set; }

    public IEnumerable<string> Kinds => Sent.Select(outgoing => outgoing.Kind);

    /// <summary>The states that were told, in order.</summary>
    public IEnumerable<int> States => Sent.Select(outgoing => outgoing.Dossier.State);

    public IEnumerable<Outgoing> Of(string kind) => Sent.Where(outgoing => outgoing.Kind == kind);

    public void Replies(params Reply[] replies) => Array.ForEach(replies, script.Enqueue);

    public async Task<Reply> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        Sent.Enqueue(outgoing);
        if (OnTheWay is { } happens)
            await happens(outgoing);
        return script.TryDequeue(out var reply) ? reply : Scripts.Yes(Descriptor.Partner);
    }

    public Task<string?> CheckAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);
}

/// <summary>A scripted partner that can be asked whether a message arrived.</summary>
public sealed class AskablePartner(string partner, bool repeatable = true)
    : ScriptedPartner(partner, repeatable, Capabilities.Ask), IAskablePartner
{
    readonly ConcurrentQueue<Asked> answers = new();

    public int Asked { get; private set; }

    public void Answers(Presence presence, Reply reply) => answers.Enqueue(new(presence, reply));

    public Task<Asked> AskAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        Asked++;
        return Task.FromResult(answers.TryDequeue(out var answer) ? answer : new(Presence.CannotSay, Scripts.Silence));
    }
}
