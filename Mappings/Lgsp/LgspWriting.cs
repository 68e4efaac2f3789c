using System.Globalization;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;

namespace LLTP.Hub.Mappings.Lgsp;

/// <summary>A dossier in the words of the contract lltp-lgsp. A code that the contract's lists lack refuses the message and names the field.</summary>
sealed class LgspWriting(DossierFacts facts, Application application, Notes notes)
{
    const string BornInVietnam = "1";
    const string BornAbroad = "2";

    readonly DateOnly day = VietnamTime.Date(facts.At);

    public DataLgsp Dossier(string? authKey) => new()
    {
        AuthKey = authKey,
        MaTinh = facts.ProvinceCode,
        TenTinh = facts.ProvinceName,
        MaHoSoMCDT = facts.Number,
        NguonDangKy = Text(application.SourceCode),
        TenNguonDangKy = application.SourceName,
        NgayTiepNhan = application.ReceivedOn?.Shown ?? VietnamTime.Day(facts.ReceivedAt),
        ToKhai = Attach(Other(Family(Person(Request())))),
    };

    ToKhaiLgsp Request() => new()
    {
        NgayHenTra = facts.DueDate is { } due ? VietnamTime.Day(due) : Missing("dueDate"),
        LoaiPhieu = Text(application.FormType),
        YeuCauCDNCV = Text(application.BanInformation ?? 0),
        MaMucDich = Text(application.PurposeCode),
        MucDich = application.OtherPurpose ?? application.PurposeName,
        TenMucDich = application.PurposeName,
        MucDichKhac = application.OtherPurpose,
        SoLuongCap = Text(application.Copies ?? 1),
        UyQuyen = Text(application.Authorised ?? 0),
        ThongTinAnTich = application.DeclaredConvictions,
        NycCuTru = [.. application.Stays.Select(Stay)],
    };

    ToKhaiLgsp Person(ToKhaiLgsp form)
    {
        var person = application.Applicant;
        return form with
        {
            NycHoTen = person.FullName,
            NycTenGoiKhac = person.OtherName,
            NycGioiTinh = Mapped(facts.Catalogues.Sexes, person.Sex, "toKhai.nycGioiTinh"),
            NycTenGioiTinh = person.SexName ?? facts.Catalogues.Sexes.Find(person.Sex, day)?.Name,
            NycNgaySinh = person.BirthDate.Shown,
            NycNoiSinhNuocNgoai = IsBornInVietnam(person) ? BornInVietnam : BornAbroad,
            NycNoiSinh = Birth(person.BirthPlace),
            NycThuongTru = Place(person.Permanent),
            NycTamTru = Place(person.Temporary),
            NycDienThoai = person.Phone,
            NycEmail = person.Email,
            NycLoaiGiayTo = Text(person.IdType),
            NycTenLoaiGiayTo = person.IdTypeName,
            NycSoGiayTo = person.IdNumber,
            NycNgayCapGiayTo = person.IdIssuedOn?.Shown,
            NycNoiCapGiayTo = person.IdIssuedBy,
            NycQuocTich = person.Nationality,
            NycTenQuocTich = person.NationalityName,
            NycDanToc = person.Ethnicity,
            NycTenDanToc = person.EthnicityName,
        };
    }

    ToKhaiLgsp Family(ToKhaiLgsp form) => form with
    {
        NycHoTenCha = application.Applicant.FatherName,
        ChaNgaySinh = Text(application.Applicant.FatherBirthYear),
        NycHoTenMe = application.Applicant.MotherName,
        MeNgaySinh = Text(application.Applicant.MotherBirthYear),
        NycHoTenVoChong = application.Applicant.SpouseName,
        VoChongNgaySinh = Text(application.Applicant.SpouseBirthYear),
    };

    ToKhaiLgsp Other(ToKhaiLgsp form) => application is not { IsAuthorised: true, Authorisation: { } other } ? form : form with
    {
        UyQuyenHoTen = other.FullName,
        NuqGioiTinh = other.Sex is null ? null : Mapped(facts.Catalogues.Sexes, other.Sex, "toKhai.thongTinUyQuyen.nuqGioiTinh"),
        NuqNgaySinh = other.BirthDate?.Shown,
        NuqDanToc = other.Ethnicity,
        NuqTenDanToc = other.EthnicityName,
        NuqQuocTich = other.Nationality,
        NuqTenQuocTich = other.NationalityName,
        NuqEmail = other.Email,
        NuqDienThoai = other.Phone,
        NyqQuanHe = other.Relation?.Name,
        NuqThuongTruChiTiet = (other.Registered ?? other.Current)?.Line(),
        NuqLoaiGiayto = Text(other.IdType),
        NuqSoGiayTo = other.IdNumber,
        NuqNgayCapGiayTo = other.IdIssuedOn?.Shown,
        NuqNoiCapGiayTo = other.IdIssuedBy,
    };

    ToKhaiLgsp Attach(ToKhaiLgsp form)
    {
        var attachments = application.Attachments;
        return form with { FileHoSo = [.. attachments.Zip(FileNames.Of(attachments), File)] };
    }

    static FileHoSoLgsp File(Attachment attachment, string name) => new()
    {
        TenLoaiFile = attachment.Title.Length > 0 ? attachment.Title : name,
        TenFile = name,
        NoiDungFile = attachment.File,
    };

    static NycCuTruLgsp Stay(Stay stay) => new()
    {
        TuNgay = stay.From?.Value?.ToString(),
        DenNgay = stay.To?.Value?.ToString(),
        NoiCuTru = stay.Address?.Line(),
        NgheNghiep = stay.Occupation,
        NoiLamViec = stay.Workplace,
    };

    static bool IsBornInVietnam(Applicant person) => person.BirthPlace?.CountryCode is null or "VN";

    // A birth abroad has no Vietnamese area codes: the country belongs to the text.
    static DiaBanLgsp? Birth(BirthPlace? birth) => birth is null ? null
        : birth.CountryCode is null or "VN" ? Place(birth.Address)! with { DcChiTiet = birth.Detail ?? birth.Address.Detail }
        : new() { DcChiTiet = birth.Line() };

    static DiaBanLgsp? Place(Address? place) => place is null ? null : new()
    {
        MaTinhThanh = LastSegment(place.ProvinceCode),
        TenTinhThanh = place.ProvinceName,
        MaQuanHuyen = LastSegment(place.DistrictCode),
        TenQuanHuyen = place.DistrictName,
        MaPhuongXa = LastSegment(place.CommuneCode),
        TenPhuongXa = place.CommuneName,
        DcChiTiet = place.Detail,
    };

    /// <summary>Area codes kept as dotted paths ("38.380.14797") go out with their last segment only (domain §2.3).</summary>
    static string? LastSegment(string? code) => code?[(code.LastIndexOf('.') + 1)..];

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    string? Mapped(Catalogue catalogue, int? code, string path) => notes.Mapped(catalogue, Text(code), "lgsp", day, path);

    string? Missing(string path) => Refused(MappingFailureCode.MissingField, path);

    string? Refused(MappingFailureCode code, string path)
    {
        notes.Refuse(code, path);
        return null;
    }
}
