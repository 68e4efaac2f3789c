using System.Text;
using System.Text.RegularExpressions;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Security;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>Why a delivery was parked, alike for deliveries that one repair can help: the partner's words only as a digest, numbers left out.</summary>
/// <param name="Id">Names the group: 16 hex digits.</param>
/// <param name="Code">HTTP status and the partner's code, or the field that could not be mapped.</param>
/// <param name="Digest">First 12 hex digits of the SHA-256 of the partner's text without its digits; null when it said nothing.</param>
public sealed partial record Cause(string Id, string? Code, string? Digest)
{
    const int LongestCode = 64;

    public static Cause Of(DeliveryRow delivery, Decision decision, Reply reply)
    {
        var code = $"{reply.Status} {reply.Code}".Trim();
        var shown = code.Length == 0 ? null : code.Length > LongestCode && reply.Transport != Transport.NotMapped ? Short(code, 12) : code;
        var text = Digits().Replace(ReplyRow.Normalise(reply.Text), "#");
        var digest = text.Length == 0 ? null : Short(text, 12);
        return new(Short($"{delivery.Kind}\n{decision.Reason}\n{shown}\n{digest}", 16), shown, digest);
    }

    static string Short(string text, int digits) => Fingerprint.Sha256Hex(Encoding.UTF8.GetBytes(text))[..digits];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
