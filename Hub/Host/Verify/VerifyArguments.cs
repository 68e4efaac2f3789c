using System.Globalization;
using System.Security.Cryptography;
using LLTP.Hub.Security;

namespace LLTP.Hub.Host.Verify;

/// <summary>What the caller of verify wrote, as it stands.</summary>
sealed record VerifyArguments(IReadOnlyList<string> Files, IReadOnlyList<string> Anchors)
{
    const long LongestHeader = 64 * 1024;

    public IReadOnlyList<string> Crls { get; init; } = [];
    public string? Key { get; init; }
    public string? At { get; init; }
    public string? Require { get; init; }
    public bool AllowLegacy { get; init; }

    /// <summary>One detached signature per file, each the text itself or the name of a file that holds it; null where files carry their own.</summary>
    public IReadOnlyList<string>? Signatures { get; init; }

    /// <summary>Null with the reason, a key of texts, when this is no ground to judge on.</summary>
    public (VerifyRequest? Request, string? Problem) Request(TimeProvider clock)
    {
        var time = clock.GetUtcNow();
        if (At is not null && !DateTimeOffset.TryParse(At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return (null, "BadTime");
        if (Signatures is not null && Signatures.Count != Files.Count) return (null, "NoSignature");
        var (policy, problem) = Policy(time);
        return policy is null ? (null, problem) : (new(policy with { AllowLegacyAlgorithms = AllowLegacy }, time) { Require = Require }, null);
    }

    /// <summary>The signature of a file as it stood in its header.</summary>
    /// <exception cref="IOException">A file that is named cannot be read.</exception>
    public string? SignatureOf(int file)
    {
        if (Signatures is null) return null;
        var said = Signatures[file];
        var text = File.Exists(said) ? Read(said) : said;
        const string Header = "X-JWS-Signature:";
        text = text.Trim();
        return text.StartsWith(Header, StringComparison.OrdinalIgnoreCase) ? text[Header.Length..].Trim() : text;
    }

    static string Read(string file) => new FileInfo(file).Length <= LongestHeader ? File.ReadAllText(file) : throw new IOException("Too large.");

    (VerificationPolicy? Policy, string? Problem) Policy(DateTimeOffset at)
    {
        if (Key is null)
            return Anchors.Count == 0 ? (null, "NoAnchor") : VerifyAnchors.Read(Anchors, Crls, at);
        if (Anchors.Count + Crls.Count > 0) return (null, "KeyAndAnchor");
        try
        {
            return (VerificationPolicy.By(VerificationKey.FromPem(File.ReadAllText(Key))), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or FormatException)
        {
            return (null, "BadKey");
        }
    }
}
