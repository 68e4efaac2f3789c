using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;

namespace LLTP.Hub.Adapters.Shared;

static class Refusals
{
    /// <summary>A map's refusal in the hub's vocabulary.</summary>
    public static Failure AsFailure(this MappingFailure? failure) => failure is null
        ? Failure.Of(FailureCode.Malformed, "-", "-")
        : new(FailureCode.Malformed, $"{failure.Path}: {failure.Text}", $"{failure.Path}: {failure.TextEnglish}");

    /// <summary>A signature that is not believed, with the broken rule in both languages.</summary>
    public static Failure AsFailure(this SignatureRefusal rule) => new(
        FailureCode.Forged, Text.Vietnamese("failure.Forged", Text.Find($"refusal.{rule.Code}")?.Vietnamese ?? rule.Sentence),
        Text.English("failure.Forged", rule.Sentence));
}
