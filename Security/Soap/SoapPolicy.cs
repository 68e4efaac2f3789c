namespace LLTP.Hub.Security;

/// <summary>What a partner has to sign in its SOAP messages; the Body always, and only what was signed is read.</summary>
public enum MustSign
{
    /// <summary>Body and Timestamp, and every WS-Addressing header that is present.</summary>
    BodyTimestampAddressing,

    /// <summary>Body and Timestamp; addressing headers that are not signed count for nothing.</summary>
    BodyAndTimestamp,

    /// <summary>Only the Body; a Timestamp is judged when there is one. Such a message can be replayed as long as it is remembered.</summary>
    BodyOnly,
}

/// <summary>A policy in the words of WS-SecurityPolicy 1.2, for partners to read and for stacks to take in.</summary>
public static class SoapPolicy
{
    public const string Id = "LltpHubSecurity";

    const string Policy = "http://www.w3.org/ns/ws-policy";
    const string Security = "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702";

    /// <summary>The policy document as text.</summary>
    public static string Document(MustSign sign) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <wsp:Policy xmlns:wsp="{Policy}" xmlns:sp="{Security}" xmlns:wsu="{Names.Wsu}" wsu:Id="{Id}">
          <wsp:ExactlyOne><wsp:All>
            <sp:AsymmetricBinding><wsp:Policy>
              <sp:InitiatorToken><wsp:Policy>{Token("AlwaysToRecipient")}</wsp:Policy></sp:InitiatorToken>
              <sp:RecipientToken><wsp:Policy>{Token("AlwaysToInitiator")}</wsp:Policy></sp:RecipientToken>
              <sp:AlgorithmSuite><wsp:Policy><sp:Basic256Sha256/></wsp:Policy></sp:AlgorithmSuite>
              <sp:Layout><wsp:Policy><sp:Lax/></wsp:Policy></sp:Layout>{(sign == MustSign.BodyOnly ? "" : "\n      <sp:IncludeTimestamp/>")}
              <sp:OnlySignEntireHeadersAndBody/>
            </wsp:Policy></sp:AsymmetricBinding>
            <sp:Wss11><wsp:Policy>
              <sp:MustSupportRefKeyIdentifier/><sp:MustSupportRefIssuerSerial/><sp:MustSupportRefThumbprint/>
            </wsp:Policy></sp:Wss11>
            <sp:SignedParts><sp:Body/>{(sign == MustSign.BodyTimestampAddressing ? $"<sp:Header Namespace=\"{Names.Addressing}\"/>" : "")}</sp:SignedParts>
          </wsp:All></wsp:ExactlyOne>
        </wsp:Policy>
        """;

    static string Token(string inclusion) =>
        $"<sp:X509Token sp:IncludeToken=\"{Security}/IncludeToken/{inclusion}\"><wsp:Policy><sp:WssX509V3Token11/></wsp:Policy></sp:X509Token>";
}
