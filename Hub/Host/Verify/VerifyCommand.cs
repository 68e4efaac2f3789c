using System.CommandLine;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Host.Verify;

/// <summary>The command verify: judges files without a running hub. Exit code 0 all valid, 1 some not valid, 2 some could not be judged.</summary>
static class VerifyCommand
{
    const long LargestFile = 64L << 20;

    static readonly Argument<string[]> Files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = Words("files") };
    static readonly Option<string[]> Anchors = new("--anchor") { Description = Words("anchor"), DefaultValueFactory = _ => [] };
    static readonly Option<string[]> Crls = new("--crl") { Description = Words("crl"), DefaultValueFactory = _ => [] };
    static readonly Option<string[]> Signatures = new("--signature") { Description = Words("signature"), DefaultValueFactory = _ => [] };
    static readonly Option<string?> At = new("--at") { Description = Words("at") };
    static readonly Option<bool> Json = new("--json") { Description = Words("json") };
    static readonly Option<string?> Key = new("--key") { Description = Words("key") };
    static readonly Option<string?> Require = new("--require") { Description = Words("require") };
    static readonly Option<bool> Legacy = new("--allow-legacy-algorithms") { Description = Words("legacy") };

    public static Command Make()
    {
        var command = new Command("verify", Words("command"));
        command.Add(Form("xml", XmlFileCheck.Run, Key, Require, Legacy));
        command.Add(Form("jws", JwsFileCheck.Run, Signatures, Key));
        command.Add(Form("pdf", PdfFileCheck.Run));
        return command;
    }

    static Command Form(string name, Func<string, byte[], VerifyRequest, Verdict> check, params IReadOnlyList<Option> own)
    {
        var command = new Command(name, Words(name)) { Files, Anchors, Crls, At, Json };
        foreach (var option in own)
            command.Add(option);
        command.SetAction((parsed, _) => Task.FromResult(Run(Arguments(parsed, own), parsed.GetValue(Json), check)));
        return command;
    }

    static VerifyArguments Arguments(ParseResult parsed, IReadOnlyList<Option> own) => new(parsed.GetRequiredValue(Files), parsed.GetRequiredValue(Anchors))
    {
        Crls = parsed.GetRequiredValue(Crls),
        At = parsed.GetValue(At),
        Key = own.Contains(Key) ? parsed.GetValue(Key) : null,
        Require = own.Contains(Require) ? parsed.GetValue(Require) : null,
        AllowLegacy = own.Contains(Legacy) && parsed.GetValue(Legacy),
        Signatures = own.Contains(Signatures) ? parsed.GetRequiredValue(Signatures) : null,
    };

    static int Run(VerifyArguments arguments, bool json, Func<string, byte[], VerifyRequest, Verdict> check)
    {
        var (request, problem) = arguments.Request(TimeProvider.System);
        var worst = 0;
        for (int i = 0; i < arguments.Files.Count; i++)
        {
            var verdict = request is null ? Verdict.NotJudged(arguments.Files[i], problem ?? "NoAnchor") : Judge(arguments, i, request, check);
            foreach (var line in json ? [VerdictText.Line(verdict)] : VerdictText.Lines(verdict))
                Console.Out.WriteLine(line);
            worst = Math.Max(worst, verdict.ExitCode);
        }
        return worst;
    }

    static Verdict Judge(VerifyArguments arguments, int index, VerifyRequest request, Func<string, byte[], VerifyRequest, Verdict> check)
    {
        var file = arguments.Files[index];
        try
        {
            return new FileInfo(file).Length > LargestFile
                ? Verdict.NotJudged(file, "TooLarge")
                : check(file, File.ReadAllBytes(file), request with { Signature = arguments.SignatureOf(index) });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Verdict.NotJudged(file, "Unreadable");
        }
    }

    static string Words(string key) => $"{Text.Vietnamese($"verify.{key}")} / {Text.English($"verify.{key}")}";
}
