using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Makes the application of dossier <c>index</c>: the same seed, index and version give the same application.</summary>
sealed class Declarations(SimulatorOptions options)
{
    static readonly FeeGroup[] Fees =
    [
        new(1, "Đối tượng thông thường", 200_000), new(2, "Học sinh, sinh viên", 100_000), new(3, "Người thuộc hộ nghèo", 0),
    ];

    public Declaration Make(int index, Scenario scenario, int version)
    {
        var random = new Random(unchecked((options.Seed * 1_000_003) + index));
        var applicant = People.Invent(random);
        var authorised = random.Next(8) == 0 ? People.Invent(random) : null;
        var first = new Declaration
        {
            Applicant = applicant,
            Authorised = authorised,
            FormType = authorised is null && random.Next(3) == 0 ? 2 : 1,
            BanInformation = random.Next(4) == 0,
            Paper = scenario == Scenario.Paper,
            Fee = Fees[random.Next(5) < 3 ? 0 : random.Next(Fees.Length)],
            Convictions = random.Next(12) == 0 ? "Năm 2009 bị Tòa án nhân dân huyện xử phạt tiền, đã chấp hành xong" : null,
            Files = index % 10 == 3 ? CitizenFiles.Make(random, random.Next(1, 4)) : [],
        };
        return version == 1 ? first : Supplemented(first, random, version);
    }

    static Declaration Supplemented(Declaration first, Random random, int version) => ((random.Next(3) + version) % 3) switch
    {
        0 => first with { Applicant = first.Applicant with { Email = $"bosung{version}.{first.Applicant.Email}" } },
        1 => first with { Applicant = first.Applicant with { Street = first.Applicant.Street + $", nhà số {version}" } },
        _ => first with { Files = [.. first.Files, .. CitizenFiles.Make(random, 1)] },
    };
}
