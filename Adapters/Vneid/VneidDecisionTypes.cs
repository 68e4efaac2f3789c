using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Adapters.Vneid;

/// <summary>
/// VNeID's words for decisions (member "type"). Only "thuhoi" has been seen on the wire; the other three are guesses until C06 has
/// confirmed them. An empty one is not sent: the delivery is parked until there is a word.
/// </summary>
public sealed class VneidDecisionTypes
{
    public string Revocation { get; init; } = "thuhoi";

    public string Supplement { get; init; } = "bosung";

    public string Correction { get; init; } = "dinhchinh";

    public string Cancellation { get; init; } = "huybo";

    /// <summary>C06 has confirmed the words.</summary>
    public bool Confirmed { get; init; }

    public IEnumerable<string> Warnings => Confirmed
        ? []
        : [$"Vneid:DecisionTypes: loại {Supplement}, {Correction}, {Cancellation} chưa được C06 xác nhận (chỉ thuhoi đã biết) "
            + "/ C06 has not confirmed these types, only thuhoi is known; set DecisionTypes:Confirmed when it has."];

    public string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Supplement => Supplement,
        DecisionKind.Correction => Correction,
        DecisionKind.Revocation => Revocation,
        _ => Cancellation,
    };
}
