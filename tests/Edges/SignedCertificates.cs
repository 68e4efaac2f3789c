using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

/// <summary>A hub that takes certificates only with the signature of the issuing unit.</summary>
public sealed class SignedCertificates : IAsyncLifetime
{
    public const string Unit = "phieu";

    public RunningHub Hub { get; } = new() { More = Settings };

    public ValueTask InitializeAsync() => Hub.InitializeAsync();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    static IEnumerable<(string Name, string Value)> Settings(string keys) =>
    [
        ("Partners__Lltp__Certificate__Signature", "Required"),
        ("Partners__Lltp__Certificate__CertificateFiles__0", DevelopmentKeys.EnsureFiles(keys, Unit, TimeProvider.System).Certificate),
    ];
}
