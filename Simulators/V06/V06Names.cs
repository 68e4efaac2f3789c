using System.Globalization;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.V06;

/// <summary>Words of the contract that stand in more than one place.</summary>
static class V06Names
{
    public static readonly XNamespace V = "urn:lltp-hub:v06:1";

    public const string Received = "DaNhan";
    public const string Known = "DaCo";
    public const string Working = "DangXuLy";
    public const string Answered = "DaTraLoi";
    public const string Cancelled = "DaHuy";
    public const string Unknown = "KhongBiet";
    public const string Refused = "TuChoi";

    /// <summary>A time as the contract writes it, in Vietnam.</summary>
    public static string Time(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
