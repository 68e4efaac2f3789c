using LLTP.Hub.Core.Process;

using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>A message that a door has authenticated, verified and understood.</summary>
/// <param name="Partner">The authenticated sender.</param>
/// <param name="Door">Where it came in, such as vneid.TaoHoSo.</param>
/// <param name="Keys">Identities of this message by its contract; any of them known means known.</param>
/// <param name="ContentHash">SHA-256 of the business content; what "same content" compares.</param>
/// <param name="Original">The exact bytes that arrived.</param>
public sealed record Incoming(
    string Partner, string Door, string Dossier, EventKind On, IReadOnlyList<string> Keys, string ContentHash,
    ReadOnlyMemory<byte> Original, Content Content)
{
    public IReadOnlyList<Blob> Files { get; init; } = [];

    /// <summary>The partner's own time of the event.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Id of the look-up that the message asks for (LLTP) or answers (V06: MaYeuCau).</summary>
    public string? Lookup { get; init; }

    public string? Address { get; init; }

    /// <summary>Which of several systems of the sender's role it is; null where nobody has to be told apart.</summary>
    public string? System { get; init; }

    /// <summary>SHA-256 of the original, where the door has computed it already.</summary>
    public string? OriginalHash { get; init; }

    /// <summary>What the door found out about the content, as a code; goes into the history.</summary>
    public string? Finding { get; init; }

    /// <summary>Why this content is refused, unless the same message was accepted before.</summary>
    public Failure? Objection { get; init; }

    public IReadOnlyList<ReportLine> Report { get; init; } = [];

    /// <summary>Set when a person put the message in, out of the quarantine or by hand: written in the transaction that takes it.</summary>
    public Release? Release { get; init; }
}

/// <summary>An act of a person: the refusal or request that it is about, and what is written with the message when it is taken.</summary>
public sealed record Release(string About, Func<Store.Work, Task> RecordAsync);
