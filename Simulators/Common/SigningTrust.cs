using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The one certificate by which a partner is known; read when needed, since the partner writes it at its own start.</summary>
sealed class SigningTrust(string certificateFile)
{
    volatile Pinned? pinned;

    /// <summary>Public key of the pinned certificate, shared by all callers; null when the shown certificate is another one.</summary>
    public RSA? KeyFor(ReadOnlySpan<byte> shown)
    {
        if (pinned is not { } known || !shown.SequenceEqual(known.Raw))
            pinned = known = Read() is { } certificate && certificate.GetRSAPublicKey() is { } key ? new(certificate.RawData, key) : null;
        return known is not null && shown.SequenceEqual(known.Raw) ? known.Key : null;
    }

    X509Certificate2? Read()
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(certificateFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;    // not written yet, or only half of it
        }
    }

    // Making the key out of the certificate costs more than checking a signature with it.
    sealed record Pinned(byte[] Raw, RSA Key);
}
