using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Core.Deadlines;

/// <summary>The time limits of all profiles and of the law, as data.</summary>
public sealed class TimeLimits(IReadOnlyList<TimeLimit> rows)
{
    const string Law = "*";

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public IReadOnlyList<TimeLimit> Rows => rows;

    public static TimeLimits Shipped()
    {
        using var stream = typeof(TimeLimits).Assembly.GetManifestResourceStream("limits.json")
            ?? throw new InvalidOperationException("Missing resource limits.json.");
        return new(JsonSerializer.Deserialize<Table>(stream, Options)?.Rows ?? throw new JsonException("There are no rows of limits."));
    }

    /// <summary>What the profile says on a day, else the law.</summary>
    /// <exception cref="InvalidOperationException">Neither says anything: the table has a hole.</exception>
    public TimeLimit Of(string profile, LimitKind kind, DateOnly day) => Find(profile, kind, day) ?? Statutory(kind, day);

    /// <summary>What the law says on a day, whatever the profile promises.</summary>
    public TimeLimit Statutory(LimitKind kind, DateOnly day) =>
        Find(Law, kind, day) ?? throw new InvalidOperationException($"No time limit {kind} holds on {day:yyyy-MM-dd}.");

    TimeLimit? Find(string profile, LimitKind kind, DateOnly day) =>
        rows.FirstOrDefault(row => row.Profile == profile && row.Kind == kind && row.HoldsOn(day));

    sealed record Table(IReadOnlyList<TimeLimit>? Rows);
}
