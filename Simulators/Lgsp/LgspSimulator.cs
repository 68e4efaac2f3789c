using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lgsp;

/// <summary>The shared LLTP software behind the LGSP: takes DataLGSP, tells results only when it is asked.</summary>
sealed class LgspSimulator : ISimulator
{
    readonly SimulatorKit kit;
    readonly LgspDesk desk;

    public LgspSimulator(SimulatorKit kit)
    {
        this.kit = kit;
        desk = new(kit);
    }

    public string Partner => Partners.Lltp;

    /// <summary>A newer version reaches the software by telephone.</summary>
    public bool CorrectByHand(string number)
    {
        desk.CorrectByHand(number);
        return true;
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/NhanHoSoLLTP", context => AnswerAsync(context, desk.Receive));
        routes.MapPost("/TraKetQuaLLTP", context => AnswerAsync(context, desk.Tell));
    }

    async Task AnswerAsync(HttpContext context, Func<JsonElement, object> answer)
    {
        using var body = await Replies.ParseAsync(context.Request);
        var said = body?.RootElement is { } message && message.Text("authKey") == kit.Secrets.LltpAuthKey
            ? answer(message)
            : LgspDesk.Refuse("Sai mã xác thực hoặc dữ liệu không đọc được");
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(said), context.RequestAborted);
    }
}
