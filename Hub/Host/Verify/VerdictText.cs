using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Host.Verify;

/// <summary>Verdicts for people (Vietnamese, then English) and for programs (one JSON object per line).</summary>
static class VerdictText
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public static string Line(Verdict verdict)
    {
        var last = verdict.Signatures is [.., var one] ? one : null;
        return JsonSerializer.Serialize(new
        {
            verdict.File, verdict.Valid, verdict.Code, verdict.Sentence, verdict.SentenceEnglish, verdict.SignedElements,
            last?.Signer, last?.Algorithm, last?.SigningTime, last?.Timestamp, last?.TimestampAuthority, last?.CoveredBytes, verdict.Signatures,
        }, Json);
    }

    public static IEnumerable<string> Lines(Verdict verdict)
    {
        yield return $"{verdict.File}: {verdict.Valid switch
        {
            true => "HỢP LỆ / VALID",
            false => $"KHÔNG HỢP LỆ / NOT VALID [{verdict.Code}]",
            null => $"CHƯA KIỂM TRA ĐƯỢC / NOT JUDGED [{verdict.Code}]",
        }}";
        if (verdict.Valid is not true)
            yield return $"  {verdict.Sentence} / {verdict.SentenceEnglish}";
        foreach (var element in verdict.SignedElements)
            yield return $"  Phần được ký / signed element: {element}";
        foreach (var line in verdict.Signatures.SelectMany(Lines))
            yield return $"  {line}";
    }

    static IEnumerable<string> Lines(SignatureView signature)
    {
        if (signature.Signer is { } signer)
        {
            yield return $"Người ký / signer: {signer.Subject}{(signature.Code is { } code ? $" [{code}]" : "")}";
            yield return $"  số / serial {signer.Serial}, SHA-256 {signer.Fingerprint}";
            yield return $"  hiệu lực / validity: {Time(signer.NotBefore)} – {Time(signer.NotAfter)}";
        }
        if (signature.Algorithm is { } algorithm)
            yield return $"  thuật toán / algorithm: {algorithm}";
        if (signature.SigningTime is { } signed)
            yield return $"  thời điểm ký / signing time: {Time(signed)}";
        if (signature.Timestamp is { } stamp)
            yield return $"  dấu thời gian / time stamp: {Time(stamp)}, {signature.TimestampAuthority}";
        if (signature.CoveredBytes is { } bytes)
            yield return string.Create(CultureInfo.InvariantCulture, $"  số byte đầu được bao phủ / covers the first bytes: {bytes}");
    }

    static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
