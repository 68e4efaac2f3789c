using System.Security.Cryptography.X509Certificates;
using LLTP.Hub.Security;

namespace LLTP.Hub.Tests.Security.Trusting;

/// <summary>A partner that is trusted through its authority, with a current revocation list.</summary>
sealed class AuthorityCase
{
    public const string AuthorityName = "CN=CA thu nghiem, O=Ban Co yeu, C=VN";
    public const string PartnerName = "CN=Phan mem LLTP, O=Bo Tu phap, C=VN";
    public const string Source = "ca.crl";

    public static readonly DateTimeOffset Now = TestAuthority.Now;

    public AuthorityCase(Wanted? authority = null)
    {
        Root = TestAuthority.Root(AuthorityName, authority);
        Partner = Root.IssueKey(PartnerName);
    }

    public TestAuthority Root { get; }

    public SigningKey Partner { get; }

    /// <summary>Trust in the root with this list (by default a current one without entries) and these rules.</summary>
    public Trust Trust(byte[]? list = null, bool accept = false, params string[] subject) => TrustIn([Root.Certificate], list ?? Root.List([]), accept, subject);

    public static Trust TrustIn(IReadOnlyList<X509Certificate2> authorities, byte[] list, bool accept = false, params string[] subject)
    {
        var revocation = new Revocation([Source], accept);
        revocation.Put(Source, list, authorities, Now);
        return new([], false, new Authorities(
            authorities, revocation, [.. subject.Select(text => SubjectRule.Read(text) ?? throw new ArgumentException(text))]));
    }

    /// <summary>What comes of a document that this key signed.</summary>
    public static SignatureRefusalCode? Judge(Trust trust, SigningKey key, DateTimeOffset? at = null) =>
        XmlVerifier.VerifyEnveloped(Samples.SignedRequest(key), trust, at ?? Now).Refusal?.Code;
}
