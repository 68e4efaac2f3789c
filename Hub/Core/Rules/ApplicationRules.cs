using System.Globalization;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Rules;

/// <summary>The predicates of the rules on applications: each gives the field that is against its rule, or null.</summary>
public static class ApplicationRules
{
    const string Form = "toKhai";
    const string Other = "toKhai.thongTinUyQuyen";

    public static string? Against(Rule rule, Application application, DateOnly day) => rule.Code switch
    {
        "ApplicantAge" => IsYounger(application.Applicant, rule.Value ?? 0, day) ? $"{Form}.nycNgaySinh" : null,
        WarningCodes.ImplausibleNumber => application.Warnings.FirstOrDefault(warning => warning.Code == rule.Code)?.Field,
        "Form2NotAuthorised" => application is { FormType: 2, IsAuthorised: true } ? $"{Form}.uyQuyen" : null,
        "AuthorisationIncomplete" => application.IsAuthorised ? Missing(application.Authorisation ?? new()) : null,
        "TextForm" => Names(application).FirstOrDefault(name => IsDamaged(name.Value)).Field,
        _ => throw new InvalidOperationException($"Nobody has written the rule {rule.Code} on applications."),
    };

    // Of a birth date without day or month the oldest possible counts: nobody is turned away for what is not known.
    static bool IsYounger(Applicant applicant, int years, DateOnly day) =>
        applicant.BirthDate.Value is { } born && new DateOnly(born.Year, born.Month ?? 1, born.Day ?? 1).AddYears(years) > day;

    static string? Missing(Authorisation other) => new (string Field, object? Value)[]
    {
        ("nuqHoTen", other.FullName), ("nuqGioiTinh", other.Sex), ("nuqNgaySinh", other.BirthDate), ("nuqLoaiGiayTo", other.IdType),
        ("nuqSoGiayTo", other.IdNumber), ("nuqNgayCapGiayTo", other.IdIssuedOn), ("nuqNoiCapGiayTo", other.IdIssuedBy),
        ("nuqNoiDKKS", other.Registered ?? other.Current), ("nuqQuanHe", other.Relation), ("nuqNgayKyVanBanUyQuyen", other.SignedOn),
    }.Where(one => one.Value is null or "").Select(one => $"{Other}.{one.Field}").FirstOrDefault();

    static IEnumerable<(string Field, string? Value)> Names(Application application) =>
    [
        ($"{Form}.nycHoTen", application.Applicant.FullName), ($"{Form}.nycTenGoiKhac", application.Applicant.OtherName),
        ($"{Form}.nycHoTenCha", application.Applicant.FatherName), ($"{Form}.nycHoTenMe", application.Applicant.MotherName),
        ($"{Form}.nycHoTenVoChong", application.Applicant.SpouseName), ($"{Other}.nuqHoTen", application.Authorisation?.FullName),
    ];

    // Texts are NFC when they come here: a mark that still stands alone belongs to no letter of Vietnamese.
    static bool IsDamaged(string? name) =>
        name?.Any(letter => letter == '\uFFFD' || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) ?? false;
}
