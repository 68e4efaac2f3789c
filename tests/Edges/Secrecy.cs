using System.Text.RegularExpressions;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Tests.Edges;

/// <summary>Searches a text for what no log may say; finds are named by their kind, so that the test itself does not leak them.</summary>
static partial class Secrecy
{
    public static IReadOnlyList<string> Search(string text, IEnumerable<(string Kind, string Value)> secrets) =>
    [
        .. secrets.Where(secret => text.Contains(secret.Value, StringComparison.OrdinalIgnoreCase))
            .Select(secret => secret.Kind).Distinct(),
        .. Session().IsMatch(text) ? (string[])["session"] : [],
    ];

    /// <summary>Everything personal in a stored payload that is canonical content; other payloads give nothing.</summary>
    public static IEnumerable<(string Kind, string Value)> Of(byte[] payload)
    {
        if (!payload.AsSpan().StartsWith("{\"kind\":"u8))
            return [];
        var values = Content.FromJson(payload) switch
        {
            Application application => Of(application),
            Issue issue => Of(issue.Certificate),
            LookupAnswer answer => [("look-up", answer.Detail)],
            _ => [],
        };
        return values.Where(secret => secret.Value is { Length: > 5 }).Select(secret => (secret.Kind, secret.Value ?? ""));
    }

    static IEnumerable<(string Kind, string? Value)> Of(Application application) =>
    [
        ("name", application.Applicant.FullName), ("number", application.Applicant.IdNumber), ("father", application.Applicant.FatherName),
        ("mother", application.Applicant.MotherName), ("spouse", application.Applicant.SpouseName), ("phone", application.Applicant.Phone),
        ("email", application.Applicant.Email), ("conviction", application.DeclaredConvictions),
        ("authorised name", application.Authorisation?.FullName), ("authorised number", application.Authorisation?.IdNumber),
    ];

    static IEnumerable<(string Kind, string? Value)> Of(Certificate certificate) => certificate.Judgments.SelectMany(
        judgment => judgment.Offences.Select(offence => offence.Name).Append(judgment.Number), (_, text) => ("judgment", text));

    // The simulated portal's sessions are 32 hexadecimal digits; identifiers of the hub have hyphens or are longer.
    [GeneratedRegex(@"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Session();
}
