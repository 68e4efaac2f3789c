using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Options;

/// <summary>Where this hub runs and keeps its things; the root of the configuration.</summary>
public sealed class HubOptions
{
    public const string Development = "Development";

    /// <summary>"Development" generates keys that are not valid anywhere else; everything else is taken as production.</summary>
    [Required]
    public string Environment { get; init; } = "Production";

    /// <summary>Path of the embedded database file.</summary>
    [Required]
    public string Data { get; init; } = "data/hub.db";

    /// <summary>Address at which partners reach the hub.</summary>
    [Required]
    public string Doors { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Address under which partners know the doors, where a proxy stands before them; published contracts name it. Without it, that of the request.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>PEM file of the certificate that the hub shows where an address is https.</summary>
    public string? ServerCertificateFile { get; init; }

    /// <summary>PEM file of its key.</summary>
    public string? ServerKeyFile { get; init; }

    /// <summary>Address of health and operations; loopback unless somebody decides otherwise.</summary>
    [Required]
    public string Operations { get; init; } = "http://127.0.0.1:8081";

    /// <summary>Folder of the hub's own key: hub.pem and hub.key.pem.</summary>
    [Required]
    public string Keys { get; init; } = "keys";

    /// <summary>A file that replaces the shipped reply table.</summary>
    public string? ReplyTable { get; init; }

    /// <summary>Name of this process among those of one hub; it must stay the same over restarts. Without it: machine and port of the doors.</summary>
    public string? Node { get; init; }

    public string NodeName => Node ?? (Uri.TryCreate(Doors, UriKind.Absolute, out var doors)
        ? $"{System.Environment.MachineName}:{doors.Port}" : System.Environment.MachineName);

    public bool IsHttps => Doors.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || Operations.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    public bool IsDevelopment => Environment == Development;
}
