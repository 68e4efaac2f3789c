using System.CommandLine;
using LLTP.Hub.Host;

var root = new RootCommand("Trục tích hợp LLTP của tỉnh / the province's LLTP integration hub. Không có lệnh con: chạy trục / without a command: serve.");
var check = new Command("check-config", "Kiểm tra cấu hình, nêu mọi lỗi cùng lúc / validates the configuration and says every problem at once.");
root.SetAction((_, cancellation) => HubApplication.ServeAsync(cancellation));
check.SetAction((_, _) => Task.FromResult(ConfigurationCheck.Run(Console.Out)));
root.Add(check);
return await root.Parse(args).InvokeAsync();
