using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace LLTP.Hub.Security;

/// <summary>For which certificates of its issuer a revocation list speaks (issuing distribution point, RFC 5280, 5.2.5).</summary>
sealed record ListScope(IReadOnlyList<string> Addresses, bool OnlyUsers, bool OnlyAuthorities)
{
    const string DistributionPoints = "2.5.29.31";
    static readonly Asn1Tag Point = new(TagClass.ContextSpecific, 0);
    static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    public static ListScope Everything { get; } = new([], false, false);

    /// <summary>A list for one distribution point says nothing about certificates that name another.</summary>
    public bool Covers(X509Certificate2 certificate) =>
        !(CertificateUse.IsAuthority(certificate) ? OnlyUsers : OnlyAuthorities)
        && (Addresses.Count == 0 || AddressesIn(certificate).Intersect(Addresses, StringComparer.Ordinal).Any());

    /// <summary>Null where the list is limited in a way that this hub does not judge: by reasons, indirect, or for attribute certificates.</summary>
    public static ListScope? Read(ReadOnlyMemory<byte> extension)
    {
        var fields = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        IReadOnlyList<string> addresses = [];
        bool users = false, authorities = false;
        while (fields.HasData)
        {
            switch (fields.PeekTag().TagValue)
            {
                case 0:
                    addresses = [.. AddressesOf(fields.ReadSequence(Point))];
                    if (addresses.Count == 0) return null;
                    break;
                case 1:
                    users = fields.ReadBoolean(new Asn1Tag(TagClass.ContextSpecific, 1));
                    break;
                case 2:
                    authorities = fields.ReadBoolean(new Asn1Tag(TagClass.ContextSpecific, 2));
                    break;
                default:
                    return null;
            }
        }
        return new(addresses, users, authorities);
    }

    static IEnumerable<string> AddressesIn(X509Certificate2 certificate)
    {
        if (certificate.Extensions[DistributionPoints] is not { } extension) yield break;
        var points = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
        while (points.HasData)
        {
            var point = points.ReadSequence();
            if (point.HasData && point.PeekTag().HasSameClassAndValue(Point))
                foreach (var address in AddressesOf(point.ReadSequence(Point)))
                    yield return address;
        }
    }

    // DistributionPointName: [0] fullName, a list of general names of which only addresses are of use here.
    static IEnumerable<string> AddressesOf(AsnReader name)
    {
        if (!name.PeekTag().HasSameClassAndValue(Point)) yield break;
        var names = name.ReadSequence(Point);
        while (names.HasData)
            if (names.PeekTag().HasSameClassAndValue(Uri))
                yield return names.ReadCharacterString(UniversalTagNumber.IA5String, Uri);
            else
                names.ReadEncodedValue();
    }
}
