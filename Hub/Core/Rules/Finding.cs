using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Texts;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Rules;

/// <summary>A message is against a rule; Field is the place in the contract's own words.</summary>
public sealed record Finding(Rule Rule, string Field)
{
    public bool Refuses => Rule.Effect == RuleEffect.Refuse;

    public Warning AsWarning() => new(Rule.Code, Field, $"{Rule.Vietnamese} ({Rule.Source}) / {Rule.English}");

    public Failure AsFailure() => new(
        FailureCode.AgainstRule,
        Text.Vietnamese("failure.AgainstRule", Rule.Vietnamese, Field, Rule.Source),
        Text.English("failure.AgainstRule", Rule.English, Field, Rule.Code));
}
