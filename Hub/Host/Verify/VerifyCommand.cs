using System.CommandLine;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Host.Verify;

/// <summary>The command verify: judges files without a running hub. Exit code 0 all valid, 1 some not valid, 2 some could not be judged.</summary>
static class VerifyCommand
{
    const long LargestFile = 64L << 20;

    public static Command Make()
    {
        var command = new Command("verify", Words("command"));
        command.Add(Form("xml", XmlFileCheck.Run, new("--require") { Description = Words("require") }));
        command.Add(Form("pdf", PdfFileCheck.Run));
        return command;
    }

    static Command Form(string name, Func<string, byte[], VerifyRequest, Verdict> check, Option<string>? require = null)
    {
        var command = new Command(name, Words(name));
        Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = Words("files") };
        Option<string[]> anchors = new("--anchor") { Description = Words("anchor"), DefaultValueFactory = _ => [] };
        Option<string?> at = new("--at") { Description = Words("at") };
        Option<bool> json = new("--json") { Description = Words("json") };
        command.Add(files);
        foreach (var option in new Option?[] { anchors, at, json, require }.OfType<Option>())
            command.Add(option);
        command.SetAction((parsed, _) => Task.FromResult(Run(
            parsed.GetRequiredValue(files), parsed.GetRequiredValue(anchors), parsed.GetValue(at), parsed.GetValue(json),
            request => request with { Require = require is null ? null : parsed.GetValue(require) }, check)));
        return command;
    }

    static int Run(
        string[] files, string[] anchors, string? at, bool json, Func<VerifyRequest, VerifyRequest> complete,
        Func<string, byte[], VerifyRequest, Verdict> check)
    {
        var (request, problem) = VerifyRequest.Of(anchors, at, TimeProvider.System);
        var worst = 0;
        foreach (var file in files)
        {
            var verdict = request is null ? Verdict.NotJudged(file, problem ?? "NoAnchor") : Judge(file, complete(request), check);
            foreach (var line in json ? [VerdictText.Line(verdict)] : VerdictText.Lines(verdict))
                Console.Out.WriteLine(line);
            worst = Math.Max(worst, verdict.ExitCode);
        }
        return worst;
    }

    static Verdict Judge(string file, VerifyRequest request, Func<string, byte[], VerifyRequest, Verdict> check)
    {
        try
        {
            return new FileInfo(file).Length > LargestFile
                ? Verdict.NotJudged(file, "TooLarge")
                : check(file, File.ReadAllBytes(file), request);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Verdict.NotJudged(file, "Unreadable");
        }
    }

    static string Words(string key) => $"{Text.Vietnamese($"verify.{key}")} / {Text.English($"verify.{key}")}";
}
