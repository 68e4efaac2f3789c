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
        .AddSingleton<HubKeys>()
        .AddSingleton<DvcqgSession>()
        .AddSingleton<CertificateCheck>()
        .AddPartner<VneidAdapter, VneidOptions>(Partner.Vneid, configuration.GetSection(VneidOptions.Section)).AddDoors<VneidDoors>()
        .AddPartner<TthcAdapter, TthcOptions>(Partner.Tthc, configuration.GetSection(TthcOptions.Section)).AddDoors<TthcDoors>()
        .AddPartner<LltpAdapter, LltpOptions>(Partner.Lltp, configuration.GetSection(LltpOptions.Section)).AddDoors<LltpDoor>()
        .AddPartner<V06Adapter, V06Options>(Partner.V06, configuration.GetSection(V06Options.Section)).AddDoors<V06Door>()
        .AddPartner<DvcqgAdapter, DvcqgOptions>(Partner.Dvcqg, configuration.GetSection(DvcqgOptions.Section));

    static IServiceCollection AddPartner<TAdapter, TOptions>(this IServiceCollection services, string partner, IConfiguration section)
        where TAdapter : class, IPartnerAdapter
        where TOptions : PartnerOptions
    {
        services.AddOptionsOf<TOptions>(section);
        services.AddHttpClient(partner, client => client.Timeout = Timeout.InfiniteTimeSpan)
            // A client held for long must still see changes of DNS.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddKeyedSingleton(partner, (provider, _) => new PartnerLine(
            partner, provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<IOptionsMonitor<DeliveryOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<IPartnerAdapter, TAdapter>();
    }

    static IServiceCollection AddDoors<TDoors>(this IServiceCollection services) where TDoors : class, IPartnerDoors =>
        services.AddSingleton<IPartnerDoors, TDoors>();
}
