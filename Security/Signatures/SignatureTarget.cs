using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>An element to be signed and the reference that will name it.</summary>
readonly record struct SignatureTarget(string Reference, XmlElement Element, bool Enveloped);
