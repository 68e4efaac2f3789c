using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Rules;

/// <summary>The rules of the day: those of the table that hold now, with the effect that the configuration gives them.</summary>
public sealed class LegalRules(IOptions<RulesOptions> options, Vault vault, TimeProvider clock)
{
    /// <summary>What holds on a day, with its effect; rules that are switched off or do not hold are left out.</summary>
    public IEnumerable<Rule> On(DateOnly day) => RuleTable.Rows.Where(rule => rule.HoldsOn(day))
        .Select(rule => options.Value.Rules.TryGetValue(rule.Code, out var set) ? rule with { Effect = set } : rule)
        .Where(rule => rule.Effect != RuleEffect.Off);

    /// <summary>An application with the warnings of the rules, and with an objection where a rule refuses it; other messages as they are.</summary>
    public Incoming Judge(Incoming message)
    {
        if (message.Content is not Application application)
            return message;
        var findings = Of(application, clock.GetUtcNow().VietnamDay());
        var others = application.Warnings.Where(warning => RuleTable.Rows.All(rule => rule.Code != warning.Code));
        return message with
        {
            Content = application with { Warnings = [.. others, .. findings.Select(finding => finding.AsWarning())] },
            Objection = findings.FirstOrDefault(finding => finding.Refuses)?.AsFailure() ?? message.Objection,
        };
    }

    public IReadOnlyList<Finding> Of(Application application, DateOnly day) =>
        [.. Findings(RuleSubject.Application, day, rule => ApplicationRules.Against(rule, application, day))];

    /// <summary>What an issued certificate of a dossier has against it.</summary>
    public async Task<IReadOnlyList<Finding>> OfAsync(Work work, DossierFile file, Certificate certificate)
    {
        var dossier = file.Row;
        var asked = file.HoldsContent ? await AskedAsync(work, dossier) : null;
        var facts = new CertificateFacts(asked, Clock.Time(dossier.ReceivedAt), await work.IsNumberTakenAsync(certificate.Number, dossier.Number));
        var day = clock.GetUtcNow().VietnamDay();
        return [.. Findings(RuleSubject.Certificate, day, rule => CertificateRules.Against(rule, certificate, facts, day))];
    }

    // Of a dossier that was taken over on its way there is only the version.
    async Task<Application?> AskedAsync(Work work, DossierRow dossier) =>
        await work.ApplicationHashAsync(dossier.Number, dossier.Version) is { Length: > 0 } hash
            ? (Application)Content.FromJson((await work.OpenPayloadAsync(hash, vault)).Span)
            : null;

    IEnumerable<Finding> Findings(RuleSubject subject, DateOnly day, Func<Rule, string?> against) =>
        from rule in On(day)
        where rule.At == subject && rule.By == RuleEnforcer.Rules
        let field = against(rule)
        where field is not null
        select new Finding(rule, field);
}
