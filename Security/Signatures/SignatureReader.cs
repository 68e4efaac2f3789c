using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Reads a ds:Signature strictly: exactly the agreed elements in their order, only algorithms of the allow-list.</summary>
static class SignatureReader
{
    const int MostReferences = 32;
    const int MostPrefixes = 32;

    public static Found<ParsedSignature> Read(XmlElement signature)
    {
        if (Elements.Children(signature) is not [var info, var value, var keyInfo] || !Are("SignedInfo", info)
            || !Are("SignatureValue", value) || !Are("KeyInfo", keyInfo)) return SignatureRefusalCode.SignatureMalformed;
        if (Elements.Children(info) is not [var form, var method, .. var references] || !Are("CanonicalizationMethod", form)
            || !Are("SignatureMethod", method) || !Are("Reference", [.. references])) return SignatureRefusalCode.SignatureMalformed;
        if (!Elements.IsLeaf(value) || !Elements.IsLeaf(method) || references.Count is 0 or > MostReferences)
            return SignatureRefusalCode.SignatureMalformed;
        if (SignatureAlgorithm.OfUri(AlgorithmOf(method)) is not { } algorithm) return Algorithms.Refuse(AlgorithmOf(method));
        var infoForm = ReadForm(form);
        if (!infoForm.Holds) return infoForm.Refusal;
        var parsed = ReadReferences(references);
        if (!parsed.Holds) return parsed.Refusal;
        if (Elements.Base64(value) is not { } bytes) return SignatureRefusalCode.SignatureMalformed;
        return new ParsedSignature(signature, info, infoForm.Value, algorithm, parsed.Value, bytes, keyInfo);
    }

    static Found<List<ParsedReference>> ReadReferences(IEnumerable<XmlElement> references)
    {
        var parsed = new List<ParsedReference>();
        foreach (var reference in references)
        {
            var one = ReadReference(reference);
            if (!one.Holds) return one.Refusal;
            parsed.Add(one.Value);
        }
        return parsed;
    }

    static Found<ParsedReference> ReadReference(XmlElement reference)
    {
        if (!reference.HasAttribute("URI")) return SignatureRefusalCode.ReferenceNotAllowed;
        if (Elements.Children(reference) is not [var transforms, var method, var digest] || !Are("Transforms", transforms)
            || !Are("DigestMethod", method) || !Are("DigestValue", digest)) return SignatureRefusalCode.SignatureMalformed;
        if (!Elements.IsLeaf(method) || !Elements.IsLeaf(digest)) return SignatureRefusalCode.SignatureMalformed;
        if (Algorithms.OfDigest(AlgorithmOf(method)) is not { } hash) return Algorithms.Refuse(AlgorithmOf(method));
        var steps = Elements.Children(transforms);
        if (steps.Count is 0 or > 2 || !Are("Transform", [.. steps])) return SignatureRefusalCode.SignatureMalformed;
        bool enveloped = steps.Count == 2;
        if (enveloped && (AlgorithmOf(steps[0]) != Names.Enveloped || !Elements.IsLeaf(steps[0])))
            return Algorithms.Refuse(AlgorithmOf(steps[0]));
        var form = ReadForm(steps[^1]);
        if (!form.Holds) return form.Refusal;
        if (Elements.Base64(digest) is not { } bytes) return SignatureRefusalCode.SignatureMalformed;
        return new ParsedReference(reference.GetAttribute("URI"), enveloped, form.Value with { Comments = false }, hash, bytes);
    }

    static Found<CanonicalForm> ReadForm(XmlElement method)
    {
        string algorithm = AlgorithmOf(method);
        if (algorithm is not (Names.Exclusive or Names.ExclusiveWithComments)) return Algorithms.Refuse(algorithm);
        var children = Elements.Children(method);
        if (children.Count > 1 || children.Exists(child => !IsPrefixList(child))) return SignatureRefusalCode.SignatureMalformed;
        string[] prefixes = children.Count == 0 ? [] : Prefixes(children[0]);
        if (prefixes.Length > MostPrefixes) return SignatureRefusalCode.SignatureMalformed;
        return new CanonicalForm { Comments = algorithm == Names.ExclusiveWithComments, InclusivePrefixes = prefixes };
    }

    static bool IsPrefixList(XmlElement element) =>
        Elements.Is(element, "InclusiveNamespaces", Names.Exclusive) && Elements.IsLeaf(element);

    static string[] Prefixes(XmlElement list) =>
    [
        .. list.GetAttribute("PrefixList").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(prefix => prefix == "#default" ? "" : prefix).Distinct(),
    ];

    static string AlgorithmOf(XmlElement method) => method.GetAttribute("Algorithm");

    static bool Are(string name, params ReadOnlySpan<XmlElement> elements)
    {
        foreach (var element in elements)
            if (!Elements.Is(element, name, Names.Signature)) return false;
        return true;
    }
}
