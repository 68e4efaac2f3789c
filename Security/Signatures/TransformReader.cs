using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Reads ds:Transforms and canonicalization methods: enveloped, then base64 or canonical forms; nothing else.</summary>
static class TransformReader
{
    const int MostTransforms = 3;
    const int MostPrefixes = 32;

    public static SignatureRefusal NewerRefused { get; } =
        Algorithms.Refuse(SignatureRefusalCode.AlgorithmNotAllowed, "Canonical XML 1.1 below xml:id or xml:base");

    public static string AlgorithmOf(XmlElement method) => method.GetAttribute("Algorithm");

    public static Found<TransformChain> ReadChain(XmlElement? transforms, SignatureProfile profile)
    {
        var chain = new TransformChain(false, false, CanonicalForm.Implied);
        if (transforms is null) return chain;
        var steps = Elements.Children(transforms);
        if (steps.Count is 0 or > MostTransforms || steps.Exists(step => !Elements.Is(step, "Transform", Names.Signature)))
            return SignatureRefusalCode.SignatureMalformed;
        bool ended = false;
        foreach (var step in steps)
        {
            var next = Apply(chain, step, ended, profile);
            if (!next.Holds) return next.Refusal;
            chain = next.Value;
            ended |= AlgorithmOf(step) != Names.Enveloped;
        }
        return chain;
    }

    static Found<TransformChain> Apply(TransformChain chain, XmlElement step, bool ended, SignatureProfile profile)
    {
        string algorithm = AlgorithmOf(step);
        if (algorithm is Names.Enveloped or Names.Base64)
        {
            if (algorithm == Names.Base64 && !profile.Base64) return Algorithms.Refuse(algorithm);
            if (!Elements.IsLeaf(step)) return SignatureRefusalCode.SignatureMalformed;
            if (ended) return OrderRefused;
            return algorithm == Names.Base64 ? chain with { Base64 = true } : chain with { Enveloped = true };
        }
        var form = ReadForm(step);
        if (!form.Holds) return form.Refusal;
        if (!ended) return chain with { Form = form.Value };
        return profile.Later && !chain.Base64 ? chain with { Later = [.. chain.Later, form.Value] } : OrderRefused;
    }

    public static Found<CanonicalForm> ReadForm(XmlElement method)
    {
        string algorithm = AlgorithmOf(method);
        if (Known(algorithm) is not { } form) return Algorithms.Refuse(algorithm);
        var children = Elements.Children(method);
        if (children.Count == 0) return form;
        if (form.Inclusive || children is not [var list] || !Elements.Is(list, "InclusiveNamespaces", Names.Exclusive) || !Elements.IsLeaf(list))
            return SignatureRefusalCode.SignatureMalformed;
        string[] prefixes = Prefixes(list);
        return prefixes.Length <= MostPrefixes ? form with { InclusivePrefixes = prefixes } : SignatureRefusalCode.SignatureMalformed;
    }

    static CanonicalForm? Known(string algorithm) => algorithm switch
    {
        Names.Exclusive => CanonicalForm.Plain,
        Names.ExclusiveWithComments => CanonicalForm.Plain with { Comments = true },
        Names.Inclusive => CanonicalForm.Implied,
        Names.InclusiveWithComments => CanonicalForm.Implied with { Comments = true },
        Names.Newer => CanonicalForm.Implied with { Newer = true },
        Names.NewerWithComments => CanonicalForm.Implied with { Newer = true, Comments = true },
        _ => null,
    };

    static SignatureRefusal OrderRefused { get; } =
        Algorithms.Refuse(SignatureRefusalCode.AlgorithmNotAllowed, "a transform behind one that already gave octets");

    static string[] Prefixes(XmlElement list) =>
    [
        .. list.GetAttribute("PrefixList").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(prefix => prefix == "#default" ? "" : prefix).Distinct(),
    ];
}
