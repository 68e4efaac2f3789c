using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Why the hub turned a message away; the whole vocabulary, in every envelope.</summary>
public enum FailureCode
{
    NotAuthenticated,
    Forged,
    Malformed,
    TooLarge,
    UnsupportedMedia,
    UnknownDossier,
    UnknownRequest,
    NumberNotIssued,
    NotAllowedNow,
    DossierClosed,
    SupplementPending,
    ContentConflict,
    Busy,
    NotStorable,
    LineNotAllowed,
    CertificateRefused,
    AgainstRule,
    NoNumber,
    UnknownCertificate,
}

/// <summary>A refusal in words for a clerk (Vietnamese) and an engineer (English), without personal data.</summary>
public sealed record Failure(FailureCode Code, string Detail, string DetailEnglish)
{
    public static Failure Of(FailureCode code, params object[] args) =>
        new(code, Text.Vietnamese($"failure.{code}", args), Text.English($"failure.{code}", args));

    /// <summary>The sender should come back with the same message: nothing is wrong with it.</summary>
    public bool IsTemporary => Code is FailureCode.Busy or FailureCode.NotStorable or FailureCode.NoNumber;

    /// <summary>Names the state and what this sender may say now.</summary>
    public static Failure NotAllowedNow(DossierFile file, EventKind on, string from)
    {
        var allowed = string.Join(", ", file.Process.Allowed(file.State, from).Where(kind => kind != on));
        return Of(FailureCode.NotAllowedNow, file.Row.Number, (int)file.State, on, allowed.Length == 0 ? "-" : allowed);
    }

    /// <summary>VNeID sends other content although nobody asked for a supplement.</summary>
    public static Failure NotInSupplement(string dossier) => new(
        FailureCode.NotAllowedNow, Text.Vietnamese("failure.NotInSupplement", dossier), Text.English("failure.NotInSupplement", dossier));
}
