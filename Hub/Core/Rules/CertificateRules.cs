using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Rules;

/// <summary>What a certificate is compared with.</summary>
/// <param name="Asked">The application in the version that the dossier has now; null where its content was erased or never here.</param>
/// <param name="NumberIsTaken">Another dossier has a certificate of this number.</param>
public sealed record CertificateFacts(Application? Asked, DateTimeOffset ReceivedAt, bool NumberIsTaken);

/// <summary>The predicates of the rules on issued certificates: each gives the field that is against its rule, or null.</summary>
public static class CertificateRules
{
    const string Result = "ketQuaXuLy";

    public static string? Against(Rule rule, Certificate certificate, CertificateFacts facts, DateOnly day) => rule.Code switch
    {
        "CertificateForm" => facts.Asked is { } asked && certificate.FormType != asked.FormType ? $"{Result}.loaiPhieu" : null,
        "CertificateNumber" => facts.NumberIsTaken ? $"{Result}.soPhieuLLTP" : null,
        "CertificateDate" => IsOutside(certificate.IssuedOn.Value, facts.ReceivedAt.VietnamDay(), day) ? $"{Result}.ngayCapPhieu" : null,
        _ => throw new InvalidOperationException($"Nobody has written the rule {rule.Code} on certificates."),
    };

    static bool IsOutside(PartialDate? issued, DateOnly received, DateOnly today) => issued is { Month: { } month, Day: { } day } date
        && (new DateOnly(date.Year, month, day) < received || new DateOnly(date.Year, month, day) > today);
}
