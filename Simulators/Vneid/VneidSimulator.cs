using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>VNeID: citizens apply and see states and results (LayMaHoSo, TaoHoSo, traKetQuaHoSoLLTP).</summary>
sealed class VneidSimulator : ISimulator
{
    const string Interrupted = "Yêu cầu bị gián đoạn. Vui lòng thử lại.";

    readonly SimulatorKit kit;
    readonly VneidDisplay display;

    public VneidSimulator(SimulatorKit kit)
    {
        this.kit = kit;
        Citizens = new(kit);
        display = new(kit, Citizens);
    }

    public string Partner => Partners.Vneid;

    public Citizens Citizens { get; }

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v2/lyLichTuPhap/traKetQuaHoSoLLTP", TakeStateAsync);

    /// <summary>VNeID says "not now" in two ways: with HTTP 503, or with its own code 03.</summary>
    public Task RefuseAsync(HttpContext context)
    {
        if (kit.Faults.Coin())
            return AnswerAsync(context.Response, new("03", Interrupted));
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    async Task TakeStateAsync(HttpContext context)
    {
        using var body = await Replies.ParseAsync(context.Request);
        if (body is not null && IsHeldBack(body.RootElement))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var answer = body is null ? new("01", "Dữ liệu không đúng định dạng") : Judge(body.RootElement);
        await AnswerAsync(context.Response, answer);
    }

    // In a trial VNeID takes a certificate only after what was decided about it has been told.
    bool IsHeldBack(JsonElement body) => body.Whole("trangThaiXuLy") == 9
        && kit.Board.Find(body.Text("maHoSoMCDT")) is { Aftermath.When: Moment.BeforeVneid, AllTold.IsCompleted: false };

    VneidAnswer Judge(JsonElement body)
    {
        var answer = kit.Board.Find(body.Text("maHoSoMCDT")) is { } file
            ? StateMessage.Read(body, kit.Options, out var message) is { } wrong ? new("01", wrong) : display.Take(file, message)
            : new("01", "Hồ sơ không tồn tại");
        if (answer is { Code: "01", Expected: false })
            kit.Journal.Trouble(Partner, answer.Text ?? "");
        return answer;
    }

    static Task AnswerAsync(HttpResponse response, VneidAnswer answer)
    {
        response.ContentType = "application/json; charset=utf-8";
        return response.Body.WriteAsync(answer.ToJson()).AsTask();
    }
}
