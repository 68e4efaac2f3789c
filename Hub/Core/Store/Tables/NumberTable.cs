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

    public static async Task<bool> WasIssuedAsync(this Work work, string number) =>
        await work.FirstAsync<string>("SELECT number FROM number_issued WHERE number = @number", new { number }) is not null;
}
