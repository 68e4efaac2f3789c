using System.CommandLine;

namespace LLTP.Hub.Host.Commands;

/// <summary>The commands dead-letters, tasks, refusals, work-items, alerts, lookup and restore: each subcommand is one request to the operations API.</summary>
static class RepairCommands
{
    static readonly Argument<string> Id = new("ID");

    public static IEnumerable<Command> All() =>
    [
        Group("dead-letters", [List("dead-letters"), Cause(), Act("retry"), Act("skip"), Act("corrected"), InsertStates(), RetryAll(), Reveal(), Resend()]),
        Group("tasks", [List("recovery-tasks"), On("show", HttpMethod.Get, "recovery-tasks", ""), On("cancel", HttpMethod.Post, "recovery-tasks", "/cancel")]),
        Group("refusals", [List("refusals"), On("release", HttpMethod.Post, "refusals", "/release")]),
        Group("work-items", [List("work-items"), On("close", HttpMethod.Post, "work-items", "/close")]),
        Group("dossiers", [On("show", HttpMethod.Get, "dossiers", ""), On("stop", HttpMethod.Post, "dossiers", "/stop")]),
        Group("alerts", [new("list", HttpMethod.Get, _ => "api/v1/alerts"), new("test", HttpMethod.Post, _ => "api/v1/alerts/test")]),
        Group("lookup", [List("lookups"), Answer()]),
        Group("restore", [new("status", HttpMethod.Get, _ => "api/v1/restore"), Lift()]),
    ];

    public static Command Group(string name, IEnumerable<OperationsCall> calls)
    {
        var command = new Command(name, OperationsCall.Words(name));
        foreach (var call in calls)
            command.Add(call.Make());
        return command;
    }

    static OperationsCall List(string what) => new("list", HttpMethod.Get, _ => $"api/v1/{what}/");

    static OperationsCall Act(string name) => On(name, HttpMethod.Post, "dead-letters", $"/{name}");

    static OperationsCall On(string name, HttpMethod method, string what, string act) =>
        new(name, method, parsed => $"api/v1/{what}/{Escaped(parsed)}{act}") { Takes = [Id] };

    static OperationsCall Cause()
    {
        Option<long> after = new("--after") { Description = OperationsCall.Words("after") };
        return new("show", HttpMethod.Get, parsed => $"api/v1/dead-letters/causes/{Escaped(parsed)}?after={parsed.GetValue(after)}") { Takes = [Id, after] };
    }

    static OperationsCall InsertStates()
    {
        Option<int?> shown = new("--shown") { Description = OperationsCall.Words("shown") };
        return new("insert-states", HttpMethod.Post, parsed => $"api/v1/dead-letters/{Escaped(parsed)}/insert-states")
        {
            Takes = [Id, shown], Says = parsed => new() { ["shown"] = parsed.GetValue(shown) },
        };
    }

    static OperationsCall RetryAll()
    {
        Option<string?> cause = new("--cause") { Description = OperationsCall.Words("cause") };
        Option<string?> partner = new("--partner") { Description = OperationsCall.Words("partner") };
        Option<DateTimeOffset?> upTo = new("--up-to") { Description = OperationsCall.Words("up-to") };
        Option<int?> pace = new("--per-second") { Description = OperationsCall.Words("per-second") };
        return new("retry-all", HttpMethod.Post, _ => "api/v1/recovery-tasks")
        {
            Takes = [cause, partner, upTo, pace],
            Says = parsed => new()
            {
                ["cause"] = parsed.GetValue(cause), ["partner"] = parsed.GetValue(partner), ["upTo"] = parsed.GetValue(upTo), ["perSecond"] = parsed.GetValue(pace),
            },
        };
    }

    static OperationsCall Reveal() => new("reveal", HttpMethod.Post, parsed => $"api/v1/dead-letters/{Escaped(parsed)}/reveal")
    {
        Takes = [Id], Saves = new("--out") { Description = OperationsCall.Words("out"), Required = true },
    };

    static OperationsCall Resend()
    {
        Option<bool> even = new("--even-if-arrived") { Description = OperationsCall.Words("even-if-arrived") };
        return new("resend", HttpMethod.Post, parsed => $"api/v1/dead-letters/{Escaped(parsed)}/resend?evenIfArrived={parsed.GetValue(even)}")
        {
            Takes = [Id, even], Sends = new("FILE"),
        };
    }

    static OperationsCall Answer()
    {
        Argument<string> number = new("NUMBER") { Description = OperationsCall.Words("dossier") };
        Option<string> result = new("--result") { Description = OperationsCall.Words("result"), Required = true };
        Option<string?> detail = new("--detail") { Description = OperationsCall.Words("detail") };
        Option<string?> lookup = new("--lookup") { Description = OperationsCall.Words("which-lookup") };
        return new("answer", HttpMethod.Post, parsed => $"api/v1/lookups/{Uri.EscapeDataString(parsed.GetRequiredValue(number))}/answer")
        {
            Takes = [number, result, detail, lookup],
            Says = parsed => new()
            {
                ["result"] = parsed.GetRequiredValue(result), ["detail"] = parsed.GetValue(detail), ["lookup"] = parsed.GetValue(lookup),
            },
        };
    }

    static OperationsCall Lift()
    {
        Option<bool> even = new("--even-if-not-reconciled") { Description = OperationsCall.Words("even-if-not-reconciled") };
        return new("lift", HttpMethod.Post, _ => "api/v1/restore/lift")
        {
            Takes = [even], Says = parsed => new() { ["evenIfNotReconciled"] = parsed.GetValue(even) },
        };
    }

    static string Escaped(ParseResult parsed) => Uri.EscapeDataString(parsed.GetRequiredValue(Id));
}
