namespace LLTP.Hub.Core.Store.Tables;

/// <summary>The breakers of all partners and their history.</summary>
public static class BreakerTable
{
    const string Columns = "partner, state, failures, breaks, until, probe, holder, restored_at, changed_at";

    public static async Task<BreakerRow> BreakerAsync(this Work work, string partner) =>
        await work.FirstAsync<BreakerRow>($"SELECT {Columns} FROM breaker WHERE partner = @partner", new { partner }) ?? new() { Partner = partner };

    /// <summary>The row as nobody else can change it before this transaction ends; made when it is not there.</summary>
    public static async Task<BreakerRow> LockBreakerAsync(this Work work, string partner)
    {
        var sql = $"SELECT {Columns} FROM breaker WHERE partner = @partner {work.Dialect.LockRow}";
        if (await work.FirstAsync<BreakerRow>(sql, new { partner }) is { } row)
            return row;
        await work.ExecuteAsync(
            """
            INSERT INTO breaker (partner, state, failures, breaks, changed_at) VALUES (@partner, 'Closed', 0, 0, 0)
            ON CONFLICT (partner) DO NOTHING
            """, new { partner });
        return await work.FirstAsync<BreakerRow>(sql, new { partner }) ?? new() { Partner = partner };
    }

    /// <summary>Writes a locked row; a change of its state goes into the history.</summary>
    public static async Task SaveBreakerAsync(this Work work, BreakerRow before, BreakerRow after, string? reason)
    {
        await work.ExecuteAsync(
            """
            UPDATE breaker SET state = @State, failures = @Failures, breaks = @Breaks, until = @Until, probe = @Probe, holder = @Holder,
                restored_at = @RestoredAt, changed_at = @ChangedAt
            WHERE partner = @Partner
            """, after);
        if (before.State != after.State || before.Probe != after.Probe)
            await work.ExecuteAsync(
                "INSERT INTO breaker_change (partner, at, state, until, holder, reason) VALUES (@Partner, @ChangedAt, @State, @Until, @Holder, @reason)",
                new { after.Partner, after.ChangedAt, after.State, after.Until, after.Holder, reason });
    }

    /// <summary>The look of this node is still on its way.</summary>
    public static Task<int> RenewProbeAsync(this Work work, string delivery, string node, long until) => work.ExecuteAsync(
        "UPDATE breaker SET until = @until WHERE state = 'HalfOpen' AND probe = @delivery AND holder = @node", new { delivery, node, until });

    public static Task<IReadOnlyList<BreakerRow>> BreakersAsync(this Work work) =>
        work.ListAsync<BreakerRow>($"SELECT {Columns} FROM breaker ORDER BY partner");

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<BreakerChange>> BreakerChangesAsync(this Work work, string partner, int limit) =>
        work.ListAsync<BreakerChange>(
            "SELECT * FROM breaker_change WHERE partner = @partner ORDER BY seq DESC LIMIT @limit", new { partner, limit });
}
