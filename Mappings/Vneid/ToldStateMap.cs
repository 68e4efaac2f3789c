using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Json;

namespace LLTP.Hub.Mappings.Vneid;

/// <summary>Reads traKetQuaHoSoLLTP, where the hub stands in VNeID's place.</summary>
public static class ToldStateMap
{
    const int MaxPdf = 10 * 1024 * 1024;
    const int MaxReason = 4000;
    const string Decision = "thuhoi";

    public static Reading<ToldState> Read(ReadOnlyMemory<byte> json)
    {
        var notes = new Notes();
        FilePlace[] files = [new("phieuLLTP", "ketQuaXuLy.phieuLLTP", MaxPdf), new("quyetDinhThuHoi", "ketQuaXuLy.quyetDinhThuHoi", MaxPdf)];
        return JsonBody<StatusUpdate>.Read(json, notes, files) is { } body
            ? notes.Close(Told(body.Wire, notes), body.Hash)
            : notes.Close<ToldState>(null, "");
    }

    static ToldState Told(StatusUpdate wire, Notes notes)
    {
        if (wire.MaHoSoMCDT is null)
            notes.Refuse(MappingFailureCode.MissingField, "maHoSoMCDT");
        if (wire.LyDoTuChoi?.Length > MaxReason)
            notes.Refuse(MappingFailureCode.TooLong, "lyDoTuChoi");
        var isState = int.TryParse(wire.TrangThaiXuLy, NumberStyles.None, CultureInfo.InvariantCulture, out var state) && state is >= 1 and <= 10;
        if (!isState)
            notes.Refuse(MappingFailureCode.BadValue, "trangThaiXuLy");
        if (state is 3 or 5 && wire.LyDoTuChoi is null)
            notes.Refuse(MappingFailureCode.MissingField, "lyDoTuChoi");
        return new(wire.MaHoSoMCDT ?? "", state, wire.LyDoTuChoi, Days.Read(wire.NgayHenTraKetQua, "ngayHenTraKetQua", notes),
            wire.Type == Decision, wire.KetQuaXuLy?.SoPhieuLLTP);
    }
}
