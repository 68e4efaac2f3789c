using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings.Dvcqg;

/// <summary>A dossier and its progress in the words of the DVCQG contract.</summary>
static class DossierLine
{
    const string Citizen = "1";
    const int MaxSummary = 1000;
    const int MaxOfficer = 50;

    public static HoSo Dossier(DossierFacts facts, Application application) => new()
    {
        MaHoSo = facts.Number,
        MaTTHC = facts.ProcedureCode,
        TenTTHC = facts.ProcedureName,
        KenhThucHien = Channel(facts, application.SourceCode),
        ChuHoSo = application.Applicant.FullName,
        LoaiDoiTuong = Citizen,
        MaDoiTuong = application.Applicant.IdNumber,
        Email = application.Applicant.Email,
        SoDienThoai = application.Applicant.Phone,
        TrichYeuHoSo = TextForm.Cut(Summary(application), MaxSummary),
        NgayTiepNhan = VietnamTime.Compact(facts.ReceivedAt),
        NgayHenTra = Due(facts),
        TrangThaiHoSo = State(facts),
        NgayTra = facts.State == 10 ? VietnamTime.Compact(facts.HandedOverAt ?? facts.At) : null,
        NgayKetThucXuLy = End(facts),
        DonViXuLy = facts.UnitName,
        GhiChu = Note(facts),
        NgayTuChoi = facts.State == 3 ? VietnamTime.Compact(facts.At) : null,
        DinhDanhCHS = Identity(application.Applicant, facts),
        NgayNopHoSo = VietnamTime.Compact(facts.ReceivedAt)
    };

    /// <summary>Reasons, and what was decided about an issued certificate.</summary>
    public static string? Note(DossierFacts facts) => facts.State is 3 or 5 or 7 or 8 or 9 or 10 ? facts.Reason : null;

    public static TienDo Progress(DossierFacts facts) => new()
    {
        MaHoSo = facts.Number,
        NguoiXuLy = TextForm.Cut(Handler(facts), MaxOfficer),
        ChucDanh = facts.Officer?.Title,
        ThoiDiemXuLy = VietnamTime.Compact(facts.At),
        PhongBanXuLy = facts.Officer?.Department ?? facts.UnitName,
        NoiDungXuLy = facts.Reason ?? CatalogueSet.StateName(facts.State),
        TrangThai = State(facts),
        NgayBatDau = VietnamTime.Compact(facts.At),
        NgayKetThucTheoQuyDinh = Due(facts)
    };

    /// <summary>What of a progress line does not fit.</summary>
    public static IEnumerable<ReportLine> Cut(DossierFacts facts) =>
        Handler(facts).Length > MaxOfficer ? [new("officer.name", "NguoiXuLy", "cut to the length allowed")] : [];

    // A decision after the issue does not move the end that the on-time index counts.
    static string? End(DossierFacts facts) => facts.FinishedAt is { } finished ? VietnamTime.Compact(finished)
        : facts.State is 3 or 7 or 8 or 9 ? VietnamTime.Compact(facts.At) : null;

    static string Handler(DossierFacts facts) => facts.Officer?.Name ?? facts.UnitName;

    static string Summary(Application application) => string.Create(
        CultureInfo.InvariantCulture, $"Cấp Phiếu lý lịch tư pháp số {application.FormType} cho {application.Applicant.FullName}");

    static string? Kind(Applicant applicant, DossierFacts facts) =>
        facts.Catalogues.IdentityKinds.Target(applicant.IdNumber.Length, "dvcqg", VietnamTime.Date(facts.At));

    // The row * is for sources whose code VNeID has not told yet.
    static string? Channel(DossierFacts facts, int? source)
    {
        var (channels, day) = (facts.Catalogues.Channels, VietnamTime.Date(facts.At));
        return channels.Target(source, "dvcqg", day) ?? channels.Target("*", "dvcqg", day);
    }

    static string? Due(DossierFacts facts) => facts.DueDate is { } due ? VietnamTime.CompactEnd(due) : null;

    static string State(DossierFacts facts) => facts.State.ToString(CultureInfo.InvariantCulture);

    // Passports and other papers have no LoaiDinhDanh: they go in MaDoiTuong only.
    static IReadOnlyList<DinhDanh>? Identity(Applicant applicant, DossierFacts facts) =>
        applicant.IdNumber.All(char.IsAsciiDigit) && Kind(applicant, facts) is { } kind
            ? [new DinhDanh { LoaiDinhDanh = kind, SoDinhDanh = applicant.IdNumber }]
            : null;
}
