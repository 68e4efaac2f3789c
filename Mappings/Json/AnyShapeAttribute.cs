namespace LLTP.Hub.Mappings.Json;

/// <summary>Marks a member whose shape the contract leaves open: an object or list is kept as it came, not refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class AnyShapeAttribute : Attribute;
