using LLTP.Hub.Simulators.Demo;

Console.OutputEncoding = System.Text.Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return args switch
{
    ["demo", .. var rest] => await DemoAsync(rest),
    ["serve", .. var rest] => await ServeRun.RunAsync(rest, stop.Token),
    _ => Help(),
};

async Task<int> DemoAsync(string[] arguments)
{
    if (DemoOptions.Read(arguments, out var complaint) is { } options)
        return await new DemoRun(options).RunAsync(stop.Token);
    await Console.Error.WriteLineAsync(complaint);
    return 2;
}

static int Help()
{
    Console.WriteLine(Usage.Text);
    return 2;
}
