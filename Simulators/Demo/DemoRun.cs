using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Demo;

/// <summary>A whole trial: five simulators, the hub as its own process, dossiers, faults, kills, audit and report.</summary>
sealed class DemoRun(DemoOptions options)
{
    const int CouldNotRun = 2;

    /// <summary>Long enough for the hub to be ready before.</summary>
    static readonly TimeSpan SwitchAfter = TimeSpan.FromSeconds(40);

    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!File.Exists(options.Hub))
            return Fail($"Không tìm thấy trục tích hợp / the hub is not there: {options.Hub}");
        var folder = Directory.CreateTempSubdirectory("lltp-demo-").FullName;
        try
        {
            return await RunAsync(folder, cancellation);
        }
        catch (ServerMissingException missing)
        {
            return Fail(missing.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Fail("Đã dừng / stopped");
        }
        finally
        {
            Leave(folder);
        }
    }

    void Leave(string folder)
    {
        if (options.Keep)
            Console.WriteLine($"Thư mục dữ liệu / folder: {folder}");
        else
            Directory.Delete(folder, recursive: true);
    }

    string? Of(string key) => options.Province?.Find("Province", key);

    string? PoliceOf(string key) => options.Profile == "mps-2026" ? Of(key) : null;

    async Task<int> RunAsync(string folder, CancellationToken cancellation)
    {
        HubAddresses[] addresses = [.. Enumerable.Range(0, options.Nodes).Select(_ => HubAddresses.Choose())];
        var usual = new SimulatorOptions();
        var settings = usual with
        {
            ProvinceCode = Of("Code") ?? usual.ProvinceCode,
            ProvinceName = Of("Name") ?? usual.ProvinceName,
            UnitId = Of("UnitId") ?? usual.UnitId,
            UnitName = Of("UnitName") ?? usual.UnitName,
            ProcedureCode = Of("ProcedureCode") ?? usual.ProcedureCode,
            PoliceUnitName = PoliceOf("UnitName") ?? usual.PoliceUnitName,
            PoliceProcedureCode = PoliceOf("ProcedureCode") ?? usual.PoliceProcedureCode,
            Seed = options.Seed,
            Lgsp = options.Lltp == "lgsp",
            Lookup = options.Lookup,
            PoliceFrom = options.Profile switch
            {
                "mps-2026" => DateTimeOffset.MinValue,
                "switch" => TimeProvider.System.GetUtcNow() + SwitchAfter,
                _ => null,
            },
            ExistingTthc = options.Tthc == "existing",
            AfterIssue = options.AfterIssue,
            Aftermath = options.Aftermath,
            FaultRate = options.FaultPercent / 100,
            Hubs = [.. addresses.Select(node => node.Doors)],
            Folder = folder,
            Deduplicates = !options.NoDedup,
            HubAsks = !options.NoAsk,
        };
        await using var store = await DemoStore.StartAsync(options, settings, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var kit = SimulatorKit.Create(settings, Secrets.Open(settings.SecretsFolder), stop.Token);
        using var line = kit.Hub;
        await using var house = await SimulatorHouse.StartAsync(kit, 0, cancellation);
        await using var hub = new HubNodes([.. addresses.Select((node, index) => new HubProcess(
            options.Hub, HubEnvironment.Make(settings, options.Province, node, store, house.Addresses), node.Operations, Path.Combine(folder, LogOf(index)),
            index == 0 ? options.KillPoints : []))]);

        await AnnounceAsync(addresses, house);
        if (!await hub.StartAsync(StartLimit, cancellation))
            return await FailAsync(hub, folder);

        var disturbances = new Disturbances(options, kit, hub, store);
        await DriveAsync(kit, house, hub, disturbances, cancellation);
        var report = await JudgeAsync(kit, hub, disturbances, cancellation);
        if (options.Stay)
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync();
        return report.IsClean ? 0 : 1;
    }

    async Task DriveAsync(SimulatorKit kit, SimulatorHouse house, HubNodes hub, Disturbances disturbances, CancellationToken cancellation)
    {
        using var driver = new Driver(options, house, kit);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var operators = new Operator(hub, house.Software, house.ExistingTthc, options.Lookup == "by-hand" ? new(hub, kit) : null);
        var watch = new Watch(kit, hub, disturbances, operators, new(options, kit, driver));
        var driving = driver.DriveAsync(over.Token);
        await watch.WatchAsync(driving, cancellation);
        await over.CancelAsync();
        await ((Task)driving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (driving.IsFaulted)
            await driving;
    }

    async Task<Report> JudgeAsync(SimulatorKit kit, HubNodes hub, Disturbances disturbances, CancellationToken cancellation)
    {
        hub.SampleMemory();
        var audit = Audit.Of(kit);
        var report = Report.Of(options, kit, audit, hub, await hub.HopsAsync(cancellation)) with
        {
            DatabaseStops = disturbances.DatabaseStops, RedisStops = disturbances.RedisStops,
            NotShown = hub.PointsLeft.Count() + disturbances.Left.Count() + ProceduresLeft(kit),
        };
        await Summary.WriteAsync(Console.Out, kit, audit, report);
        if (options.Report is { } file)
            await File.WriteAllBytesAsync(file, report.ToJson(), cancellation);
        if (options.Journal is { } journal)
            await File.WriteAllBytesAsync(journal, JournalPages.Write(kit.Journal), cancellation);
        return report;
    }

    static int ProceduresLeft(SimulatorKit kit) => kit.Options.Procedures.Count(code => kit.Board.Cases.All(c => c.Procedure != code));

    static async Task AnnounceAsync(IReadOnlyList<HubAddresses> nodes, SimulatorHouse house)
    {
        await Console.Out.WriteLineAsync($"Vận hành / operations: {string.Join("  ", nodes.Select(node => node.Operations))}");
        await Console.Out.WriteLineAsync($"Cổng đối tác / doors:  {string.Join("  ", nodes.Select(node => node.Doors))}");
        var simulators = house.Addresses.Select(a => $"{a.Partner} {a.Address}");
        await Console.Out.WriteLineAsync("Mô phỏng / simulators: " + string.Join("  ", simulators));
        if (house.ExistingTthc is not null)
            await Console.Out.WriteLineAsync("TTHC hiện có không báo được rút, dừng: các hồ sơ đó đi thường / "
                + "a TTHC system of today cannot tell a withdrawal or a stop: those dossiers go the plain way");
    }

    static async Task<int> FailAsync(HubNodes hub, string folder)
    {
        var ended = hub.HasEnded;
        await hub.DisposeAsync();
        Fail(ended
            ? "Trục tích hợp dừng ngay khi khởi động / the hub ended at its start:"
            : "Trục tích hợp chưa sẵn sàng / the hub did not become ready:");
        foreach (var line in Directory.GetFiles(folder, "hub*.log").Order().SelectMany(log => File.ReadLines(log).TakeLast(20)))
            await Console.Error.WriteLineAsync("  " + line);
        return CouldNotRun;
    }

    static string LogOf(int node) => node == 0 ? "hub.log" : $"hub{node + 1}.log";

    static int Fail(string text)
    {
        Console.Error.WriteLine(text);
        return CouldNotRun;
    }
}
