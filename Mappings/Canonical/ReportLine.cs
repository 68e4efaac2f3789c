namespace LLTP.Hub.Mappings.Canonical;

/// <summary>One line of a mapping report: what happened to a field, by its path and without its value.</summary>
public sealed record ReportLine(string Path, string Target, string Note);
