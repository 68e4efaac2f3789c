using System.Globalization;
using System.Xml;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.V06;

/// <summary>Takes requests, cancellations and questions; the request's MaYeuCau is what a repeat is known by.</summary>
sealed class V06Desk(SimulatorKit kit, V06Officer officer)
{
    readonly Lock gate = new();
    readonly Dictionary<string, V06Lookup> lookups = new(StringComparer.Ordinal);
    readonly HashSet<string> cancelledUnseen = new(StringComparer.Ordinal);

    public V06Receipt Answer(XmlElement? request)
    {
        if (request is null)
            return Refuse(StatusCodes.Status400BadRequest, "CHU_KY", "Chữ ký số không hợp lệ");
        if (XmlSchemas.V06.Fault(request) is { } path)
            return Refuse(StatusCodes.Status400BadRequest, "LUOC_DO", $"Văn bản không đúng lược đồ tại {path}");
        var code = request.Text("MaYeuCau");
        lock (gate)
        {
            return request.LocalName switch
            {
                "YeuCauTraCuu" => Take(code, request),
                "HuyYeuCau" => Cancel(code, request),
                "HoiTrangThai" => V06Receipt.Ok(lookups.GetValueOrDefault(code)?.Status ?? V06Names.Unknown, code),
                _ => Refuse(StatusCodes.Status400BadRequest, "LOAI_VAN_BAN", "Không nhận loại văn bản này", code),
            };
        }
    }

    V06Receipt Take(string code, XmlElement request)
    {
        var print = Print(request);
        if (lookups.TryGetValue(code, out var known))
            return Repeat(known, print, request);
        var number = request.Text("MaHoSo");
        if (kit.Board.Find(number) is not { } @case)
            return Refuse(StatusCodes.Status422UnprocessableEntity, "MA_HO_SO", "Mã hồ sơ không hợp lệ", code);
        if (Fault(request.Child("DoiTuong")) is { } field)
            return Refuse(StatusCodes.Status422UnprocessableEntity, "THIEU_DU_LIEU", $"{field}: giá trị thiếu hoặc không hợp lệ", code);
        if (cancelledUnseen.Contains(code))
            kit.Journal.Misordered(Partners.V06, number, "a request after its cancellation");
        var version = int.Parse(request.Text("PhienBan"), CultureInfo.InvariantCulture);
        Record(number, code, version);
        var lookup = lookups[code] = new(@case, code, print);
        officer.TakeUp(lookup);
        return V06Receipt.Ok(V06Names.Received, code);
    }

    bool Record(string number, string code, int version) =>
        kit.Journal.Record(Partners.V06, number, EffectKinds.Lookup, $"{number}/lookup/{version}", "lookup/" + code, null, version);

    // Who recognises no repeats opens a second look-up, and says so.
    V06Receipt Repeat(V06Lookup known, int print, XmlElement request)
    {
        var opened = Record(known.Case.Number, known.Code, int.Parse(request.Text("PhienBan"), CultureInfo.InvariantCulture));
        return known.Print == print
            ? V06Receipt.Ok(opened ? V06Names.Received : V06Names.Known, known.Code)
            : Refuse(StatusCodes.Status409Conflict, "TRUNG_MA", "MaYeuCau đã dùng cho nội dung khác", known.Code);
    }

    V06Receipt Cancel(string code, XmlElement request)
    {
        var number = request.Text("MaHoSo");
        if (!lookups.TryGetValue(code, out var lookup))
        {
            cancelledUnseen.Add(code);
            return V06Receipt.Ok(V06Names.Unknown, code);
        }
        if (lookup.Case.Number != number)
            return Refuse(StatusCodes.Status422UnprocessableEntity, "MA_HO_SO", "Yêu cầu thuộc hồ sơ khác", code);
        if (lookup.Status == V06Names.Answered)
            return V06Receipt.Ok(V06Names.Answered, code);
        lookup.Status = V06Names.Cancelled;
        kit.Journal.Record(Partners.V06, number, EffectKinds.Cancel, $"{number}/cancel/{code}", "cancel/" + code);
        return V06Receipt.Ok(V06Names.Cancelled, code);
    }

    static string? Fault(XmlElement? person)
    {
        string[] mandatory = ["HoTen", "NgaySinh", "LoaiGiayTo", "SoGiayTo", "QuocTich"];
        return mandatory.FirstOrDefault(f => person.Text(f).Length == 0);
    }

    // The signature differs from attempt to attempt, what it covers does not.
    static int Print(XmlElement request) =>
        string.Concat(request.ChildNodes.OfType<XmlElement>().Where(e => e.NamespaceURI == request.NamespaceURI).Select(e => e.OuterXml))
            .GetHashCode(StringComparison.Ordinal);

    V06Receipt Refuse(int status, string error, string text, string? code = null)
    {
        kit.Journal.Trouble(Partners.V06, $"refused: {text}");
        return V06Receipt.Refused(status, error, text, code);
    }
}
