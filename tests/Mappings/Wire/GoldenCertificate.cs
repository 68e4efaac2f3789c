using System.Security.Cryptography;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Tests.Mappings;

/// <summary>Certificates with every field: clear, or with a judgment and a ban where convictions were declared.</summary>
static class GoldenCertificate
{
    static readonly byte[] Decision = [.. "%PDF-1.4 quyet dinh"u8];

    public static Certificate Of(Application application) => application.DeclaredConvictions is null or "Không có"
        ? Clear(application)
        : Clear(application) with
        {
            ConvictionState = "2", ConvictionStateName = "Có án tích", BanState = "2", BanStateName = "Bị cấm đảm nhiệm chức vụ",
            Judgments = [Judgment()], RevokeDecision = Ref(Decision),
            Bans = [new() { DecisionNumber = "7/QĐ", DecisionDate = "02/01/2016", Court = "TAND tỉnh Thanh Hóa", Post = "Giám đốc", Term = "2 năm",
                From = "01/2016" }]
        };

    public static ReadOnlyMemory<byte> Bytes(FileRef file) => file == Ref(Decision) ? Decision : Samples.Pdf;

    static Certificate Clear(Application application) => new()
    {
        Number = "123/2026/LLTP-01", IssuedOn = new("04/06/2026", new(2026, 6, 4)), FormType = application.FormType, Preparer = "Phạm Văn Lập",
        Signer = "Lê Thị Mẫu", SignerTitle = "Phó Giám đốc", ConvictionState = "1", ConvictionStateName = "Không có án tích", BanState = "1",
        BanStateName = "Không bị cấm", Pdf = Ref(Samples.Pdf)
    };

    static Judgment Judgment() => new()
    {
        Number = "10/2015/HSST", Date = "12/03/2015", CourtCode = "3801", CourtName = "TAND thành phố Thanh Hóa", ExecutedOn = "03/2016",
        ExpungedOn = "03/2018", Provision = "khoản 1 Điều 248", CourtFee = "200.000 đồng, đã nộp", CivilDuty = "Không", ExecutionState = "Đã chấp hành xong",
        Offences = [new("248", "Đánh bạc")], MainSentences = [new("1", "Cải tạo không giam giữ", "12 tháng")],
        AdditionalSentences = [new("2", "Phạt tiền", "5.000.000 đồng")]
    };

    static FileRef Ref(byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
}
