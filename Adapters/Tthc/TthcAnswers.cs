using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Store;
using Microsoft.AspNetCore.Http;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>Answer to a decision; a repeat gets the same one.</summary>
public sealed record DecisionAnswer(string EventId, int State, DateTimeOffset RecordedAt)
{
    internal static IResult Of(HttpContext context, Receipt receipt) => receipt.Answer is { } answer
        ? Results.Json(new DecisionAnswer(answer.EventId, answer.State, answer.RecordedAt), DoorAnswers.Json)
        : DoorAnswers.Problem(context, receipt.Refusal ?? Failure.Of(FailureCode.Busy));
}

/// <summary>What the hub holds of a dossier.</summary>
public sealed record DossierAnswer(
    string Number, int Version, int State, int? Step, DateTimeOffset ReceivedAt, DateTimeOffset ChangedAt, string? DueDate, string? TthcDueDate,
    string? CertificateNumber)
{
    public static DossierAnswer Of(DossierRow row) => new(
        row.Number, row.Version, row.State, row.Step, Clock.Vietnam(row.ReceivedAt), Clock.Vietnam(row.EventAt), row.DueDate, row.TthcDueDate,
        row.CertificateNo);
}

/// <summary>A page of changed dossiers; after asks for the next one, null when there is none.</summary>
public sealed record ChangesAnswer(IReadOnlyList<DossierAnswer> Dossiers, long? After);
