using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Lltp;

/// <summary>The two calls of the contract lltp-lgsp, and the secret that goes in their bodies; never logged.</summary>
public sealed class LgspLine([FromKeyedServices(Partner.Lltp)] PartnerLine line, IOptions<LgspOptions> options)
{
    readonly SecretText? authKey = options.Value.AuthKeyFile is { } file ? SecretText.FromFile(file) : null;

    public string? AuthKey => authKey?.Reveal();

    public Task<PartnerAnswer> SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        PostAsync(options.Value.SendPath, body, cancellation);

    public Task<PartnerAnswer> PollAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        PostAsync(options.Value.PollPath, body, cancellation);

    public Task<string?> CheckAsync(CancellationToken cancellation) => line.CheckAsync(options.Value.Endpoint, cancellation);

    Task<PartnerAnswer> PostAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellation) => line.SendAsync(
        new(HttpMethod.Post, new(options.Value.Endpoint ?? new Uri("about:blank"), path), body, "application/json; charset=utf-8"), cancellation);
}
