namespace LLTP.Hub.Mappings.Vneid;

/// <summary>Whether an identifier can belong to this person (12 digits: TT 07/2016/TT-BCA; 9 digits: the older identity card).</summary>
static class PersonalNumber
{
    const int Passport = 2;
    const int ResidenceCard = 4;
    const int Male = 1;

    public static bool IsPlausible(string number, int idType, int sex, int? birthYear)
    {
        var foreign = idType is Passport or ResidenceCard;
        if (!number.All(char.IsAsciiDigit))
            return foreign && number.Length is >= 5 and <= 20 && number.All(char.IsAsciiLetterOrDigit);
        return foreign ? number.Length is >= 5 and <= 20 : number.Length == 9 || number.Length == 12 && Fits(number, sex, birthYear);
    }

    // The fourth digit is century and sex: 0 and 1 for 19xx, 2 and 3 for 20xx, even for men; two digits of the year follow.
    static bool Fits(string number, int sex, int? birthYear)
    {
        var digit = number[3] - '0';
        var year = 1900 + digit / 2 * 100 + (number[4] - '0') * 10 + (number[5] - '0');
        return digit % 2 == 0 == (sex == Male) && (birthYear is null || birthYear == year);
    }
}
