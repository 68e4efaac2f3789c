using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Host.Verify;

/// <summary>What became of one file: valid, not valid, or (null) not judged; the order of severity is the exit code.</summary>
sealed record Verdict(string File, bool? Valid, string Code, string Sentence, string SentenceEnglish)
{
    public IReadOnlyList<string> SignedElements { get; init; } = [];

    /// <summary>In the order of the file; those of XML and JWS are one.</summary>
    public IReadOnlyList<SignatureView> Signatures { get; init; } = [];

    public int ExitCode => Valid switch { true => 0, false => 1, null => 2 };

    public static Verdict Good(string file) => new(file, true, "Valid", Text.Vietnamese("verify.Valid"), Text.English("verify.Valid"));

    /// <summary>Words of our own by the code in Vietnamese; the English sentence is the verifier's.</summary>
    /// <param name="kind">Beginning of the codes that have words of their own for one kind of file.</param>
    public static Verdict Bad(string file, string code, string sentence, string kind = "") => new(file, false, code,
        (Text.Find($"refusal.{kind}{code}") ?? Text.Find($"refusal.{code}"))?.Vietnamese ?? Text.Vietnamese("verify.NotValid"), sentence);

    public static Verdict NotJudged(string file, string code) =>
        new(file, null, code, Text.Vietnamese($"verify.{code}"), Text.English($"verify.{code}"));
}
