using LLTP.Hub.Tests.Security.Keys;
using Xunit.Runner.InProc.SystemConsole;

// A token's settings are read from the environment a process was started with: what uses a token runs as a process of its own.
return args is [TokenProgram.Command, var folder, var port] ? await TokenProgram.RunAsync(folder, port) : await ConsoleRunner.Run(args);
