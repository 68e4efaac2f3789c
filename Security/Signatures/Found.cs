using System.Diagnostics.CodeAnalysis;

namespace LLTP.Hub.Security;

/// <summary>What one step of a verification hands to the next: a value, or the refusal that ends it.</summary>
readonly record struct Found<T> where T : class
{
    Found(T? value, SignatureRefusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }
    public SignatureRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Holds => Value is not null;

    public static implicit operator Found<T>(T value) => new(value, null);

    public static implicit operator Found<T>(SignatureRefusal refusal) => new(null, refusal);

    public static implicit operator Found<T>(SignatureRefusalCode code) => new(null, SignatureRefusal.Of(code));
}
