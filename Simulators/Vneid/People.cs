namespace LLTP.Hub.Simulators.Vneid;

/// <summary>Invents citizens whose personal numbers agree with sex and year of birth.</summary>
static class People
{
    static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];

    static readonly string[] MaleNames =
    [
        "Văn An", "Đức Bình", "Minh Châu", "Quốc Dũng", "Hữu Đạt", "Xuân Hòa", "Thành Long", "Ngọc Sơn", "Tiến Thịnh", "Anh Tuấn",
    ];

    static readonly string[] FemaleNames =
    [
        "Thị Ánh", "Ngọc Bích", "Thị Diễm", "Thu Hà", "Mỹ Hạnh", "Thị Hường", "Kim Liên", "Thị Nguyệt", "Thùy Trang", "Hải Yến",
    ];

    public static Person Invent(Random random)
    {
        var male = random.Next(2) == 0;
        var birth = new DateOnly(1960, 1, 1).AddDays(random.Next(16_500));
        var homes = random.Next(2) == 0 ? Places.TwoTier : Places.ThreeTier;
        return new(
            Name(random, male), male, birth, PersonalNumber(random, male, birth.Year),
            $"09{random.Next(10_000_000, 99_999_999)}", $"congdan{random.Next(100_000, 999_999)}@example.vn",
            Name(random, true), Name(random, false), random.Next(3) == 0 ? null : Name(random, !male),
            homes[random.Next(homes.Length)], Places.Streets[random.Next(Places.Streets.Length)]);
    }

    static string Name(Random random, bool male)
    {
        var given = male ? MaleNames : FemaleNames;
        return $"{Families[random.Next(Families.Length)]} {given[random.Next(given.Length)]}";
    }

    // Province of registration, then century and sex (even is male), year and six digits: Circular 07/2016/TT-BCA.
    static string PersonalNumber(Random random, bool male, int year)
    {
        var century = ((year - 1900) / 100 * 2) + (male ? 0 : 1);
        var province = Places.RegistrationCodes[random.Next(Places.RegistrationCodes.Length)];
        return $"{province}{century}{year % 100:D2}{random.Next(1_000_000):D6}";
    }
}
