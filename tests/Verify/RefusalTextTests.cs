using LLTP.Hub.Core.Texts;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Verify;

public sealed class RefusalTextTests
{
    public static TheoryData<string> Codes =>
        [.. new[] { typeof(SignatureRefusalCode), typeof(PdfRefusalCode), typeof(XmlRefusalCode) }.SelectMany(Enum.GetNames).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_of_a_refusal_has_words_in_vietnamese(string code) => Assert.NotNull(Text.Find($"refusal.{code}"));
}
