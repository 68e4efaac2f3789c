using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LLTP.Hub.Security;

namespace LLTP.Hub.Benchmarks;

/// <summary>Documents of the three shapes that are measured, and a key to sign them with.</summary>
static class Documents
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7));

    public static SigningKey Key { get; } = NewKey();

    /// <summary>A document of about so many bytes in canonical form; its root bears the Id "goc".</summary>
    public static byte[] Of(Shape shape, int bytes) => Encoding.UTF8.GetBytes(
        $"<ho:HoSo xmlns:ho=\"urn:lltp:mau\" Id=\"goc\">{(shape == Shape.Elements ? Elements(bytes) : File(bytes))}</ho:HoSo>");

    static string Elements(int bytes)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < bytes; i++)
        {
            text.Append("<ho:Muc loai=\"").Append(i % 7).Append("\" thuTu=\"").Append(i.ToString(CultureInfo.InvariantCulture))
                .Append("\"><ho:Ten>Nguyễn Văn Mẫu</ho:Ten><ho:NgaySinh>01/02/1990</ho:NgaySinh><ho:GhiChu>a &amp; b</ho:GhiChu></ho:Muc>");
        }
        return text.ToString();
    }

    static string File(int bytes) =>
        $"<ho:Tep><ho:Ten>phieu.pdf</ho:Ten><ho:NoiDung>{Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes * 3 / 4))}</ho:NoiDung></ho:Tep>";

    static SigningKey NewKey()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Do", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new SigningKey(request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30)));
    }
}

/// <summary>Many small elements, or one large base64 text.</summary>
public enum Shape { Elements, File }
