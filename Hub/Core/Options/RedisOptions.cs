using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Core.Options;

/// <summary>The Redis that the hub's processes share; without an endpoint each process keeps to itself.</summary>
public sealed class RedisOptions : IValidatableObject
{
    public const string Section = "Redis";

    /// <summary>Host and port, as in 10.0.0.6:6379.</summary>
    public string? Endpoint { get; init; }

    /// <summary>File with the password, where Redis asks for one.</summary>
    public string? PasswordFile { get; init; }

    public bool Tls { get; init; }

    /// <summary>PEM file of the authorities that issue Redis's certificate; without it those of the system count.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Put before every key and channel, so that several hubs can use one Redis.</summary>
    [Required]
    public string Prefix { get; init; } = "lltp:";

    /// <summary>How long one question to Redis may take; then this process answers by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:02")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(150);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && !IsHostAndPort(Endpoint))
            yield return new($"Redis:Endpoint '{Endpoint}' is not host and port, as in 10.0.0.6:6379.", [nameof(Endpoint)]);
        if (PasswordFile is not null && !File.Exists(PasswordFile))
            yield return new($"Redis:PasswordFile: there is no file '{PasswordFile}'.", [nameof(PasswordFile)]);
        if (AuthorityFile is not null && !HoldsCertificates(AuthorityFile))
            yield return new($"Redis:AuthorityFile: '{AuthorityFile}' is no PEM file with certificates.", [nameof(AuthorityFile)]);
        if (AuthorityFile is not null && !Tls)
            yield return new("Redis:AuthorityFile needs Redis:Tls=true.", [nameof(AuthorityFile)]);
    }

    static bool HoldsCertificates(string file)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPemFile(file);
            return found.Count > 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }

    static bool IsHostAndPort(string endpoint)
    {
        var colon = endpoint.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(endpoint.AsSpan(colon + 1), out var port) && port > 0;
    }
}
