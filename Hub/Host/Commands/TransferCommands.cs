using System.CommandLine;

namespace LLTP.Hub.Host.Commands;

/// <summary>The commands import and export-dossiers: the cut-over from another system, and the way back.</summary>
static class TransferCommands
{
    const string Path = "api/v1/dossiers-in-flight";

    public static IEnumerable<Command> All()
    {
        Option<bool> dryRun = new("--dry-run") { Description = OperationsCall.Words("dry-run") };
        yield return new OperationsCall("import", HttpMethod.Post, parsed => $"{Path}?dryRun={parsed.GetValue(dryRun)}")
        {
            Title = "import-dossiers", Takes = [dryRun], Sends = new("FILE") { Description = OperationsCall.Words("dossier-file") },
        }.Make();
        yield return new OperationsCall("export-dossiers", HttpMethod.Get, _ => Path)
        {
            Saves = new("--out") { Description = OperationsCall.Words("out"), Required = true },
        }.Make();
    }
}
