using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using LLTP.Hub.Core.Deadlines;

namespace LLTP.Hub.Core.Options;

public enum DueDateMaster
{
    Hub,
    Tthc,
}

/// <summary>How the province counts and watches the time limits of its dossiers.</summary>
public sealed class ProcessOptions : IValidatableObject
{
    public const string Section = "DueDate";

    /// <summary>Whose due date citizens see; the other one is kept and shown.</summary>
    public DueDateMaster Master { get; init; } = DueDateMaster.Hub;

    /// <summary>A file that replaces the shipped table of days off and make-up days.</summary>
    public string? CalendarFile { get; init; }

    /// <summary>Office hours (time of Vietnam): a working day is used up between them.</summary>
    public TimeOnly Opens { get; init; } = new(8, 0);

    public TimeOnly Closes { get; init; } = new(17, 0);

    /// <summary>Shares of the time limit, in percent, at which a notice is written; default 50, 80 and 100.</summary>
    public IReadOnlyList<int> Warnings { get; init; } = [];

    /// <summary>Notices from this share on are also put before people as work items.</summary>
    [Range(1, 1000)]
    public int WorkItemFrom { get; init; } = 80;

    /// <summary>After this time without the citizen's answer officers are reminded of a request for a supplement.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan SupplementReminder { get; init; } = TimeSpan.FromDays(10);

    /// <summary>After this time an officer at the hub may stop the dossier; the hub itself never does.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan SupplementStop { get; init; } = TimeSpan.FromDays(30);

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is not a table of days.</exception>
    public WorkCalendar Calendar()
    {
        if (CalendarFile is not { } file)
            return WorkCalendar.Shipped();
        using var stream = File.OpenRead(file);
        return WorkCalendar.Read(stream);
    }

    public DeadlineClock Clock(WorkCalendar calendar) => new(calendar, Opens, Closes);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Closes <= Opens)
            yield return new($"DueDate:Closes {Closes} is not after DueDate:Opens {Opens}, as in 17:00 and 08:00.");
        if (Warnings.Any(share => share is < 1 or > 1000))
            yield return new("DueDate:Warnings must be percent of the time limit, as in 50, 80 and 100.");
        if (SupplementStop < SupplementReminder)
            yield return new($"DueDate:SupplementStop {SupplementStop} comes before DueDate:SupplementReminder {SupplementReminder}, as in 30.00:00:00 and 10.00:00:00.");
        if (CalendarProblem() is { } problem)
            yield return new($"DueDate:CalendarFile '{CalendarFile}': {problem}");
    }

    string? CalendarProblem()
    {
        try
        {
            Calendar();
            return null;
        }
        catch (Exception failure) when (failure is IOException or JsonException or UnauthorizedAccessException or ArgumentException)
        {
            return failure.Message;
        }
    }
}
