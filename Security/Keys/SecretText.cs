using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>A secret that never shows itself in logs or texts and is compared in constant time.</summary>
public sealed class SecretText
{
    readonly string value;
    readonly byte[] digest;

    public SecretText(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        (this.value, digest) = (value, Digest(value));
    }

    /// <summary>Reads the secret from a file and drops the line ends at its end; an empty file is an error that names the file.</summary>
    public static SecretText FromFile(string path)
    {
        string text = File.ReadAllText(path).TrimEnd('\r', '\n');
        return text.Length > 0 ? new SecretText(text) : throw new InvalidDataException($"The secret file {path} is empty.");
    }

    public bool Matches(string? candidate) => CryptographicOperations.FixedTimeEquals(digest, Digest(candidate ?? ""));

    /// <summary>The secret itself, only for the header or body of an outgoing call.</summary>
    public string Reveal() => value;

    public override string ToString() => "(secret)";

    static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
