using System.Xml.Linq;

namespace LLTP.Hub.Simulators.V06;

/// <summary>BienNhan before it is signed, and the HTTP status that goes with it.</summary>
sealed record V06Receipt(int HttpStatus, string Status, string? Code, string? ErrorCode = null, string? Text = null)
{
    public static V06Receipt Ok(string status, string code) => new(StatusCodes.Status200OK, status, code);

    public static V06Receipt Refused(int httpStatus, string errorCode, string text, string? code = null) =>
        new(httpStatus, V06Names.Refused, code, errorCode, text);

    public XElement ToElement(DateTimeOffset at) => new(V06Names.V + "BienNhan", new XAttribute("xmlns", V06Names.V),
        Optional("MaYeuCau", Code), Optional("TrangThai", Status), Optional("MaLoi", ErrorCode), Optional("MoTa", Text),
        Optional("ThoiDiem", V06Names.Time(at)));

    static XElement? Optional(string name, string? value) => string.IsNullOrEmpty(value) ? null : new(V06Names.V + name, value);
}
