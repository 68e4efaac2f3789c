using System.CommandLine;
using System.Text.Json.Nodes;
using LLTP.Hub.Core.Texts;

namespace LLTP.Hub.Host.Commands;

/// <summary>One command that is one request to the operations API of a running hub. Exit code 0 done, 1 refused, 2 not reached.</summary>
sealed class OperationsCall(string name, HttpMethod method, Func<ParseResult, string> path)
{
    static readonly Option<string> Operations = new("--operations")
    {
        Description = Words("operations"), DefaultValueFactory = _ => "http://127.0.0.1:8081/",
    };

    static readonly Option<bool> Json = new("--json") { Description = Words("json") };
    static readonly Option<string?> Officer = new("--officer") { Description = Words("officer") };
    static readonly Option<string?> Reason = new("--reason") { Description = Words("reason") };

    /// <summary>The key of its words, where another command has its name.</summary>
    public string? Title { get; init; }

    /// <summary>Arguments and options of its own.</summary>
    public IReadOnlyList<Symbol> Takes { get; init; } = [];

    /// <summary>Members of the JSON body beside the reason.</summary>
    public Func<ParseResult, JsonObject> Says { get; init; } = _ => [];

    /// <summary>A file sent as it is, instead of a JSON body.</summary>
    public Argument<FileInfo>? Sends { get; init; }

    /// <summary>A file that the answer's bytes are written to.</summary>
    public Option<FileInfo>? Saves { get; init; }

    public Command Make()
    {
        var command = new Command(name, Words(Title ?? name));
        foreach (var symbol in Takes.Append(Sends).Append(Saves).OfType<Symbol>())
            Add(command, symbol);
        foreach (var option in method == HttpMethod.Get ? new Option[] { Operations, Json } : [Operations, Json, Officer, Reason])
            command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    public static string Words(string key) => $"{Text.Vietnamese($"command.{key}")} / {Text.English($"command.{key}")}";

    static void Add(Command command, Symbol symbol)
    {
        if (symbol is Argument argument)
            command.Add(argument);
        else if (symbol is Option option)
            command.Add(option);
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(parsed.GetRequiredValue(Operations), UriKind.Absolute, out var hub) || hub.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"{Words("unreachable")} (--operations)");
            return 2;
        }
        using var request = new HttpRequestMessage(method, new Uri(hub, path(parsed)));
        if (method != HttpMethod.Get)
            Fill(request, parsed);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(10) });
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.IsSuccessStatusCode && Saves is { } saves)
                await File.WriteAllBytesAsync(parsed.GetRequiredValue(saves).FullName, body, cancellation);
            else
                await AnswerText.WriteAsync(response, body, parsed.GetValue(Json));
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (HttpRequestException failure)
        {
            await Console.Error.WriteLineAsync($"{Words("unreachable")} ({failure.HttpRequestError})");
            return 2;
        }
    }

    void Fill(HttpRequestMessage request, ParseResult parsed)
    {
        request.Headers.Add("X-LLTP-Officer", Uri.EscapeDataString(parsed.GetValue(Officer) ?? ""));
        if (Sends is { } file)
        {
            request.Headers.Add("X-LLTP-Reason", Uri.EscapeDataString(parsed.GetValue(Reason) ?? ""));
            request.Content = new ByteArrayContent(File.ReadAllBytes(parsed.GetRequiredValue(file).FullName));
            return;
        }
        var body = Says(parsed);
        body["reason"] = parsed.GetValue(Reason);
        request.Content = JsonContent.Create(body);
    }
}
