using System.Globalization;
using System.Xml.Linq;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>Words of the contract that stand in more than one place.</summary>
static class LltpNames
{
    public const string Namespace = "urn:lltp-hub:lltp:1";
    public const string AlreadyReceived = "Hồ sơ đã được tiếp nhận, không thể cập nhật thông tin";

    public static readonly XNamespace T = Namespace;

    public static string Action(string operation) => $"{Namespace}:{operation}";

    /// <summary>A time as the contract writes it, in Vietnam.</summary>
    public static string Time(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>A day as the older API writes it, in Vietnam.</summary>
    public static string Day(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(7)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
