using System.Text.Json;
using System.Text.Json.Serialization;

namespace LLTP.Hub.Mappings.Canonical;

/// <summary>The business content of an event, in the hub's own words.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Application), "application")]
[JsonDerivedType(typeof(Acceptance), "acceptance")]
[JsonDerivedType(typeof(Refusal), "refusal")]
[JsonDerivedType(typeof(SupplementRequest), "supplement-request")]
[JsonDerivedType(typeof(Withdrawal), "withdrawal")]
[JsonDerivedType(typeof(Stop), "stop")]
[JsonDerivedType(typeof(HandOver), "hand-over")]
[JsonDerivedType(typeof(Showing), "showing")]
[JsonDerivedType(typeof(LookupRequest), "lookup-request")]
[JsonDerivedType(typeof(LookupAnswer), "lookup-answer")]
[JsonDerivedType(typeof(Issue), "issue")]
[JsonDerivedType(typeof(CertificateDecision), "certificate-decision")]
public abstract record Content
{
    /// <summary>The type only: personal data must not reach a log by way of a format string.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>UTF-8 JSON with the discriminator "kind"; the same content always gives the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CanonicalJson.Shared.Content);

    /// <summary>Reads what <see cref="ToJson"/> wrote; anything else is a bug and throws.</summary>
    public static Content FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, CanonicalJson.Shared.Content) ?? throw new JsonException("The stored content is null.");
}
