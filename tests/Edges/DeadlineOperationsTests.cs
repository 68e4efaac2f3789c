using System.Text.Json;
using LLTP.Hub.Core.Deadlines;
using LLTP.Hub.Tests.Structure;
using LLTP.Hub.Tests.Support;
using Xunit;

namespace LLTP.Hub.Tests.Edges;

public sealed class DeadlineOperationsTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task Operations_list_running_dossiers_with_their_last_day()
    {
        var number = await hub.SubmittedAsync();
        var at = TimeProvider.System.GetUtcNow();
        Assert.Equal(200, (await hub.AcceptAsync(number, TthcCalls.Decision())).Status);

        var listed = (await ReadAsync("api/v1/deadlines")).EnumerateArray().Single(one => one.GetProperty("number").GetString() == number);

        Assert.Equal($"{Calendars.DueDates.Of("570-2024", at, LimitKind.Plain, paper: false):yyyy-MM-dd}", listed.GetProperty("dueDate").GetString());
        Assert.Equal((2, 3, false), (listed.GetProperty("state").GetInt32(), listed.GetProperty("workingDaysLeft").GetInt32(), listed.GetProperty("paused").GetBoolean()));
    }

    [Fact]
    public async Task Operations_give_the_on_time_index_of_a_month()
    {
        var month = await ReadAsync("api/v1/on-time/2024/2");

        Assert.Equal((2024, 2, 0), (month.GetProperty("year").GetInt32(), month.GetProperty("month").GetInt32(), month.GetProperty("late").GetInt32()));
        Assert.Equal(404, (await hub.SendAsync(HttpMethod.Get, new(hub.Operations, "api/v1/on-time/2024/13"), null)).Status);
    }

    [Fact]
    public async Task The_check_of_the_configuration_names_days_that_are_not_confirmed_and_years_without_any()
    {
        using var installed = new InstalledConfiguration(Repository.Readme);
        var year = TimeProvider.System.GetUtcNow().VietnamDay().Year;
        var file = Path.Combine(hub.Files.Folder, "calendar.json");
        await File.WriteAllTextAsync(file, $$"""{"rows":[{"day":"{{year}}-12-31","works":false,"name":"x","source":"y","confirmed":false}]}""");

        var (exitCode, output) = await installed.CheckAsync(
            installed.Settings.Append(("LLTP__DueDate__CalendarFile", file)), TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Contains($"! DueDate: lịch nghỉ năm {year} có ngày chưa được xác nhận: 31/12 /", output);
        Assert.Contains($"! DueDate: chưa có lịch nghỉ năm {year + 1}", output);
    }

    [Theory]
    [InlineData("LLTP__DueDate__CalendarFile", "nowhere.json", "nowhere.json"), InlineData("LLTP__DueDate__Closes", "07:00", "DueDate:Closes")]
    [InlineData("LLTP__DueDate__Warnings__0", "0", "DueDate:Warnings")]
    public async Task A_calendar_that_cannot_be_read_or_hours_that_are_none_stop_the_start(string name, string value, string named)
    {
        using var installed = new InstalledConfiguration(Repository.Readme);

        var (exitCode, output) = await installed.CheckAsync(installed.Settings.Append((name, value)), TestContext.Current.CancellationToken);

        Assert.Equal(2, exitCode);
        Assert.Contains(named, output);
    }

    async Task<JsonElement> ReadAsync(string path) => (await hub.SendAsync(HttpMethod.Get, new(hub.Operations, path), null)).Json;
}
