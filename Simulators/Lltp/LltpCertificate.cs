using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>A certificate as the software issues it; drawn by the seed and the dossier's number.</summary>
sealed class LltpCertificate
{
    readonly LltpDossier dossier;
    readonly string serial;
    readonly bool hasRecord;

    /// <param name="issue">1 for the first certificate, 2 for the one in its place.</param>
    public LltpCertificate(LltpDossier dossier, SimulatorOptions options, int issue = 1)
    {
        this.dossier = dossier;
        hasRecord = dossier.Result == "Co";
        serial = $"{dossier.Number}-PL{dossier.FormType}{(issue == 1 ? "" : $"/{issue}")}";
        Pdf = PdfPage.Make(new Random(Draw(options.Seed + issue - 1)),
            $"PHIEU LY LICH TU PHAP SO {dossier.FormType}", $"So: {serial}", $"Ngay cap: {dossier.IssuedOn}",
            hasRecord ? "Tinh trang an tich: co an tich" : "Tinh trang an tich: khong co an tich", "BAN THU NGHIEM, KHONG DUNG THAT");
    }

    public byte[] Pdf { get; }

    public string Serial => serial;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Pdf));

    public XElement ToElement() => T("ketQuaXuLy",
        T("soPhieuLLTP", serial), T("ngayCapPhieu", dossier.IssuedOn), T("loaiPhieu", dossier.FormType),
        T("nguoiLapPhieu", "Lê Thị Minh Hạnh"), T("nguoiKy", "Phạm Quốc Bảo"), T("chucVu", "Phó Giám đốc"),
        T("tinhTrangAnTich", hasRecord ? "2" : "1"), T("tenTinhTrangAnTich", hasRecord ? "Có án tích" : "Không có án tích"),
        dossier.BanAsked ? T("thongTinCDNCV", "1") : null,
        dossier.BanAsked ? T("tenThongTinCDNCV", "Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã") : null,
        hasRecord ? Judgment() : null,
        T("phieuLLTP", Convert.ToBase64String(Pdf)));

    static XElement Judgment() => T("thongTinAn",
        T("soBanAn", "12/2019/HSST"), T("ngayBanAn", "15/03/2019"),
        T("toaDaTuyen", "TAND38"), T("tenToaDaTuyen", "Tòa án nhân dân thành phố Thanh Hóa"),
        T("dsToiDanh", T("toiDanh", "260"), T("tenToiDanh", "Vi phạm quy định về tham gia giao thông đường bộ")),
        T("dsHinhPhatChinh", T("maHinhPhat", "03"), T("tenHinhPhat", "Cải tạo không giam giữ"), T("ghiChu", "12 tháng")),
        T("ngayChapHanh", "20/04/2020"), T("dieuKhoan", "Điều 260 Bộ luật Hình sự"), T("anPhi", "Đã nộp"),
        T("tinhTrangThiHanh", "Đã chấp hành xong"));

    int Draw(int seed) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{dossier.Number}")));

    static XElement T(string name, params object?[] content) => new(LltpNames.T + name, content);
}
