namespace LLTP.Hub.Benchmarks;

/// <summary>
/// The hub's CPU for one more dossier of the demo on SQLite, against the sum of the bare operations that it cannot avoid, measured in the
/// same run: how often a dossier needs each (counted in the trial's own database) times what it costs alone.
/// </summary>
static class CpuPerDossier
{
    const int Small = 300;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var dossiers = arguments is [var count, ..] ? int.Parse(count, null) : 1000;
        // The start costs seconds of CPU by itself: what counts is the difference between a short and a long trial.
        var few = Math.Max(20, dossiers / 10);
        var shorter = await DemoTrial.RunAsync(few, []);
        var longer = await DemoTrial.RunAsync(dossiers, ["--keep"]);
        var spent = (longer.HubCpu - shorter.HubCpu) * 1000 / (dossiers - few);
        List<BareOperation> operations;
        using (var counts = new DossierCounts(Path.Combine(longer.Folder, "hub.db")))
            operations = [.. await OperationsAsync(counts)];
        Directory.Delete(longer.Folder, recursive: true);
        Print(spent, operations);
    }

    static async Task<IEnumerable<BareOperation>> OperationsAsync(DossierCounts counts)
    {
        var rsa = await BareCosts.RsaAsync();
        var application = await BareCosts.JsonAsync(counts.ApplicationBytes);
        var small = await BareCosts.JsonAsync(Small);
        // Beside applications: what came in is read and kept; what goes out to partners with JSON is written, and their answers are read.
        var plain = counts.Taken + counts.Sent - counts.SignedExchanges;
        return
        [
            new("RSA-2048 signature", counts.SignedExchanges, rsa.Sign),
            new("RSA-2048 verification", counts.SignedExchanges, rsa.Verify),
            new("XML read + canonical form 4 KB", 2 * counts.SignedExchanges, await BareCosts.CanonicalAsync()),
            new($"JSON read, {counts.ApplicationBytes / 1024:0.0} KB", counts.ApplicationsRead, application.Read),
            new($"JSON written, {counts.ApplicationBytes / 1024:0.0} KB", counts.ApplicationsWritten, application.Write),
            new("JSON read, small", plain, small.Read),
            new("JSON written, small", plain, small.Write),
            new($"SHA-256 of {counts.PayloadBytes / 1024:0} KB", 1, await BareCosts.Sha256Async(counts.PayloadBytes)),
            new("durable transaction, 3 rows", counts.Taken + counts.Sent + counts.Numbers, await BareCosts.CommitAsync()),
            new("HTTP, one side, 1 KB", counts.Taken + counts.Sent + counts.Numbers, await BareCosts.HttpAsync()),
        ];
    }

    static void Print(double spent, List<BareOperation> operations)
    {
        Console.WriteLine($"{"operation",-34}{"per dossier",12}{"ms each",10}{"ms/dossier",12}{"of hub",8}");
        foreach (var one in operations)
            Console.WriteLine($"{one.Name,-34}{one.PerDossier,12:0.0}{one.Milliseconds,10:0.000}{one.Total,12:0.00}{one.Total / spent,8:P0}");
        var sum = operations.Sum(one => one.Total);
        Console.WriteLine($"{"sum of the bare operations",-34}{"",22}{sum,12:0.00}");
        Console.WriteLine($"{"the hub, CPU of one more dossier",-34}{"",22}{spent,12:0.00}");
        Console.WriteLine($"ratio {spent / sum:0.00}");
    }
}
