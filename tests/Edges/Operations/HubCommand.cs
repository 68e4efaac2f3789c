namespace LLTP.Hub.Tests.Edges.Operations;

/// <summary>The program's commands against a running hub, as an officer types them.</summary>
static class HubCommand
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task<(int Code, string Output)> CommandAsync(this RunningHub hub, params string[] arguments) =>
        RunAsync(hub.Files.Folder, new Dictionary<string, string>(), [.. arguments, "--operations", hub.Operations.ToString()]);

    /// <summary>A command that acts: with officer and reason.</summary>
    public static Task<(int Code, string Output)> ActAsync(this RunningHub hub, params string[] arguments) =>
        hub.CommandAsync([.. arguments, "--officer", "Lê Thị Cán Bộ", "--reason", "Đã gọi điện"]);

    public static async Task<(int Code, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var program = RunningProgram.Start("lltp-hub.dll", folder, environment, arguments);
        var code = await program.WaitAsync(Patience);
        return (code, program.Output);
    }
}
