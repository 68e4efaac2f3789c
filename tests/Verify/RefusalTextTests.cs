using LLTP.Hub.Core.Texts;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

public sealed class RefusalTextTests
{
    /// <summary>Every closed set of refusals that the library has or will have.</summary>
    public static TheoryData<string> Codes =>
    [
        .. typeof(SignatureRefusalCode).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.Name.EndsWith("RefusalCode", StringComparison.Ordinal))
            .SelectMany(Enum.GetNames).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_of_a_refusal_has_words_in_vietnamese(string code) => Assert.NotNull(Text.Find($"refusal.{code}"));

    [Fact]
    public void The_closed_sets_are_those_of_xml_messages_documents_and_jws() => Assert.Superset(
        new HashSet<string> { nameof(SignatureRefusalCode.Tampered), nameof(PdfRefusalCode.NotPdf), nameof(XmlRefusalCode.NotXml), nameof(JwsRefusalCode.KeyInMessage) },
        Codes.Select(row => row.Data).ToHashSet());
}
