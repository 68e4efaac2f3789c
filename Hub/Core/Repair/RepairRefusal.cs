using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Core.Repair;

/// <summary>Why a repair was not done; the whole vocabulary.</summary>
public enum RepairRefusal
{
    OfficerMissing,
    ReasonMissing,
    NotFound,
    NotParked,
    NotEditable,
    SignedByPartner,
    MayHaveArrived,
    OtherDossier,
    Unreadable,
    NoStateMissing,
    NotADisplay,
    NotAllowedNow,
    TooEarly,
    NothingKept,
    AlreadyReleased,
    RefusedAgain,
    TaskEnded,
    BadRequest,
    NotHeld,
    NotReconciled,
    HubRuns,
    NotByHand,
    SecondPersonNeeded,
}

/// <summary>How a repair ended: done, with an identifier of what came of it, or refused with a code and where known what is wrong.</summary>
public sealed record Repaired(RepairRefusal? Refusal, string? Id = null, string? Detail = null)
{
    public static Repaired Done(string? id = null, string? detail = null) => new(null, id, detail);

    public static Repaired Refused(RepairRefusal refusal, string? detail = null) => new(refusal, null, detail);

    public string Vietnamese => Refusal is { } code ? Text.Vietnamese($"repair.{code}", Detail ?? "") : "";

    public string English => Refusal is { } code ? Text.English($"repair.{code}", Detail ?? "") : "";
}
