using System.Globalization;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>A province's administrative-procedure system, written from the partner contract tthc-partner-v1.</summary>
sealed class TthcSimulator : ISimulator
{
    readonly SimulatorKit kit;
    readonly TthcBook book;
    readonly TthcCounter counter;

    public TthcSimulator(SimulatorKit kit)
    {
        this.kit = kit;
        book = new(kit);
        counter = new(kit, book);
        book.WhenSupplementAsked = counter.Supplement;
    }

    public ICounter Counter => counter;

    public string Partner => Partners.Tthc;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dossiers", ChangedAsync);
        routes.MapPost("/numbers", NumberAsync);
        var dossiers = routes.MapGroup("/dossiers/{number}");
        dossiers.MapGet("", HeldAsync);
        dossiers.MapPut("", (HttpContext context, string number) => PutAsync(context, number, book.TakeDossier));
        dossiers.MapPut("/progress/{eventId}", (HttpContext context, string number, string eventId) =>
            PutAsync(context, number, (file, body) => book.TakeProgress(file, eventId, body)));
        dossiers.MapPut("/certificates/{soPhieu}", (HttpContext context, string number, string soPhieu) =>
            PutAsync(context, number, (file, body) => book.TakeCertificate(file, Uri.UnescapeDataString(soPhieu), body)));
        dossiers.MapPut("/decisions/{soQuyetDinh}", (HttpContext context, string number, string soQuyetDinh) =>
            PutAsync(context, number, (file, body) => book.TakeDecision(file, Uri.UnescapeDataString(soQuyetDinh), body)));
    }

    public void Forget(DossierCase file) => book.Forget(file);

    public void Change(DossierCase file, int state) => book.Change(file, state);

    Task NumberAsync(HttpContext context)
    {
        if (!IsAuthorised(context.Request))
            return AnswerAsync(context, "", TthcAnswer.Refuse(401, "Unauthorized", "Sai khóa truy cập"));
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new { number = counter.NextNumber() })).AsTask();
    }

    Task ChangedAsync(HttpContext context)
    {
        if (!IsAuthorised(context.Request))
            return AnswerAsync(context, "", TthcAnswer.Refuse(401, "Unauthorized", "Sai khóa truy cập"));
        return DateTimeOffset.TryParse(context.Request.Query["changedSince"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
            ? context.Response.Body.WriteAsync(book.Changed(since)).AsTask()
            : AnswerAsync(context, "", TthcAnswer.Refuse(422, "Invalid", "changedSince"));
    }

    async Task PutAsync(HttpContext context, string number, Func<DossierCase, JsonElement, TthcAnswer> take)
    {
        if (!IsAuthorised(context.Request))
            await AnswerAsync(context, number, TthcAnswer.Refuse(401, "Unauthorized", "Sai khóa truy cập"));
        else if (context.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 and <= 64 })
            await AnswerAsync(context, number, TthcAnswer.Refuse(422, "MissingKey", "Thiếu Idempotency-Key"));
        else
            await AnswerAsync(context, number, await TakeAsync(context, number, take));
    }

    async Task<TthcAnswer> TakeAsync(HttpContext context, string number, Func<DossierCase, JsonElement, TthcAnswer> take)
    {
        using var body = await Replies.ParseAsync(context.Request);
        if (body is null)
            return TthcAnswer.Refuse(422, "Unreadable", "Nội dung không phải JSON");
        return kit.Board.Find(number) is { } file
            ? take(file, body.RootElement)
            : TthcAnswer.Refuse(404, "UnknownDossier", "Không có hồ sơ này");
    }

    Task HeldAsync(HttpContext context, string number)
    {
        if (!IsAuthorised(context.Request))
            return AnswerAsync(context, number, TthcAnswer.Refuse(401, "Unauthorized", "Sai khóa truy cập"));
        return kit.Board.Find(number) is { } file && book.Held(file) is { } held
            ? context.Response.Body.WriteAsync(held).AsTask()
            : WriteAsync(context, number, TthcAnswer.Refuse(404, "UnknownDossier", "Không có hồ sơ này"));
    }

    bool IsAuthorised(HttpRequest request) => request.Headers.Authorization.ToString() == "Bearer " + kit.Secrets.TthcOutbound;

    Task AnswerAsync(HttpContext context, string number, TthcAnswer answer)
    {
        if (answer.Status >= 400)
            kit.Journal.Trouble(Partner, $"refused a message: {answer.Status} {answer.Code} {answer.Detail}");
        return WriteAsync(context, number, answer);
    }

    static Task WriteAsync(HttpContext context, string number, TthcAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Status >= 400 ? "application/problem+json" : "application/json";
        return context.Response.Body.WriteAsync(answer.ToJson(number)).AsTask();
    }
}
