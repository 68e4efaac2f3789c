using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>
/// The hash over what a JWS signs (RFC 7515 §5.1): the encoded header, a dot, and the body in base64url, which is never
/// held as a whole.
/// </summary>
static class JwsInput
{
    // A multiple of three, so that the pieces join without padding.
    const int Piece = 3 * 8192;

    public static byte[] Hash(ReadOnlySpan<char> encodedHeader, ReadOnlySpan<byte> body, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        var header = new byte[encodedHeader.Length + 1];
        Encoding.ASCII.GetBytes(encodedHeader, header);
        header[^1] = (byte)'.';
        hash.AppendData(header);
        var text = new byte[Base64Url.GetEncodedLength(Math.Min(body.Length, Piece))];
        for (; !body.IsEmpty; body = body[Math.Min(body.Length, Piece)..])
            hash.AppendData(text, 0, Base64Url.EncodeToUtf8(body[..Math.Min(body.Length, Piece)], text));
        return hash.GetHashAndReset();
    }
}
