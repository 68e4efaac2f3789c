using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Rules;
using LLTP.Hub.Core.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
        .AddDeadlines()
        .AddOptionsOf<RulesOptions>(configuration)
        .AddSingleton<LegalRules>()
        .AddSingleton<Progression>()
        .AddSingleton<Outcome>()
        .AddSingleton<Intake>()
        .AddSingleton<OutgoingMail>()
        .AddSingleton<Quarantine>()
        .AddSingleton<DossierNumbers>()
        .AddSingleton<DossierQueries>()
        .AddSingleton<MessagePipeline>()
        .AddHostedService<DeliveryEngine>();

    /// <summary>Options whose attributes are checked at start, all problems at once.</summary>
    public static IServiceCollection AddOptionsOf<T>(this IServiceCollection services, IConfiguration section) where T : class
    {
        services.AddOptions<T>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ProcessOptions>>().Value.Calendar())
        .AddSingleton(TimeLimits.Shipped())
        .AddSingleton(provider => new DueDates(provider.GetRequiredService<WorkCalendar>(), provider.GetRequiredService<TimeLimits>(),
            provider.GetRequiredService<IOptions<ProcessOptions>>().Value.Master))
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ProcessOptions>>().Value.Clock(provider.GetRequiredService<WorkCalendar>()))
        .AddSingleton<DeadlineWatch>()
        .AddSingleton<DeadlineQueries>();

    static IServiceCollection AddDeliveryOptions(this IServiceCollection services, IConfiguration partners)
    {
        foreach (var partner in Partner.All)
            services.AddOptions<DeliveryOptions>(partner).Bind(partners.GetSection(partner)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
