using System.Text.Json;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Envelope of traKetQuaHoSoLLTP.</summary>
/// <param name="Expected">An "01" that belongs to the contract's everyday life, such as the answer to a repeat.</param>
sealed record VneidAnswer(string Code, string? Text, bool Expected = false)
{
    public static readonly VneidAnswer Done = new("00", null);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new { statusCode = Code, data = (string?)null, errorDetail = Text });
}
