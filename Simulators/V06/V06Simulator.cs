using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.V06;

/// <summary>The police records department: signed XML documents both ways.</summary>
sealed class V06Simulator : ISimulator
{
    readonly SimulatorKit kit;
    readonly SigningKey key;
    readonly SigningTrust hub;
    readonly V06Desk desk;

    public V06Simulator(SimulatorKit kit)
    {
        this.kit = kit;
        key = SigningKey.Ensure(kit.Options.KeysFolder, "v06", kit.Clock);
        hub = new(Path.Combine(kit.Options.KeysFolder, "hub.pem"));
        desk = new(kit, new V06Officer(kit, new V06Push(kit, key, hub)));
    }

    public string Partner => Partners.V06;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v06/yeu-cau", AnswerAsync);

    async Task AnswerAsync(HttpContext context)
    {
        using var bytes = new MemoryStream((int)(context.Request.ContentLength ?? 8192));
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var receipt = desk.Answer(SigningEnveloped.Verify(bytes.ToArray(), hub));
        context.Response.StatusCode = receipt.HttpStatus;
        context.Response.ContentType = "application/xml; charset=utf-8";
        var now = kit.Clock.GetUtcNow();
        var document = SigningEnveloped.Sign(receipt.ToElement(now), "bn-" + Guid.NewGuid().ToString("N"), key, now);
        await context.Response.Body.WriteAsync(document, context.RequestAborted);
    }
}
