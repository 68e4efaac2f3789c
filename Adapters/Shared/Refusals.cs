using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Adapters.Shared;

static class Refusals
{
    /// <summary>A map's refusal in the hub's vocabulary.</summary>
    public static Failure AsFailure(this MappingFailure? failure) => failure is null
        ? Failure.Of(FailureCode.Malformed, "-", "-")
        : new(FailureCode.Malformed, $"{failure.Path}: {failure.Text}", $"{failure.Path}: {failure.TextEnglish}");
}
