using System.Text;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Support;

/// <summary>Contents of messages about invented people.</summary>
public static class Sample
{
    public const string Number = "H56.14-260601-5001";
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\ntrailer<<>>\n%%EOF\n");
    static readonly Officer Officer = new("Trần Văn Mẫu", "Chuyên viên", "Bộ phận Một cửa");

    /// <summary>The moment at which the manual clock stands at first.</summary>
    public static readonly DateTimeOffset Start = new ManualClock().GetUtcNow();

    public static Application Application(
        string number = Number, string name = "Nguyễn Văn Thử", string purpose = "1", bool paper = false) => new()
    {
        Number = number,
        ProvinceCode = "38",
        FormType = 1,
        PurposeName = purpose,
        Applicant = new()
        {
            FullName = name, Sex = 1, BirthDate = new("15/08/1990", new(1990, 8, 15)), IdType = 3, IdNumber = "038090000001",
        },
        Payment = new() { PaperDelivery = paper ? 2 : 0 },
    };

    public static Acceptance Acceptance(DateOnly? due = null, DateTimeOffset? at = null) => new(Officer, at ?? Start, "17", due);

    public static Act Refusal(string reason = "Thiếu giấy tờ") => new Refusal(Officer, Start, reason);

    public static Act SupplementRequest() => new SupplementRequest(Officer, Start, ["Bổ sung bản chụp"]);

    public static Act Withdrawal(string reason = "Công dân rút hồ sơ") => new Withdrawal(Officer, Start, reason);

    public static Act Stop() => new Stop(Officer, Start, "Dừng xử lý");

    public static Act HandOver() => new HandOver(Officer, Start, null);

    public static Act LookupRequest(string id = "TC-1") => new LookupRequest(Officer, Start, id);

    public static LookupAnswer LookupAnswer(string request, LookupResult result = LookupResult.None, int answerNo = 1) =>
        new(Officer, Start, request, answerNo, result, null);

    public static CertificateDecision Decision(
        DecisionKind kind = DecisionKind.Revocation, string certificate = "123/2026/LLTP-01", string number = "45/QĐ-STP") => new(
        Officer, Start, kind, number, new(2026, 6, 10), certificate, "Thông tin án tích không đúng", new(Fingerprint.Sha256Hex(Pdf), Pdf.Length));

    public static Issue Issue(string number = "123/2026/LLTP-01", string? replaces = null) => new(Officer, Start, new()
    {
        Number = number, IssuedOn = new("04/06/2026", new(2026, 6, 4)), FormType = 1, Pdf = new(Fingerprint.Sha256Hex(Pdf), Pdf.Length),
    }, replaces);
}
