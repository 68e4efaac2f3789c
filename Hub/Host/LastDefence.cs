using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Pipeline;

namespace LLTP.Hub.Host;

/// <summary>What no door expected becomes 503 with Retry-After, never an HTML page or a stack trace: the sender keeps its message and sends it again.</summary>
sealed partial class LastDefence(RequestDelegate next, ILogger<LastDefence> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The sender went away; it will repeat.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            Unexpected(context.GetEndpoint()?.DisplayName ?? "-", failure.GetType().Name, failure.StackTrace ?? "");
            await DoorAnswers.Problem(context, Failure.Of(FailureCode.Busy)).ExecuteAsync(context);
        }
    }

    [LoggerMessage(2000, LogLevel.Error, "Request to {Endpoint} failed inside the hub: {Kind}\n{Stack}")]
    partial void Unexpected(string endpoint, string kind, string stack);
}
