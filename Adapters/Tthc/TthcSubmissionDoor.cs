using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Vneid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>
/// Where dossiers come in that were not made at VNeID: from the counter, the post, the provincial portal. The body is VNeID's TaoHoSo, the
/// number TTHC's own; nguonDangKy says where it was made.
/// </summary>
public sealed class TthcSubmissionDoor(MessagePipeline pipeline, DoorBody body, IEnumerable<TthcSystem> systems, DoorLine lines, TimeProvider clock)
    : IPartnerDoors, IKeptMessages
{
    const string Door = "tthc.dossiers";
    const long Limit = 48 * DoorBody.Mebibyte;

    readonly TthcEntrance entrance = new(systems, TthcContract.Own, lines, clock);

    public void MapDoors(IEndpointRouteBuilder routes) => routes.MapPost("/api/tthc/v1/dossiers", SubmitAsync);

    async Task<IResult> SubmitAsync(HttpContext context, CancellationToken cancellation)
    {
        var caller = entrance.Judge(context);
        if (caller.Refusal is { } stranger)
            return await RefuseAsync(context, null, await DoorBody.CountAsync(context, cancellation), stranger, cancellation);
        using var got = await body.ReadAsync(context, Limit, cancellation);
        var known = caller.IsKnown ? Partner.Tthc : null;
        if (!got.TooLarge && caller.JudgeSignature(context, got.Bytes.Span) is { } forged)
            return await RefuseAsync(context, known, got, forged, cancellation);
        if (TthcDoors.Misplaced(context, got, Limit) is { } misplaced)
            return await RefuseAsync(context, got.TooLarge ? known : Partner.Tthc, got, misplaced, cancellation);
        var reading = VneidMap.ReadApplication(got.Bytes, new());
        if (reading.Value is not { } application)
            return await RefuseAsync(context, Partner.Tthc, got, reading.Refusal.AsFailure(), cancellation);
        if (!CounterSources.Has(application))
            return await RefuseAsync(context, Partner.Tthc, got, CounterSources.Failure, cancellation);

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var message = Message(reading, application, [key], got.Bytes) with
        {
            Address = DoorAnswers.AddressOf(context), OriginalHash = got.Sha256, System = caller.System,
        };
        return DecisionAnswer.Of(context, await pipeline.AcceptAsync(message, cancellation));
    }

    public bool Reads(string door) => door == Door;

    public bool IsSigned => false;

    public Task<Reread> ReadAsync(KeptMessage kept, CancellationToken cancellation)
    {
        var reading = VneidMap.ReadApplication(kept.Bytes, new());
        return Task.FromResult(reading.Value is not { } application ? Reread.No(reading.Refusal.AsFailure())
            : CounterSources.Has(application) ? Reread.Of(Message(reading, application, kept.Keys, kept.Bytes))
            : Reread.No(CounterSources.Failure));
    }

    static Incoming Message(Reading<Application> reading, Application application, IReadOnlyList<string> keys, ReadOnlyMemory<byte> bytes) =>
        new(Partner.Tthc, Door, application.Number, EventKind.Submitted, keys, reading.ContentHash, bytes, application)
        {
            Files = reading.Blobs, Report = reading.Report,
        };

    async Task<IResult> RefuseAsync(HttpContext context, string? partner, BodyRead got, Failure failure, CancellationToken cancellation)
    {
        await pipeline.TurnAwayAsync(
            new(Door, partner, null, DoorAnswers.AddressOf(context), got.Bytes, failure) { Size = got.Size, Sha256 = got.Sha256 }, cancellation);
        return DoorAnswers.Problem(context, failure);
    }
}
