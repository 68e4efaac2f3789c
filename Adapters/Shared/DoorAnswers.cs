using System.Text.Encodings.Web;
using System.Text.Json;
using LLTP.Hub.Core.Pipeline;
using Microsoft.AspNetCore.Http;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>What doors have in common when they answer.</summary>
public static class DoorAnswers
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>HTTP status of a refusal on the hub's own REST contracts.</summary>
    public static int StatusOf(FailureCode code) => code switch
    {
        FailureCode.NotAuthenticated => StatusCodes.Status401Unauthorized,
        FailureCode.Forged or FailureCode.LineNotAllowed => StatusCodes.Status403Forbidden,
        FailureCode.Malformed => StatusCodes.Status422UnprocessableEntity,
        FailureCode.TooLarge => StatusCodes.Status413PayloadTooLarge,
        FailureCode.UnsupportedMedia => StatusCodes.Status415UnsupportedMediaType,
        FailureCode.UnknownDossier or FailureCode.UnknownRequest => StatusCodes.Status404NotFound,
        FailureCode.Busy or FailureCode.NotStorable or FailureCode.NoNumber => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>Problem details (RFC 9457) with the failure's code and both languages.</summary>
    public static IResult Problem(HttpContext context, Failure failure)
    {
        if (failure.IsTemporary)
            context.Response.Headers.RetryAfter = "1";
        return Results.Json(
            new { type = $"urn:lltp-hub:problem:{failure.Code}", title = failure.DetailEnglish, status = StatusOf(failure.Code), detail = failure.Detail, code = failure.Code.ToString() },
            Json, "application/problem+json", StatusOf(failure.Code));
    }

    public static bool IsMedia(HttpContext context, params string[] accepted)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        return accepted.Any(media => string.Equals(type, media, StringComparison.OrdinalIgnoreCase));
    }

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
