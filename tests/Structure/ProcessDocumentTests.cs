using Xunit;

namespace LLTP.Hub.Tests.Structure;

public sealed class ProcessDocumentTests
{
    const string Name = "docs/process.md";

    /// <summary>Set to 1, the file is written anew instead of compared.</summary>
    const string Rewrite = "LLTP_TEST_REWRITE";

    [Fact]
    public void The_page_about_the_process_is_what_its_rows_say()
    {
        var path = Path.Combine(Repository.Root.FullName, Name);
        var wanted = ProcessDocument.Text();
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllText(path, wanted);

        Assert.True(File.Exists(path), $"{Name} is missing: run this test once with {Rewrite}=1.");
        Assert.Equal(wanted, File.ReadAllText(path));
    }

    [Fact]
    public void Every_row_rule_and_day_stands_in_it()
    {
        var lines = ProcessDocument.Text().Split('\n');

        Assert.Equal(LLTP.Hub.Core.Process.ProcessTable.Profiles.Sum(profile => profile.Rows.Count), lines.Count(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("` | `")));
        Assert.All(LLTP.Hub.Core.Rules.RuleTable.Rows, rule => Assert.Contains(lines, line => line.StartsWith($"| {rule.Code} |", StringComparison.Ordinal)));
        Assert.All(Support.Calendars.Shipped.Rows, row => Assert.Contains(lines, line => line.StartsWith($"| {row.Day:dd/MM/yyyy} ", StringComparison.Ordinal)));
    }
}
