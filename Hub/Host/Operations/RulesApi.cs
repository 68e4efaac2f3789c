using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Rules;

namespace LLTP.Hub.Host.Operations;

/// <summary>The rules that hold today, with what they do, their words and their switches.</summary>
static class RulesApi
{
    public static void MapRules(this IEndpointRouteBuilder api) => api.MapGet("/rules", (LegalRules rules, TimeProvider clock) =>
        rules.On(clock.GetUtcNow().VietnamDay()).Select(rule => new
        {
            rule.Code, at = $"{rule.At}", effect = $"{rule.Effect}", vi = rule.Vietnamese, en = rule.English, rule.Source, rule.Confirmed,
            rule.From, rule.To, rule.Value, rule.Switch,
        }));
}
