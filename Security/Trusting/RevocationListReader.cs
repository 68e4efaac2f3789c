using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Reads revocation lists, DER or PEM. What it does not understand and is marked critical makes the whole list unreadable.</summary>
static class RevocationListReader
{
    const string IssuingDistributionPoint = "2.5.29.28";
    static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0);

    public static RevocationList? Read(byte[] bytes)
    {
        try
        {
            return Parse(DerOf(bytes));
        }
        catch (Exception failure) when (failure is AsnContentException or CryptographicException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    static ReadOnlyMemory<byte> DerOf(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("-----BEGIN "u8) < 0) return bytes;
        var text = Encoding.ASCII.GetString(bytes);
        return PemEncoding.TryFind(text, out var found) && text[found.Label] == "X509 CRL" ? Convert.FromBase64String(text[found.Base64Data]) : default(ReadOnlyMemory<byte>);
    }

    static RevocationList? Parse(ReadOnlyMemory<byte> der)
    {
        var reader = new AsnReader(der, AsnEncodingRules.DER);
        var list = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var signed = list.PeekEncodedValue();
        var body = list.ReadSequence();
        var algorithm = AlgorithmOf(list.ReadSequence());
        var signature = list.ReadBitString(out _);
        list.ThrowIfNotEmpty();
        // Version 2 is INTEGER 1; version 1 leaves it out.
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer) && body.ReadInteger() != 1) return null;
        if (AlgorithmOf(body.ReadSequence()) != algorithm) return null;
        var issuer = body.ReadEncodedValue();
        var (from, until) = (TimeOf(body), TimeOf(body));
        var revoked = body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? EntriesOf(body.ReadSequence()) : [];
        if (revoked is null || ScopeOf(body) is not { } scope) return null;
        return new(signed.ToArray(), signature, algorithm)
        {
            Issuer = issuer.ToArray(), ThisUpdate = from, NextUpdate = until, Revoked = revoked, Scope = scope,
        };
    }

    static string AlgorithmOf(AsnReader identifier) => identifier.ReadObjectIdentifier();

    static DateTimeOffset TimeOf(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    // Null where an entry carries something critical, as the entries of indirect lists do.
    static Dictionary<string, DateTimeOffset>? EntriesOf(AsnReader entries)
    {
        var revoked = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            var serial = Convert.ToHexString(entry.ReadIntegerBytes().Span).TrimStart('0');
            var since = TimeOf(entry);
            if (entry.HasData && HasCritical(entry.ReadSequence())) return null;
            revoked.TryAdd(serial, since);
        }
        return revoked;
    }

    static bool HasCritical(AsnReader extensions)
    {
        while (extensions.HasData)
            if (Next(extensions).Critical) return true;
        return false;
    }

    static ListScope? ScopeOf(AsnReader body)
    {
        ListScope? scope = ListScope.Everything;
        if (!body.HasData) return scope;
        var extensions = body.ReadSequence(Extensions).ReadSequence();
        while (scope is not null && extensions.HasData)
        {
            var (oid, critical, value) = Next(extensions);
            scope = oid == IssuingDistributionPoint ? ListScope.Read(value) : critical ? null : scope;
        }
        return scope;
    }

    static (string Oid, bool Critical, ReadOnlyMemory<byte> Value) Next(AsnReader extensions)
    {
        var extension = extensions.ReadSequence();
        var oid = extension.ReadObjectIdentifier();
        var critical = extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
        return (oid, critical, extension.ReadOctetString());
    }
}
