using System.CommandLine;
using LLTP.Hub.Host;
using LLTP.Hub.Host.Commands;
using LLTP.Hub.Host.Verify;

NativeHeap.Bound();
var root = new RootCommand("Trục tích hợp LLTP của tỉnh / the province's LLTP integration hub. Không có lệnh con: chạy trục / without a command: serve.");
var check = new Command("check-config", "Kiểm tra cấu hình, nêu mọi lỗi cùng lúc / validates the configuration and says every problem at once.");
root.SetAction((_, cancellation) => HubApplication.ServeAsync(cancellation));
check.SetAction((_, _) => Task.FromResult(ConfigurationCheck.Run(Console.Out)));
root.Add(check);
root.Add(VerifyCommand.Make());
root.Add(RestoreMarkCommand.Make());
foreach (var command in RepairCommands.All().Append(CatalogueCommands.Make()).Concat(TransferCommands.All()))
    root.Add(command);
if (SettingsFile.Problem() is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
// 1 is the answer of a command, so what could not be understood is 2.
return parsed.Errors.Count > 0 ? 2 : code;
