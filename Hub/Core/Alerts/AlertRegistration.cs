using LLTP.Hub.Core.Sharing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LLTP.Hub.Core.Alerts;

/// <summary>What is watched, and by which ways it is told; other rooms add a Probe of their own.</summary>
static class AlertRegistration
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(WebhookChannel.Client, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        return services
            .AddOptionsOf<AlertOptions>(configuration.GetSection(AlertOptions.Section))
            .AddSingleton<IAlertChannel, WebhookChannel>()
            .AddSingleton<IAlertChannel, MailChannel>()
            .AddSingleton<StoreProbes>()
            .AddSingleton<MachineProbes>()
            .AddProbe<StoreProbes>(probes => probes.PartnersAsync)
            .AddProbe<StoreProbes>(probes => probes.ParkedAsync)
            .AddProbe<StoreProbes>(probes => probes.QuarantineAsync)
            .AddProbe<MachineProbes>(probes => probes.DiskAsync)
            .AddProbe<MachineProbes>(probes => probes.CertificatesAsync)
            .AddProbe<MachineProbes>(probes => probes.ClockAsync)
            .AddProbe<ISharing>(SharingProbe)
            .AddSingleton<AlertRounds>()
            .AddSingleton<AlertSending>()
            .AddHostedService<AlertWatch>();
    }

    static Probe SharingProbe(ISharing sharing) => _ => Task.FromResult(new Observed(FaultKind.Redis,
        [new(FaultKind.Redis, "redis", sharing.Trouble is null ? Level.Good : Level.Bad, sharing.Trouble ?? "")]));

    static IServiceCollection AddProbe<T>(this IServiceCollection services, Func<T, Probe> probe) where T : notnull =>
        services.AddSingleton(provider => probe(provider.GetRequiredService<T>()));
}
