using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Adapters.Vneid;

/// <summary>Where VNeID asks for numbers (LayMaHoSo) and sends dossiers (TaoHoSo); answers are always in VNeID's envelope.</summary>
public sealed class VneidDoors(MessagePipeline pipeline, DossierNumbers numbers, DoorBody body, DoorLine lines, IOptions<VneidOptions> options,
    TimeProvider clock) : IPartnerDoors, IKeptMessages
{
    const string Numbers = "vneid.LayMaHoSo";
    const string Dossiers = "vneid.TaoHoSo";
    const int LimitMebibytes = 48;

    readonly SecretText? codeGet = options.Value.CodeGetFile is { } file ? SecretText.FromFile(file) : null;
    readonly RestDoor door = new(Partner.Vneid, options.Value, lines, clock);
    readonly IntakeRules rules = new() { PaidCodes = options.Value.PaidCodes };

    public void MapDoors(IEndpointRouteBuilder routes)
    {
        var doors = routes.MapGroup(options.Value.Prefix + "LLTP");
        doors.MapGet("/LayMaHoSo", NextNumberAsync);
        doors.MapPost("/TaoHoSo", SubmitAsync);
    }

    async Task<IResult> NextNumberAsync(HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        var caller = door.Judge(context, ShowsCode(context));
        if ((caller.Refusal ?? door.JudgeSignature(context, default, caller)) is { } refusal)
            return await StrangerAsync(context, Numbers, refusal, cancellation);
        var given = await numbers.NextAsync(cancellation);
        return given.Number is { } number ? Results.Json(new { data = number }, DoorAnswers.Json) : Answer(context, given.Refusal);
    }

    async Task<IResult> SubmitAsync(HttpContext context, CancellationToken cancellation)
    {
        var caller = door.Judge(context, ShowsCode(context));
        if (caller.Refusal is { } stranger)
            return await StrangerAsync(context, Dossiers, stranger, cancellation);
        using var read = await body.ReadAsync(context, LimitMebibytes * DoorBody.Mebibyte, cancellation);
        if (read.TooLarge)
            return await TurnAwayAsync(context, read, caller, Failure.Of(FailureCode.TooLarge, LimitMebibytes), cancellation);
        if (door.JudgeSignature(context, read.Bytes.Span, caller) is { } forged)
            return await TurnAwayAsync(context, read, caller, forged, cancellation);
        if (!DoorAnswers.IsMedia(context, "application/json"))
            return await TurnAwayAsync(context, read, Believed, Failure.Of(FailureCode.UnsupportedMedia, "application/json"), cancellation);

        var reading = VneidMap.ReadApplication(read.Bytes, rules);
        if (reading.Value is not { } application)
            return await TurnAwayAsync(context, read, Believed, reading.Refusal.AsFailure(), cancellation);

        var receipt = await pipeline.AcceptAsync(
            Message(reading, application, read.Bytes) with { Address = DoorAnswers.AddressOf(context), OriginalHash = read.Sha256 }, cancellation);
        return Answer(context, receipt.Refusal);
    }

    public bool Reads(string door) => door == Dossiers;

    public bool IsSigned => false;

    public Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation)
    {
        var reading = VneidMap.ReadApplication(kept.Bytes, rules);
        return Task.FromResult(reading.Value is { } application
            ? Reread.Of(Message(reading, application, kept.Bytes))
            : Reread.No(reading.Refusal.AsFailure()));
    }

    static Incoming Message(Reading<Application> reading, Application application, ReadOnlyMemory<byte> bytes) =>
        new(Partner.Vneid, Dossiers, application.Number, EventKind.Submitted, [], reading.ContentHash, bytes, application)
        {
            Files = reading.Blobs, Report = reading.Report,
        };

    static Caller Believed { get; } = new(null, true);

    bool? ShowsCode(HttpContext context) => codeGet?.Matches(context.Request.Query["CodeGet"]);

    async Task<IResult> StrangerAsync(HttpContext context, string name, Failure failure, CancellationToken cancellation)
    {
        var read = await DoorBody.CountAsync(context, cancellation);
        await pipeline.TurnAwayAsync(new(name, null, null, DoorAnswers.AddressOf(context), default, failure) { Size = read.Size, Sha256 = read.Sha256 }, cancellation);
        return Envelope(StatusCodes.Status400BadRequest, failure);
    }

    async Task<IResult> TurnAwayAsync(HttpContext context, BodyRead read, Caller caller, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(
            new(Dossiers, caller.IsKnown ? Partner.Vneid : null, null, DoorAnswers.AddressOf(context), read.Bytes, failure) { Size = read.Size, Sha256 = read.Sha256 }, cancellation);
        return failure.Code == FailureCode.Forged ? Envelope(StatusCodes.Status400BadRequest, failure) : Answer(context, failure);
    }

    static IResult Answer(HttpContext context, Failure? failure)
    {
        if (failure is { IsTemporary: true })
        {
            context.Response.Headers.RetryAfter = "1";
            return Envelope(StatusCodes.Status503ServiceUnavailable, failure);
        }
        return Envelope(StatusCodes.Status200OK, failure);
    }

    static IResult Envelope(int status, Failure? failure) => Results.Json(
        failure is null ? VneidReply.Done : VneidReply.Refused(failure.Detail), DoorAnswers.Json, statusCode: status);
}
