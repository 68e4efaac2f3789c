using LLTP.Hub.Core.Alerts;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LLTP.Hub.Core;

/// <summary>What the core consists of.</summary>
public static class CoreRegistration
{
    public static IServiceCollection AddHubCore(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptionsOf<HubOptions>(configuration)
        .AddOptionsOf<ProvinceOptions>(configuration.GetSection(ProvinceOptions.Section))
        .AddOptionsOf<NumberOptions>(configuration.GetSection(NumberOptions.Section))
        .AddOptionsOf<RecoveryOptions>(configuration.GetSection(RecoveryOptions.Section))
        .AddOptionsOf<ProcessOptions>(configuration.GetSection(ProcessOptions.Section))
        .AddDeliveryOptions(configuration.GetSection(DeliveryOptions.Section))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<CoreLog>()
        .AddSingleton<Vault>()
        .AddSingleton<PartnerRegistry>()
        .AddSingleton<WakeUps>()
        .AddSingleton<InProgress>()
        .AddSingleton<HopTimes>()
        .AddSingleton<PipelineSettings>()
        .AddSingleton<Progression>()
        .AddSingleton<Outcome>()
        .AddSingleton<Intake>()
        .AddSingleton<OutgoingMail>()
        .AddSingleton<Quarantine>()
        .AddSingleton<DossierNumbers>()
        .AddSingleton<DossierQueries>()
        .AddSingleton<MessagePipeline>()
        .AddHostedService<DeliveryEngine>()
        .AddRepair()
        .AddAlerts(configuration);

    static IServiceCollection AddRepair(this IServiceCollection services) => services
        .AddSingleton<ActRecords>()
        .AddSingleton<Acting>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<EditedDeliveries>()
        .AddSingleton<RecoveryTasks>()
        .AddSingleton<QuarantineRelease>()
        .AddSingleton<WorkItems>()
        .AddSingleton<RestoreMark>()
        .AddHostedService<RecoveryWorker>();

    /// <summary>Options whose attributes are checked at start, all problems at once.</summary>
    public static IServiceCollection AddOptionsOf<T>(this IServiceCollection services, IConfiguration section) where T : class
    {
        services.AddOptions<T>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    static IServiceCollection AddDeliveryOptions(this IServiceCollection services, IConfiguration partners)
    {
        foreach (var partner in Partner.All)
            services.AddOptions<DeliveryOptions>(partner).Bind(partners.GetSection(partner)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
