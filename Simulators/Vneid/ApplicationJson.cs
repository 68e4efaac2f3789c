using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Writes the body of TaoHoSo, name for name as VNeID sends it.</summary>
static class ApplicationJson
{
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(SimulatorOptions options, string number, string receivedOn, Declaration declaration, bool atCounter = false)
    {
        var size = 8192 + declaration.Files.Sum(f => (f.Bytes.Length * 4 / 3) + 256);
        var buffer = new ArrayBufferWriter<byte>(size);
        using (var json = new Utf8JsonWriter(buffer, Plain))
            Write(json, options, number, receivedOn, declaration, atCounter);
        return buffer.WrittenSpan.ToArray();
    }

    static void Write(Utf8JsonWriter json, SimulatorOptions options, string number, string receivedOn, Declaration declaration, bool atCounter)
    {
        json.WriteStartObject();
        json.WriteString("maTinh", options.ProvinceCode);
        json.WriteString("tenTinh", options.ProvinceName);
        json.WriteString("maHoSoMCDT", number);
        json.WriteString("ngayTiepNhan", receivedOn);
        json.WriteNumber("nguonDangKy", atCounter ? 3 : 4);
        json.WriteString("tenNguonDangKy", atCounter ? "Trực tiếp" : "VNeID");
        json.WriteStartObject("toKhai");
        DeclarationJson.Write(json, declaration);
        WritePayment(json, declaration);
        WriteFiles(json, declaration.Files);
        json.WriteEndObject();
        WriteReceipt(json, options, declaration.Fee);
        json.WriteEndObject();
    }

    static void WritePayment(Utf8JsonWriter json, Declaration declaration)
    {
        var paper = declaration.Paper ? 10_000 : 0;
        var home = declaration.Applicant.Home;
        json.WriteStartObject("thongTinThanhToan");
        json.WriteNumber("nhomDoiTuong", declaration.Fee.Code);
        json.WriteString("tenNhomDoiTuong", declaration.Fee.Name);
        json.WriteString("phiLLTP", Money(declaration.Fee.Fee, declaration.Fee.Code));
        json.WriteString("phiCapThemBanGiay", Money(paper, declaration.Fee.Code));
        if (declaration.Paper)
        {
            json.WriteNumber("hinhThucNhanBanGiay", 2);
            json.WriteString("tenHinhThucNhanBanGiay", "Nhận qua dịch vụ bưu chính");
            json.WriteString("diaChiNhan", $"{declaration.Applicant.Street}, {home.Commune}, {home.Province}");
        }
        json.WriteString("tongPhi", Money(declaration.Fee.Fee + paper, declaration.Fee.Code));
        json.WriteEndObject();
    }

    // All three notations are seen in practice.
    static string Money(int amount, int notation) => notation switch
    {
        1 => amount.ToString(CultureInfo.InvariantCulture),
        2 => amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.'),
        _ => amount.ToString("#,0", CultureInfo.InvariantCulture),
    };

    static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<CitizenFile> files)
    {
        json.WriteStartArray("giayToDinhKem");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("ma", file.Code);
            json.WriteString("ten", file.Title);
            json.WriteStartArray("danhSach");
            json.WriteStartObject();
            json.WriteString("loai", file.MediaType);
            json.WriteBase64String("duLieu", file.Bytes);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void WriteReceipt(Utf8JsonWriter json, SimulatorOptions options, FeeGroup fee)
    {
        var (unit, procedure) = options.IssuerAt(TimeProvider.System.GetUtcNow());
        json.WriteStartObject("thongTinBienLai");
        json.WriteNumber("maDichVu", 1);
        json.WriteString("maDVC", procedure);
        json.WriteString("tenDVC", "Cấp Phiếu lý lịch tư pháp");
        json.WriteString("maTTHC", procedure);
        json.WriteString("tenTTHC", "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam");
        json.WriteString("maDonVi", options.UnitId);
        json.WriteString("tenDonVi", unit);
        json.WriteString("tkThuHuong", "3511000000000");
        json.WriteString("maNhThuHuong", "01201001");
        json.WriteString("tenTkThuHuong", unit);
        json.WriteStartArray("dSKhoanNop");
        json.WriteStartObject();
        json.WriteString("NoiDung", "Phí cung cấp thông tin lý lịch tư pháp");
        json.WriteString("SoTien", fee.Fee.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteNumber("trangThaiGD", 1);
        json.WriteString("tenTrangThaiGD", "Giao dịch thành công");
        json.WriteString("urlBienLai", "https://bienlai.example.vn/khong-dung-that");
        json.WriteEndObject();
    }
}
