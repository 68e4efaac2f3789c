namespace LLTP.Hub.Core.Store.Tables;

/// <summary>Dossier numbers that the hub gave out.</summary>
public static class NumberTable
{
    /// <summary>The next counter of this unit and day; never given twice, also after a crash.</summary>
    public static Task<long> NextNumberAsync(this Work work, string unit, string day, long first) => work.FirstAsync<long>(
        """
        INSERT INTO number_counter (unit, day, last) VALUES (@unit, @day, @first)
        ON CONFLICT (unit, day) DO UPDATE SET last = number_counter.last + 1 RETURNING last
        """, new { unit, day, first });

    public static Task<int> RecordNumberAsync(this Work work, string number, long now) =>
        work.ExecuteAsync("INSERT INTO number_issued (number, at) VALUES (@number, @now)", new { number, now });

    /// <summary>0 when the number was given before.</summary>
    public static Task<int> RecordForeignNumberAsync(this Work work, string number, long now) =>
        work.ExecuteAsync("INSERT INTO number_issued (number, at) VALUES (@number, @now) ON CONFLICT (number) DO NOTHING", new { number, now });

    public static Task<int> PoolAsync(this Work work, string number, string day, long now) => work.ExecuteAsync(
        "INSERT INTO number_pool (number, day, at) VALUES (@number, @day, @now) ON CONFLICT (number) DO NOTHING", new { number, day, now });

    /// <summary>The oldest number of the day, taken out; null when there is none.</summary>
    public static Task<string?> TakePooledAsync(this Work work, string day) => work.FirstAsync<string>(
        $"""
        DELETE FROM number_pool WHERE number = (SELECT number FROM number_pool WHERE day = @day ORDER BY at, number LIMIT 1 {work.Dialect.SkipLocked})
        RETURNING number
        """, new { day });

    public static Task<long> PoolSizeAsync(this Work work) => work.FirstAsync<long>("SELECT count(*) FROM number_pool");

    public static Task<int> DropPoolBeforeAsync(this Work work, string day) =>
        work.ExecuteAsync("DELETE FROM number_pool WHERE day <> @day", new { day });

    public static async Task<bool> WasIssuedAsync(this Work work, string number) =>
        await work.FirstAsync<string>("SELECT number FROM number_issued WHERE number = @number", new { number }) is not null;
}
