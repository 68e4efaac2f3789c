using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Support;

/// <summary>Messages as doors hand them to the pipeline.</summary>
public static class Messages
{
    public static Incoming Application() => FromVneid(Sample.Application());

    /// <summary>The same dossier with other content.</summary>
    public static Incoming Supplement() => FromVneid(Sample.Application(purpose: "2"));

    public static Incoming Acceptance() => FromTthc(EventKind.Accepted, Sample.Acceptance());

    public static Incoming SupplementRequest() => FromTthc(EventKind.SupplementAsked, Sample.SupplementRequest());

    public static Incoming Withdrawal() => FromTthc(EventKind.Withdrawn, Sample.Withdrawal());

    public static Incoming LookupRequest() => FromLltp(EventKind.LookupAsked, Sample.LookupRequest());

    public static Incoming Certificate() => FromLltp(EventKind.Issued, Sample.Issue());

    public static Incoming FromVneid(Application application) =>
        Of(Partner.Vneid, "vneid.TaoHoSo", application.Number, EventKind.Submitted, [], application);

    /// <param name="key">The Idempotency-Key; a new one when not given.</param>
    public static Incoming FromTthc(EventKind on, Act act, string? key = null, string number = Sample.Number) =>
        Of(Partner.Tthc, "tthc.event", number, on, [key ?? Guid.CreateVersion7().ToString()], act) with { At = act.At, Files = FilesOf(act) };

    public static Incoming FromLltp(EventKind on, Act act, string? key = null, string number = Sample.Number) =>
        Of(Partner.Lltp, "lltp.push", number, on, [$"urn:uuid:{Guid.CreateVersion7()}", key ?? $"{Guid.CreateVersion7()}"], act) with
        {
            At = act.At,
            Lookup = (act as LookupRequest)?.LookupId,
            Files = FilesOf(act),
        };

    static IReadOnlyList<Blob> FilesOf(Act act) => act is Issue or CertificateDecision ? [new(Fingerprint.Sha256Hex(Sample.Pdf), Sample.Pdf)] : [];

    public static Incoming FromV06(LookupAnswer answer, string number = Sample.Number) => Of(
        Partner.V06, "v06.result", number, answer.Result == LookupResult.Verifying ? EventKind.LookupInterim : EventKind.LookupAnswered,
        [$"{answer.RequestId} {answer.AnswerNo}"], answer) with { At = answer.At, Lookup = answer.RequestId };

    static Incoming Of(string partner, string door, string number, EventKind on, IReadOnlyList<string> keys, Content content)
    {
        var bytes = content.ToJson();
        return new(partner, door, number, on, keys, Fingerprint.Sha256Hex(bytes), bytes, content) { Address = "127.0.0.1" };
    }
}
