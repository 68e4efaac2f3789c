using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>One thing that must stand in a certificate for it to be the partner's, as in <c>O=Bộ Tư pháp</c>, <c>CN=LLTP*</c> or <c>certificate=0A1B</c>.</summary>
/// <remarks>Types: CN, O, OU, L, ST, C, UID, serialNumber, organizationIdentifier, or <c>certificate</c> for the certificate's own serial number in hex.
/// Values are compared whole, without regard to case; a star at the end stands for any rest.</remarks>
public sealed class SubjectRule
{
    const string CertificateNumber = "certificate";

    static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CN"] = "2.5.4.3", ["serialNumber"] = "2.5.4.5", ["C"] = "2.5.4.6", ["L"] = "2.5.4.7", ["ST"] = "2.5.4.8", ["O"] = "2.5.4.10",
        ["OU"] = "2.5.4.11", ["organizationIdentifier"] = "2.5.4.97", ["UID"] = "0.9.2342.19200300.100.1.1", [CertificateNumber] = "",
    };

    readonly string type;
    readonly string value;
    readonly bool isStart;

    SubjectRule(string type, string value)
    {
        this.type = type;
        isStart = value.EndsWith('*');
        this.value = value.TrimEnd('*').Normalize();
    }

    /// <summary>The rule a text stands for, or null where it stands for none.</summary>
    public static SubjectRule? Read(string text) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [var type, { Length: > 1 } value] && Types.TryGetValue(type, out var oid)
            ? new SubjectRule(oid, value)
            : null;

    public bool Holds(X509Certificate2 certificate) => type.Length == 0
        ? Fits(certificate.SerialNumber.TrimStart('0'), value.TrimStart('0'))
        : certificate.SubjectName.EnumerateRelativeDistinguishedNames().Any(part => !part.HasMultipleElements
            && part.GetSingleElementType().Value == type && part.GetSingleElementValue() is { } found && Fits(found.Normalize(NormalizationForm.FormC), value));

    bool Fits(string found, string expected) => isStart
        ? found.StartsWith(expected, StringComparison.OrdinalIgnoreCase)
        : found.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
