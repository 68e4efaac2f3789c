using System.ComponentModel.DataAnnotations;

namespace LLTP.Hub.Core.Rules;

/// <summary>Which rules do something else than the table says; bound from the root, so that Rules:CODE is Off, Warn or Refuse.</summary>
public sealed class RulesOptions : IValidatableObject
{
    public Dictionary<string, RuleEffect> Rules { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var known = RuleTable.Rows.Where(rule => rule.By == RuleEnforcer.Rules).Select(rule => rule.Code).ToList();
        return Rules.Keys.Except(known).Select(code => new ValidationResult(
            $"Rules:{code}: there is no such rule that can be switched. Those that can: {string.Join(", ", known)}."));
    }
}
