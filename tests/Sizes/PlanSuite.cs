using System.Data.Common;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Load;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>What the store really issues, statement by statement, with more than ten thousand rows in each table that grows.</summary>
public abstract class PlanSuite(ITestOutputHelper output)
{
    const int Messages = 40_000;
    const int Traces = 15_000;

    /// <summary>Rows above which a table must not be read from end to end.</summary>
    protected const int Large = 10_000;

    protected abstract string Place { get; }

    /// <summary>A connection of the test's own to the same data.</summary>
    protected abstract Task<DbConnection> ConnectAsync(string place);

    /// <summary>
    /// Where the statement reads a large table from end to end, in the words of the plan. An index of what is open only may be read whole, and one
    /// that gives the newest rows of a list.
    /// </summary>
    protected abstract Task<IReadOnlyList<string>> WalksAsync(DbConnection connection, string sql, IReadOnlyList<IssuedValue> values);

    [Fact]
    public async Task No_statement_walks_over_a_large_table()
    {
        await using var hub = await TestHub.StartAsync();
        await new ManyMessages(hub.Database, Messages).LoadAsync(CancellationToken.None);
        await new ManyTraces(hub.Database, Traces).LoadAsync(CancellationToken.None);
        var place = await hub.Database.ReadAsync(work => work.FirstAsync<string>(Place), CancellationToken.None) ?? "";
        using var issued = new IssuedStatements(place);

        await LiveAsync(hub);
        foreach (var method in TableCalls.All)
            await TableCalls.MakeAsync(hub.Database, method);

        var walks = new List<string>();
        await using (var connection = await ConnectAsync(place))
            foreach (var (sql, values) in issued.All)
                walks.AddRange((await WalksAsync(connection, sql, values)).Select(walk => $"{walk}\n    {sql}"));
        output.WriteLine($"{issued.All.Count} statements");
        Assert.True(issued.All.Count > 120, $"Only {issued.All.Count} statements were issued.");
        Assert.True(walks.Count == 0, string.Join("\n", walks));
    }

    /// <summary>A list in the order of an index that stops after its page: nothing is passed over.</summary>
    protected static bool IsPage(string sql) => sql.Contains("LIMIT", StringComparison.Ordinal) && !sql.Contains("WHERE", StringComparison.Ordinal);

    /// <summary>Holds what is open only; what waits for its time may be very much.</summary>
    protected static bool IsOfOpen(string index, string definition) =>
        definition.Contains("WHERE", StringComparison.Ordinal) && index != "delivery_due" && index != "delivery_open";

    // What no table does alone: intake, delivery, sweep and the lists for people and partners.
    static async Task LiveAsync(TestHub hub)
    {
        var none = CancellationToken.None;
        await hub.TakesAsync(Support.Messages.Application());
        await hub.TakesAsync(Support.Messages.Application());
        foreach (var partner in Partner.All)
            await hub.DeliverDueAsync(partner);
        await hub.TakesAsync(Support.Messages.Acceptance());
        await hub.Pipeline.SweepAsync(none);
        await hub.Get<WaitingList>().ReadAsync(null, 100, none);
        await hub.Queries.ViewAsync(Sample.Number, none);
        await hub.Queries.ChangedAsync(Sample.Start, 0, 100, null, none);
        await hub.Queries.WorkItemsAsync(100, none);
        await hub.Queries.RefusalsAsync(100, none);
    }
}
