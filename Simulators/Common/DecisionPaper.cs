using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Simulators.Common;

/// <summary>A decision as an agency writes it, drawn by the seed and its number.</summary>
sealed record DecisionPaper(string Kind, string Number, DateOnly Day, string Certificate, byte[] Pdf)
{
    public Paper Paper => new(Kind, Number, Certificate, Convert.ToHexStringLower(SHA256.HashData(Pdf)));

    public static DecisionPaper Make(SimulatorKit kit, DossierCase file, string kind, string certificate)
    {
        var number = $"{file.Number[^4..]}/QĐ-{DecisionKinds.Vietnamese(kind)}-{file.Number}";
        var day = DateOnly.FromDateTime(kit.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        var draw = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{kit.Options.Seed}/{number}")));
        var pdf = PdfPage.Make(new Random(draw), $"QUYET DINH {kind.ToUpperInvariant()}", $"Phieu so: {certificate}", "BAN THU NGHIEM, KHONG DUNG THAT");
        return new(kind, number, day, certificate, pdf);
    }
}
