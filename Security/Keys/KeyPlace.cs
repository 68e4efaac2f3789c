using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>Where a key stands: a PEM certificate with a PEM key, a PFX file with both, or a PEM certificate with a key in a PKCS#11 token.</summary>
public sealed class KeyPlace
{
    /// <summary>File of the certificate (PEM), or of certificate and key (PFX) when neither Key nor Pkcs11 is given.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>File of the private key (PEM); encrypted when there is a PasswordFile.</summary>
    public string? Key { get; init; }

    /// <summary>The private key in a token (RFC 7512), as in <c>pkcs11:token=lltp;object=soap;type=private</c>.</summary>
    public string? Pkcs11 { get; init; }

    /// <summary>File of the password of Key or of the PFX file.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>File of the token's PIN, without a line end.</summary>
    public string? PinFile { get; init; }

    /// <summary>From when on this key signs; only for a key that follows another.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The key that follows this one.</summary>
    public KeyPlace? Next { get; init; }

    bool IsPfx => Key is null && Pkcs11 is null;

    /// <exception cref="InvalidOperationException">The key cannot be opened; the message names the file.</exception>
    public SigningKey Open()
    {
        try
        {
            return Pkcs11 is { } uri ? TokenKey.Open(Certificate, uri, PinFile ?? "")
                : IsPfx ? SigningKey.FromPfx(Certificate, Password())
                : SigningKey.FromPem(Certificate, Key ?? "", Password());
        }
        catch (Exception failure) when (KeyPlaceCheck.IsExpected(failure))
        {
            throw new InvalidOperationException($"The key of '{Certificate}' cannot be opened: {failure.Message}");
        }
    }

    /// <summary>The certificate alone; a token is not asked.</summary>
    public X509Certificate2 ReadCertificate()
    {
        if (!IsPfx) return CertificateFile.Read(Certificate)[0];
        using var both = X509CertificateLoader.LoadPkcs12FromFile(Certificate, Password());
        return X509CertificateLoader.LoadCertificate(both.RawData);
    }

    string? Password() => PasswordFile is { } file ? SecretText.FromFile(file).Reveal() : null;
}
