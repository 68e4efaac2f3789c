using System.Xml;

namespace LLTP.Hub.Simulators.Common;

/// <summary>The verified content of an envelope, or the reason why there is none.</summary>
sealed record SoapReading(
    string? Refusal, XmlElement? Content = null,
    string? MessageId = null, string? Action = null, string? To = null, string? RelatesTo = null);
