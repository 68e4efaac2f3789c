namespace LLTP.Hub.Core.Deadlines;

/// <summary>A weekday off, or a weekend day that works (làm bù), with where that is known from.</summary>
public sealed record CalendarRow(DateOnly Day, bool Works, string Name, string Source, bool Confirmed);
