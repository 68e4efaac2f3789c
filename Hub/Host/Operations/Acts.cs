using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Repair;

namespace LLTP.Hub.Host.Operations;

/// <summary>How people act through the operations API: who stands in a header, why in the body; a refusal is problem+json in both languages.</summary>
static class Acts
{
    /// <summary>The officer's name, percent-encoded UTF-8; mandatory until the hub knows users.</summary>
    public const string OfficerHeader = "X-LLTP-Officer";

    public static RepairAct Of(HttpContext context, string? reason) =>
        new(Uri.UnescapeDataString(context.Request.Headers[OfficerHeader].ToString()), reason ?? "");

    public static async Task<IResult> AnswerAsync(Task<Repaired> done)
    {
        var repaired = await done;
        return repaired.Refusal is { } code ? Problem(repaired, code) : Results.Json(new { repaired.Id, repaired.Detail }, DoorAnswers.Json);
    }

    static IResult Problem(Repaired repaired, RepairRefusal code)
    {
        var status = code switch
        {
            RepairRefusal.NotFound => StatusCodes.Status404NotFound,
            RepairRefusal.OfficerMissing or RepairRefusal.ReasonMissing or RepairRefusal.BadRequest => StatusCodes.Status400BadRequest,
            RepairRefusal.Unreadable or RepairRefusal.OtherDossier => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };
        return Results.Json(
            new { type = $"urn:lltp-hub:problem:{code}", title = repaired.English, status, detail = repaired.Vietnamese, code = code.ToString() },
            DoorAnswers.Json, "application/problem+json", status);
    }
}
