using LLTP.Hub.Core;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Sharing;
using LLTP.Hub.Core.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LLTP.Hub.Tests.Support;

/// <summary>The whole core over a real database, with scripted partners and a manual clock.</summary>
public sealed class TestHub : IAsyncDisposable
{
    readonly TestDatabase data;
    readonly ServiceProvider services;
    readonly Dictionary<string, ScriptedPartner> partners;

    readonly bool isFirst;

    TestHub(TestDatabase data, IEnumerable<ScriptedPartner> others, IEnumerable<KeyValuePair<string, string?>> settings, bool isFirst = true)
    {
        (this.data, this.isFirst) = (data, isFirst);
        partners = Partner.All.ToDictionary(name => name, name => new ScriptedPartner(name));
        foreach (var other in others)
            partners[other.Descriptor.Partner] = other;

        var collection = new ServiceCollection().AddLogging()
            .AddHubCore(new ConfigurationBuilder().AddInMemoryCollection(Plain).AddInMemoryCollection(settings).Build())
            .AddSingleton(data.Database).AddSingleton<TimeProvider>(Clock).AddSingleton(ReplyTable.Shipped())
            .AddSingleton<DiskSpace>(() => Disk());
        foreach (var partner in partners.Values)
            collection.AddSingleton<IPartnerAdapter>(partner);
        services = collection.BuildServiceProvider();
    }

    static Dictionary<string, string?> Plain => new()
    {
        ["Numbers:First"] = "5001", ["Numbers:Allocator"] = "Tthc", ["Province:Code"] = "38", ["Province:Name"] = "Tỉnh Thanh Hóa",
        ["Province:UnitId"] = "H56.14", ["Province:UnitName"] = "Sở Tư pháp", ["Province:ProcedureCode"] = "2.000488.000.00.00.H56",
    };

    public ManualClock Clock { get; } = new();

    /// <summary>The disk as the hub finds it.</summary>
    public DiskSpace Disk { get; set; } = () => null;

    public Database Database => data.Database;

    public MessagePipeline Pipeline => Get<MessagePipeline>();

    public DossierQueries Queries => Get<DossierQueries>();

    public ScriptedPartner this[string partner] => partners[partner];

    public static Task<TestHub> StartAsync(params (string Key, string Value)[] settings) => StartWithAsync([], settings);

    /// <summary>Some partners behave otherwise than the plain scripted ones.</summary>
    public static async Task<TestHub> StartWithAsync(IEnumerable<ScriptedPartner> others, params (string Key, string Value)[] settings) =>
        new(await TestDatabase.OfRunningTestAsync(), others, settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));

    /// <summary>Another node on the same database, with the same partners and a clock of its own.</summary>
    public TestHub Beside(params (string Key, string Value)[] settings) =>
        new(data, partners.Values, settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)), isFirst: false);

    /// <summary>The line to Redis; without it this node is alone.</summary>
    public Task OpenLineAsync() => Get<RedisLine>().StartAsync(CancellationToken.None);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() where T : notnull => services.GetServices<T>();

    /// <summary>The hosted engine; without it deliveries happen only when a test says so.</summary>
    public async Task<IAsyncDisposable> RunEngineAsync()
    {
        var engine = services.GetServices<IHostedService>().OfType<DeliveryEngine>().Single();
        await engine.StartAsync(CancellationToken.None);
        return new Running(engine);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (isFirst)
            await data.DisposeAsync();
    }

    sealed class Running(DeliveryEngine engine) : IAsyncDisposable
    {
        // A test that fails while a message is on its way must not wait for that message.
        public async ValueTask DisposeAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await engine.StopAsync(patience.Token);
        }
    }
}
