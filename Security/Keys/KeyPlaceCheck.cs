using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>What is wrong with a key's place in the configuration, all of it at once; no private key is opened and no token is asked.</summary>
public static class KeyPlaceCheck
{
    /// <param name="name">The section, as in Signing:Soap.</param>
    public static IEnumerable<string> Problems(string name, KeyPlace place) => Of(name, place).Concat(Succession(name, place));

    internal static bool IsExpected(Exception failure) =>
        failure is CryptographicException or IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException;

    static IEnumerable<string> Of(string name, KeyPlace place)
    {
        if (place is { Key: not null, Pkcs11: not null })
            yield return $"{name}: Key and Pkcs11 exclude each other.";
        if (place.Pkcs11 is { } uri && (!uri.StartsWith("pkcs11:", StringComparison.Ordinal) || uri.Contains('?')))
            yield return $"{name}:Pkcs11 must be as pkcs11:token=lltp;object=soap;type=private, without a query: the PIN stands in PinFile, the module in PKCS11_MODULE_PATH.";
        if (place.Pkcs11 is not null && Pin(place.PinFile) is { } pin)
            yield return $"{name}:PinFile: {pin}";
        foreach (var (field, file) in new[] { (nameof(place.Key), place.Key), (nameof(place.PasswordFile), place.PasswordFile) })
            if (file is not null && !File.Exists(file))
                yield return $"{name}:{field}: there is no file '{file}'.";
        if (Certificate(place) is { } certificate)
            yield return $"{name}:Certificate: {certificate}";
    }

    static IEnumerable<string> Succession(string name, KeyPlace place)
    {
        if (place.Next is not { } next) yield break;
        foreach (var problem in Problems($"{name}:Next", next))
            yield return problem;
        if (next.From is not { } from)
            yield return $"{name}:Next:From is missing: say when this key takes over, as in 2027-01-04T00:00:00+07:00.";
        else if (from <= place.From)
            yield return $"{name}:Next:From {from:O} is not after the key before it.";
        else if (Certificate(place) is null && Certificate(next) is null && !(Holds(place, from) && Holds(next, from)))
            yield return $"{name}:Next:From {from:O} must lie within the time of both certificates.";
    }

    static bool Holds(KeyPlace place, DateTimeOffset at)
    {
        using var certificate = place.ReadCertificate();
        return new TrustedCertificate(certificate).Untimely(at) is null;
    }

    // The engine takes every byte of the file for the PIN, and a token locks itself after a few wrong ones.
    static string? Pin(string? file) => file is null ? "name the file that holds the token's PIN."
        : !File.Exists(file) ? $"there is no file '{file}'."
        : File.ReadAllText(file).AsSpan().ContainsAny("\r\n") ? $"'{file}' has a line end; write it with printf '%s'."
        : null;

    static string? Certificate(KeyPlace place)
    {
        if (!File.Exists(place.Certificate)) return $"there is no file '{place.Certificate}'.";
        if (place.PasswordFile is { } password && !File.Exists(password)) return null;
        try
        {
            place.ReadCertificate().Dispose();
            return null;
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            return $"'{place.Certificate}' cannot be read as {(place is { Key: null, Pkcs11: null } ? "PFX (name Key or Pkcs11 for a PEM certificate)" : "PEM")}.";
        }
    }
}
