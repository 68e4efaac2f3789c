using Microsoft.AspNetCore.Http.Features;

namespace LLTP.Hub.Simulators.Common;

/// <summary>Stands before a simulator's endpoints and lets drawn faults happen to the hub's requests.</summary>
sealed class FaultyServer(ISimulator simulator, SimulatorKit kit)
{
    public Task PassAsync(HttpContext context, RequestDelegate next) => kit.Faults.Draw() switch
    {
        FaultKind.Unavailable => simulator.RefuseAsync(context),
        FaultKind.TimeoutBefore => HoldAsync(context),
        FaultKind.TimeoutAfter => TimeOutAfterAsync(context, next),
        FaultKind.ConnectionCut => CutAsync(context, next),
        FaultKind.Garbage => GarbleAsync(context, next),
        FaultKind.DuplicateOrLate => AnswerLateAsync(context, next),
        _ => next(context),
    };

    async Task HoldAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(kit.Options.Hold, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The hub has given up, which is what the fault is for.
        }
        context.Abort();
    }

    async Task TimeOutAfterAsync(HttpContext context, RequestDelegate next)
    {
        await SwallowAsync(context, next);
        await HoldAsync(context);
    }

    async Task CutAsync(HttpContext context, RequestDelegate next)
    {
        if (kit.Faults.Coin())
            await SwallowAsync(context, next);
        context.Abort();
    }

    async Task GarbleAsync(HttpContext context, RequestDelegate next)
    {
        if (kit.Faults.Coin())
            await SwallowAsync(context, next);
        if (kit.Faults.Coin())
            return;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync("<html><body><h1>Hệ thống đang bảo trì</h1></body></html>", context.RequestAborted);
    }

    // The effect comes at once and only the answer is late: a late effect would be a message that overtakes its own proof.
    async Task AnswerLateAsync(HttpContext context, RequestDelegate next)
    {
        var late = await CaptureAsync(context, next);
        await Task.Delay(kit.Faults.Between(100, 300));
        await context.Response.Body.WriteAsync(late, context.RequestAborted);
    }

    static async Task SwallowAsync(HttpContext context, RequestDelegate next)
    {
        await CaptureAsync(context, next);
        context.Response.Clear();
    }

    static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var kept = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept, original));
        await next(context);
        await context.Response.BodyWriter.FlushAsync();
        context.Features.Set(original);
        return kept.ToArray();
    }
}
