using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;

namespace LLTP.Hub.Adapters.V06;

/// <summary>What a status in answer to HoiTrangThai says about the request, or about its cancellation.</summary>
public static class V06Presence
{
    public static Presence Of(string kind, string? status) => (kind, status) switch
    {
        (MessageKind.V06Cancel, "DaHuy" or "DaTraLoi") => Presence.Arrived,
        (MessageKind.V06Cancel, "DangXuLy" or "DaNhan" or "DaCo") => Presence.NotArrived,
        (MessageKind.V06Lookup, "DangXuLy" or "DaNhan" or "DaCo" or "DaTraLoi" or "DaHuy") => Presence.Arrived,
        (_, "KhongBiet") => Presence.NotArrived,
        _ => Presence.CannotSay,
    };

    /// <summary>What a status says about an open look-up.</summary>
    public static Held Holding(string dossier, string reference, string? status) => status switch
    {
        "KhongBiet" => Held.Absent,
        "DangXuLy" or "DaNhan" or "DaCo" or "DaTraLoi" or "DaHuy" => Held.As(new(dossier, reference, new Dictionary<string, string>
        {
            [HeldField.Answered] = HeldField.Of(status == "DaTraLoi"), [HeldField.Cancelled] = HeldField.Of(status == "DaHuy"),
        })),
        _ => Held.Silent,
    };
}
