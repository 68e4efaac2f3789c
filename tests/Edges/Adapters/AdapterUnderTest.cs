using LLTP.Hub.Adapters;
using LLTP.Hub.Core;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Mappings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LLTP.Hub.Tests.Edges.Adapters;

/// <summary>One adapter as the hub composes it, with development keys.</summary>
sealed class AdapterUnderTest : IAsyncDisposable
{
    public const string DeliveryId = "0197d3f2-0000-7000-8000-000000000001";

    readonly ServiceProvider services;
    readonly string folder;
    readonly string partner;

    /// <param name="folder">Where the keys of the hub and of the partner stand, or will stand.</param>
    public AdapterUnderTest(string folder, string partner, Uri endpoint, TimeSpan timeout, params IEnumerable<(string Name, string Value)> more)
    {
        (this.folder, this.partner) = (folder, partner);
        DevelopmentKeys.EnsureFiles(folder, partner, TimeProvider.System);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(endpoint, timeout))
            .AddInMemoryCollection(more.Select(one => KeyValuePair.Create(one.Name.StartsWith("Signing:", StringComparison.Ordinal) ? one.Name : $"Partners:{partner}:{one.Name}", (string?)one.Value))).Build();
        services = new ServiceCollection().AddLogging().AddHubCore(configuration).AddHubAdapters(configuration).BuildServiceProvider();
    }

    public IPartnerAdapter Adapter => services.GetServices<IPartnerAdapter>().Single(adapter => adapter.Descriptor.Partner == partner);

    /// <summary>The key with which the partner signs its answers.</summary>
    public SigningKey PartnerKey => SigningKey.FromPem(Path.Combine(folder, $"{partner}.pem"), Path.Combine(folder, $"{partner}.key.pem"));

    public Task<Reply> SendAsync(string kind) => Adapter.SendAsync(Outgoing(kind), CancellationToken.None);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    static Outgoing Outgoing(string kind) => new(DeliveryId, kind, 1, null, null, Samples.Facts(), new(
        _ => Task.FromResult(Samples.Application("plain")), _ => Task.FromResult<Content?>(null),
        (_, _) => Task.FromResult<FileSource>(_ => Samples.Pdf)));

    Dictionary<string, string?> Settings(Uri endpoint, TimeSpan timeout)
    {
        var secret = Path.Combine(folder, "secret");
        File.WriteAllText(secret, "bi-mat-de-thu");
        return new()
        {
            ["Environment"] = "Development", ["Keys"] = folder,
            [$"Partners:{partner}:Endpoint"] = endpoint.ToString(), [$"Partners:{partner}:Timeout"] = timeout.ToString(),
            [$"Partners:{partner}:CodeGetFile"] = secret, [$"Partners:{partner}:InboundSecretFile"] = secret,
            [$"Partners:{partner}:OutboundSecretFile"] = secret, [$"Partners:{partner}:AuthKeyFile"] = secret, [$"Partners:{partner}:PasswordFile"] = secret,
            [$"Partners:{partner}:User"] = "lltp-hub", [$"Partners:{partner}:CertificateFiles:0"] = Path.Combine(folder, $"{partner}.pem"),
        };
    }
}
