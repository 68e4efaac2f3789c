using LLTP.Hub.Adapters.Dvcqg;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Adapters.Tthc;
using LLTP.Hub.Adapters.V06;
using LLTP.Hub.Adapters.Vneid;
using LLTP.Hub.Core;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters;

/// <summary>The partners of this hub: a line each.</summary>
public static class AdaptersRegistration
{
    public static IServiceCollection AddHubAdapters(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<DoorBody>()
        .AddKeysAndTrust(configuration)
        .AddSingleton<DoorLine>()
        .AddOptionsOf<GatewaysOptions>(configuration)
        .AddSingleton<DvcqgSession>()
        .AddSingleton<CertificateCheck>()
        .AddPartner<VneidAdapter, VneidOptions>(Partner.Vneid, configuration.GetSection(VneidOptions.Section)).AddDoors<VneidDoors>()
        .AddTthc(configuration.GetSection(TthcOptions.Section))
        .AddLltp(configuration.GetSection(LltpOptions.Section))
        .AddV06(configuration.GetSection(V06Options.Section)).AddDoors<V06Door>()
        .AddPartner<DvcqgAdapter, DvcqgOptions>(Partner.Dvcqg, configuration.GetSection(DvcqgOptions.Section));

    static IServiceCollection AddPartner<TAdapter, TOptions>(this IServiceCollection services, string partner, IConfiguration section)
        where TAdapter : class, IPartnerAdapter
        where TOptions : PartnerOptions
    {
        services.AddOptionsOf<TOptions>(section);
        return services.AddLine<TOptions>(partner, provider => provider.GetRequiredService<IOptions<TOptions>>()).AddSingleton<IPartnerAdapter, TAdapter>();
    }

    /// <summary>The HTTP line to a partner, by what is configured for it.</summary>
    static IServiceCollection AddLine<TOptions>(this IServiceCollection services, string partner, Func<IServiceProvider, IOptions<TOptions>> optionsOf)
        where TOptions : PartnerOptions
    {
        services.AddHttpClient(partner, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => PartnerTls.Handler(
                optionsOf(provider).Value.Tls, provider.GetRequiredService<HubKeys>(),
                provider.GetRequiredService<IOptions<HubOptions>>().Value.IsDevelopment))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddKeyedSingleton(partner, (provider, _) => Line(partner, provider, optionsOf(provider).Value));
        return services.AddSingleton<ConfiguredPartner>(provider => new(partner, optionsOf(provider)));
    }

    static PartnerLine Line(string partner, IServiceProvider provider, PartnerOptions options)
    {
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return new(partner, clients, provider.GetRequiredService<IOptionsMonitor<DeliveryOptions>>(), clock)
        {
            Signatures = SignaturesOf(options, provider),
            Token = options.Token.Kind == TokenKind.None ? null : new(partner, options.Token, clients, clock),
            Route = options.Endpoint is { } endpoint ? (endpoint, options.Forward) : null,
        };
    }

    static CallSignatures? SignaturesOf(PartnerOptions options, IServiceProvider provider) =>
        options is RestPartnerOptions rest
            ? new(rest.Jws, provider.GetRequiredService<HubKeys>(), provider.GetRequiredService<TimeProvider>())
            : null;

    /// <summary>The main TTHC system, and those beside it (Systems), each with a line, secrets and a contract of its own.</summary>
    static IServiceCollection AddTthc(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptionsOf<TthcOptions>(section);
        services.AddTthcSystem(Partner.Tthc, provider => provider.GetRequiredService<IOptions<TthcOptions>>());
        foreach (var system in section.GetSection("Systems").GetChildren())
        {
            var name = $"{Partner.Tthc}:{system.Key}";
            services.AddOptions<TthcOptions>(name).Bind(system).ValidateDataAnnotations().ValidateOnStart();
            services.AddTthcSystem(name, provider => new NamedOptions<TthcOptions>(provider.GetRequiredService<IOptionsMonitor<TthcOptions>>(), name));
        }
        return services.AddSingleton<SentDossiers>()
            .AddDoors<TthcDoors>().AddDoors<TthcSubmissionDoor>().AddDoors<TthcStateDoor>().AddDoors<TthcMinistryDoors>();
    }

    static void AddTthcSystem(this IServiceCollection services, string partner, Func<IServiceProvider, IOptions<TthcOptions>> optionsOf) => services
        .AddLine(partner, optionsOf)
        .AddSingleton<TthcSystem>(provider => new(partner, optionsOf(provider).Value))
        .AddSingleton(provider => TthcAdapterOf(new(partner, optionsOf(provider).Value), provider.GetRequiredKeyedService<PartnerLine>(partner)));

    static IPartnerAdapter TthcAdapterOf(TthcSystem system, PartnerLine line) =>
        system.Options.Contract == TthcContract.Existing ? new TthcExistingAdapter(line, system) : new TthcAdapter(line, system);

    static IServiceCollection AddLltp(this IServiceCollection services, IConfiguration section) => section["Contract"] == LgspOptions.Contract
        ? services.AddPartner<LgspAdapter, LgspOptions>(Partner.Lltp, section).AddSingleton<LgspLine>().AddSingleton<IPollablePartner, LgspPoll>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<LgspOptions>>().Value.Certificate)
        : services.AddPartner<LltpAdapter, LltpOptions>(Partner.Lltp, section).AddDoors<LltpDoor>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<LltpOptions>>().Value.Certificate);

    // The door stays: what V06 was asked before may still be answered by it.
    static IServiceCollection AddV06(this IServiceCollection services, IConfiguration section) =>
        Enum.TryParse(section[nameof(LookupOptions.Mode)], ignoreCase: true, out LookupMode mode) && mode == LookupMode.ByHand
            ? services.AddPartner<V06ByHand, V06Options>(Partner.V06, section)
            : services.AddPartner<V06Adapter, V06Options>(Partner.V06, section);

    static IServiceCollection AddKeysAndTrust(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(RevocationFetch.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (RevocationFetch.Limit, RevocationFetch.Largest))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        return services
            .AddOptionsOf<SigningOptions>(configuration.GetSection(SigningOptions.Section))
            .AddSingleton<AdaptersLog>()
            .AddSingleton<RevocationFetch>()
            .AddSingleton<PartnerTrusts>()
            .AddSingleton<HubKeys>()
            .AddSingleton<TrustExpiry>()
            .AddSingleton<ExpiryReport>(provider => provider.GetRequiredService<TrustExpiry>().Report)
            .AddSingleton<RevocationRefresh>(provider => provider.GetRequiredService<PartnerTrusts>().RefreshAsync);
    }

    static IServiceCollection AddDoors<TDoors>(this IServiceCollection services) where TDoors : class, IPartnerDoors, IKeptMessages => services
        .AddSingleton<TDoors>()
        .AddSingleton<IPartnerDoors>(provider => provider.GetRequiredService<TDoors>())
        .AddSingleton<IKeptMessages>(provider => provider.GetRequiredService<TDoors>());
}
