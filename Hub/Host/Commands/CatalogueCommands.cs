using System.CommandLine;

namespace LLTP.Hub.Host.Commands;

/// <summary>The command catalogue: code lists to look at, to take away, to put in force, and the one step that adds a missing word.</summary>
static class CatalogueCommands
{
    static readonly Argument<string> Name = new("NAME") { Description = OperationsCall.Words("catalogue-name") };

    public static Command Make() => RepairCommands.Group("catalogue",
    [
        new("list", HttpMethod.Get, _ => "api/v1/catalogues"), new("unconfirmed", HttpMethod.Get, _ => "api/v1/catalogues/unconfirmed"),
        Export(), Import(), Map(),
    ]);

    static OperationsCall Export() => new("export", HttpMethod.Get, Path)
    {
        Takes = [Name], Saves = new("--out") { Description = OperationsCall.Words("out"), Required = true },
    };

    static OperationsCall Import()
    {
        Option<bool> dryRun = new("--dry-run") { Description = OperationsCall.Words("dry-run") };
        return new("import", HttpMethod.Post, parsed => $"{Path(parsed)}?dryRun={parsed.GetValue(dryRun)}")
        {
            Takes = [Name, dryRun], Sends = new("FILE") { Description = OperationsCall.Words("catalogue-file") },
        };
    }

    static OperationsCall Map()
    {
        Argument<string> code = new("CODE") { Description = OperationsCall.Words("catalogue-code") };
        Argument<string> contract = new("CONTRACT") { Description = OperationsCall.Words("catalogue-contract") };
        Argument<string> value = new("VALUE") { Description = OperationsCall.Words("catalogue-value") };
        Option<string?> title = new("--name") { Description = OperationsCall.Words("catalogue-row-name") };
        Option<bool> release = new("--release") { Description = OperationsCall.Words("release-waiting") };
        return new("map", HttpMethod.Post, parsed => $"{Path(parsed)}/words")
        {
            Takes = [Name, code, contract, value, title, release],
            Says = parsed => new()
            {
                ["code"] = parsed.GetRequiredValue(code), ["contract"] = parsed.GetRequiredValue(contract),
                ["value"] = parsed.GetRequiredValue(value), ["name"] = parsed.GetValue(title), ["release"] = parsed.GetValue(release),
            },
        };
    }

    static string Path(ParseResult parsed) => $"api/v1/catalogues/{Uri.EscapeDataString(parsed.GetRequiredValue(Name))}";
}
