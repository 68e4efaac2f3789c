using LLTP.Hub.Core.Alerts;
using LLTP.Hub.Core.Catalogues;
using LLTP.Hub.Core.CutOver;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Reconciliation;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Rules;
using LLTP.Hub.Core.Sharing;
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
        .AddOptionsOf<StoreOptions>(configuration.GetSection(StoreOptions.Section))
        .AddOptionsOf<ProvinceOptions>(configuration.GetSection(ProvinceOptions.Section))
        .AddOptionsOf<NumberOptions>(configuration.GetSection(NumberOptions.Section))
        .AddOptionsOf<RecoveryOptions>(configuration.GetSection(RecoveryOptions.Section))
        .AddOptionsOf<PressureOptions>(configuration.GetSection(PressureOptions.Section))
        .AddOptionsOf<StopOptions>(configuration.GetSection(StopOptions.Section))
        .AddOptionsOf<RetentionOptions>(configuration.GetSection(RetentionOptions.Section))
        .AddOptionsOf<ReconciliationOptions>(configuration.GetSection(ReconciliationOptions.Section))
        .AddOptionsOf<ProcessOptions>(configuration.GetSection(ProcessOptions.Section))
        .AddOptionsOf<LookupOptions>(configuration.GetSection(LookupOptions.Section))
        .AddDeliveryOptions(configuration.GetSection(DeliveryOptions.Section))
        .AddSharing(configuration.GetSection(RedisOptions.Section))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<CoreLog>()
        .AddSingleton<Vault>()
        .AddSingleton<PartnerRegistry>()
        .AddSingleton<WakeUps>()
        .AddSingleton<InProgress>()
        .AddSingleton<Pressure>()
        .AddSingleton<DiskSpace>(provider => () => Disk.SpaceOf(provider.GetRequiredService<IOptions<HubOptions>>().Value.Data))
        .AddSingleton<Admission>()
        .AddSingleton<Rates>()
        .AddSingleton<Claims>()
        .AddSingleton<WaitingList>()
        .AddSingleton<Retention>()
        .AddSingleton<HopTimes>()
        .AddSingleton<PipelineSettings>()
        .AddOptionsOf<PollOptions>(configuration.GetSection(PollOptions.Section))
        .AddSingleton<ResultPolling>()
        .AddDeadlines()
        .AddOptionsOf<RulesOptions>(configuration)
        .AddSingleton<LegalRules>()
        .AddSingleton<OwedMessages>()
        .AddSingleton<Consequences>()
        .AddSingleton<Progression>()
        .AddSingleton<Outcome>()
        .AddSingleton<Intake>()
        .AddSingleton<CataloguesInUse>()
        .AddSingleton<OutgoingMail>()
        .AddSingleton<Quarantine>()
        .AddOptionsOf<TthcRoutingOptions>(configuration.GetSection(TthcRoutingOptions.Section))
        .AddSingleton<TthcRouting>()
        .AddSingleton<TthcNumbers>()
        .AddSingleton<NumberPool>()
        .AddHostedService(provider => provider.GetRequiredService<NumberPool>())
        .AddSingleton<DossierNumbers>()
        .AddSingleton<HistoryHorizon>()
        .AddSingleton<DossierQueries>()
        .AddSingleton<TthcStands>()
        .AddSingleton<IssuedCertificates>()
        .AddSingleton<MessagePipeline>()
        .AddSingleton<Flights>()
        .AddSingleton<DifferenceBook>()
        .AddSingleton<Reconciler>()
        .AddSingleton<RestoredSpan>()
        .AddSingleton<UnansweredDeliveries>()
        .AddSingleton<PortalSynchronisation>()
        .AddHostedService<DeliveryEngine>()
        .AddRepair()
        .AddAlerts(configuration);

    static IServiceCollection AddRepair(this IServiceCollection services) => services
        .AddSingleton<ActRecords>()
        .AddSingleton<Acting>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<EditedDeliveries>()
        .AddSingleton<RecoveryTasks>()
        .AddSingleton<CatalogueActs>()
        .AddSingleton<DossierTransfer>()
        .AddSingleton<QuarantineRelease>()
        .AddSingleton<LookupsByHand>()
        .AddSingleton<WorkItems>()
        .AddSingleton<RestoreMark>()
        .AddHostedService<RecoveryWorker>();

    /// <summary>Options whose attributes are checked at start, all problems at once.</summary>
    public static IServiceCollection AddOptionsOf<T>(this IServiceCollection services, IConfiguration section) where T : class
    {
        services.AddOptions<T>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    static IServiceCollection AddSharing(this IServiceCollection services, IConfiguration redis)
    {
        services.AddOptionsOf<RedisOptions>(redis).AddSingleton<HubNode>();
        if (redis.Get<RedisOptions>() is not { Endpoint: not null })
            return services.AddSingleton<ISharing, Alone>();
        return services.AddSingleton<RedisLine>().AddSingleton<ISharing, RedisSharing>()
            .AddHostedService(provider => provider.GetRequiredService<RedisLine>());
    }

    static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ProcessOptions>>().Value.Calendar())
        .AddSingleton(TimeLimits.Shipped())
        .AddSingleton(provider => new DueDates(provider.GetRequiredService<WorkCalendar>(), provider.GetRequiredService<TimeLimits>(),
            provider.GetRequiredService<IOptions<ProcessOptions>>().Value.Master))
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ProcessOptions>>().Value.Clock(provider.GetRequiredService<WorkCalendar>()))
        .AddSingleton<DeadlineWatch>()
        .AddSingleton<SupplementWatch>()
        .AddSingleton<UnansweredSupplements>()
        .AddSingleton<UnreportedDecisions>()
        .AddSingleton<DeadlineQueries>();

    static IServiceCollection AddDeliveryOptions(this IServiceCollection services, IConfiguration partners)
    {
        foreach (var partner in Partner.All)
            services.AddOptions<DeliveryOptions>(partner).Bind(partners.GetSection(partner)).ValidateDataAnnotations().ValidateOnStart();
        foreach (var system in partners.GetSection($"{Partner.Tthc}:Systems").GetChildren())
            services.AddOptions<DeliveryOptions>($"{Partner.Tthc}:{system.Key}").Bind(system).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
