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
}
