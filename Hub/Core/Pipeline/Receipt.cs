using System.Text.Json;

namespace LLTP.Hub.Core.Pipeline;

/// <summary>The business part of a positive answer; a repeated message gets the same one again.</summary>
public sealed record Answer(string EventId, int State, DateTimeOffset RecordedAt)
{
    public string ToText() => JsonSerializer.Serialize(this);

    public static Answer FromText(string text) =>
        JsonSerializer.Deserialize<Answer>(text) ?? throw new InvalidOperationException("A stored answer is empty.");
}

/// <summary>What the pipeline says to a door: the answer (first or repeated), or a refusal.</summary>
public sealed record Receipt(Answer? Answer, Failure? Refusal, bool Repeated = false)
{
    public static Receipt Given(Answer answer, bool repeated = false) => new(answer, null, repeated);

    public static Receipt Refused(Failure failure) => new(null, failure);
}
