using System.Text.Json;
using LLTP.Hub.Scheduler;
using LLTP.Hub.Tests.Edges;
using Quartz;
using Xunit;

namespace LLTP.Hub.Tests.Jobs;

public sealed class JobOperationsTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task Every_job_is_shown_with_its_time_in_both_languages()
    {
        var jobs = (await GetAsync("api/v1/jobs")).Json.EnumerateArray().ToList();

        Assert.Equal(Timetable.Entries.Select(entry => entry.Name), jobs.Select(job => job.GetProperty("name").GetString()));
        Assert.All(jobs, job => Assert.True(job.GetProperty("next").GetDateTimeOffset() > DateTimeOffset.UnixEpoch));
        Assert.All(jobs, job => Assert.NotEqual(job.GetProperty("vi").GetString(), job.GetProperty("en").GetString()));
    }

    [Fact]
    public async Task A_job_can_be_run_at_once_and_the_history_says_by_whom()
    {
        Assert.Equal(202, (await RunAsync("reconcile-vneid", """{"by":"Lê Thị Vận Hành","day":"2026-06-01"}""")).Status);

        var run = await EndedAsync("reconcile-vneid");
        Assert.Equal("Lê Thị Vận Hành", run.GetProperty("startedBy").GetString());
        Assert.Equal("2026-06-01 Unverifiable 0/0", run.GetProperty("result").GetString());
        Assert.Equal(JsonValueKind.Null, run.GetProperty("failure").ValueKind);
        var result = Assert.Single((await GetAsync("api/v1/reconciliation?partner=vneid")).Json.EnumerateArray());
        Assert.Equal(("2026-06-01", "Unverifiable"), (result.GetProperty("day").GetString(), result.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_partner_that_is_not_configured_is_said_to_be_so()
    {
        await RunAsync("reconcile-tthc", """{"by":"a","day":"2026-06-01"}""");

        Assert.Equal("2026-06-01 NotConfigured 0/0", (await EndedAsync("reconcile-tthc")).GetProperty("result").GetString());
        Assert.Empty((await GetAsync("api/v1/differences")).Json.EnumerateArray());
    }

    [Theory]
    [InlineData("no-such-job", """{"by":"a"}""", 404), InlineData("purge", "{}", 400), InlineData("purge", """{"by":" "}""", 400)]
    [InlineData("purge", "{", 400)]
    public async Task A_run_needs_a_job_and_somebody_who_asks_for_it(string job, string body, int status) =>
        Assert.Equal(status, (await RunAsync(job, body)).Status);

    [Fact]
    public async Task The_doors_know_nothing_of_jobs() => Assert.Equal(404, (await hub.GetAsync("api/v1/jobs")).Status);

    [Fact]
    public void Every_time_of_the_timetable_can_be_read_and_every_name_stands_once()
    {
        Assert.All(Timetable.Entries, entry => Assert.True(CronExpression.TryParse(entry.Cron, out _), entry.Name));
        Assert.Equal(Timetable.Entries.Count, Timetable.Entries.Select(entry => entry.Name).Distinct().Count());
        Assert.All(Timetable.Entries, entry => Assert.NotEmpty(entry.Job.GetCustomAttributes(typeof(DisallowConcurrentExecutionAttribute), inherit: false)));
    }

    [Theory]
    [InlineData("purge", "0 0 4 * * ?", 0), InlineData("purge", "every night", 1), InlineData("no-such-job", "0 0 4 * * ?", 1)]
    public void A_configured_time_must_be_a_cron_of_a_known_job(string job, string cron, int problems) =>
        Assert.Equal(problems, new JobOptions { Cron = { [job] = cron } }.Problems().Count);

    Task<Answer> GetAsync(string path) => hub.SendAsync(HttpMethod.Get, new(hub.Operations, path), null);

    Task<Answer> RunAsync(string job, string body) => hub.SendAsync(
        HttpMethod.Post, new(hub.Operations, $"api/v1/jobs/{job}/run"),
        RunningHub.Content(System.Text.Encoding.UTF8.GetBytes(body), "application/json"));

    async Task<JsonElement> EndedAsync(string job)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var runs = (await GetAsync($"api/v1/jobs/{job}/runs")).Json.EnumerateArray().ToList();
            if (runs.FirstOrDefault() is { ValueKind: JsonValueKind.Object } run && run.GetProperty("endedAt").ValueKind == JsonValueKind.String)
                return run;
            await Task.Delay(100, limit.Token);
        }
    }
}
