using System.Xml;

namespace LLTP.Hub.Security;

/// <summary>Reads a ds:Signature strictly: exactly the agreed elements in their order, only algorithms of the allow-list.</summary>
static class SignatureReader
{
    const int MostReferences = 10;

    public static Found<ParsedSignature> Read(XmlElement signature) => Read(signature, SignatureProfile.Message);

    public static Found<ParsedSignature> Read(XmlElement signature, SignatureProfile profile)
    {
        if (Elements.Children(signature) is not [var info, var value, .. var rest] || !Are("SignedInfo", info) || !Are("SignatureValue", value))
            return SignatureRefusalCode.SignatureMalformed;
        var keyInfo = rest is [var first, ..] && Are("KeyInfo", first) ? first : null;
        var objects = rest[(keyInfo is null ? 0 : 1)..];
        if (objects.Count > profile.MostObjects || !Are("Object", [.. objects]) || (keyInfo is null && profile.NeedsKeyInfo))
            return SignatureRefusalCode.SignatureMalformed;
        var parsed = ReadInfo(signature, info, value, profile);
        return parsed.Holds ? parsed.Value with { KeyInfo = keyInfo, Objects = objects } : parsed.Refusal;
    }

    static Found<ParsedSignature> ReadInfo(XmlElement signature, XmlElement info, XmlElement value, SignatureProfile profile)
    {
        if (Elements.Children(info) is not [var form, var method, .. var references] || !Are("CanonicalizationMethod", form)
            || !Are("SignatureMethod", method) || !Are("Reference", [.. references])) return SignatureRefusalCode.SignatureMalformed;
        if (references.Count is 0 or > MostReferences) return SignatureRefusalCode.SignatureMalformed;
        var algorithm = SignatureMethod.Read(method, profile.Legacy);
        if (!algorithm.Holds) return algorithm.Refusal;
        var infoForm = TransformReader.ReadForm(form);
        if (!infoForm.Holds) return infoForm.Refusal;
        if (infoForm.Value.Newer && !Declarations.IsSameInBothVersions(info)) return TransformReader.NewerRefused;
        var parsed = ReadReferences(references, profile);
        if (!parsed.Holds) return parsed.Refusal;
        if (!Elements.IsLeaf(value) || Elements.Base64(value) is not { Length: > 0 } bytes) return SignatureRefusalCode.SignatureMalformed;
        return new ParsedSignature(signature, info, infoForm.Value, algorithm.Value, parsed.Value, bytes);
    }

    static Found<List<ParsedReference>> ReadReferences(IEnumerable<XmlElement> references, SignatureProfile profile)
    {
        var parsed = new List<ParsedReference>();
        foreach (var reference in references)
        {
            var one = ReadReference(reference, profile);
            if (!one.Holds) return one.Refusal;
            parsed.Add(one.Value);
        }
        return parsed;
    }

    static Found<ParsedReference> ReadReference(XmlElement reference, SignatureProfile profile)
    {
        var children = Elements.Children(reference);
        var transforms = children is [var first, ..] && Are("Transforms", first) ? first : null;
        if (children[(transforms is null ? 0 : 1)..] is not [var method, var digest] || !Are("DigestMethod", method) || !Are("DigestValue", digest))
            return SignatureRefusalCode.SignatureMalformed;
        string name = TransformReader.AlgorithmOf(method);
        if (Algorithms.OfDigest(name, profile.Legacy) is not { } hash) return Algorithms.Refuse(name);
        string? uri = reference.HasAttribute("URI") ? reference.GetAttribute("URI") : null;
        if (ReferenceUri.Refuse(uri, profile) is { } refusal) return refusal;
        var chain = TransformReader.ReadChain(transforms, profile);
        if (!chain.Holds) return chain.Refusal;
        if (!Elements.IsLeaf(method) || !Elements.IsLeaf(digest) || Elements.Base64(digest) is not { } bytes)
            return SignatureRefusalCode.SignatureMalformed;
        var form = chain.Value.Form with { Comments = chain.Value.Form.Comments && ReferenceUri.KeepsComments(uri) };
        return new ParsedReference(uri ?? "", chain.Value with { Form = form }, hash, bytes) { Element = reference };
    }

    static bool Are(string name, params ReadOnlySpan<XmlElement> elements)
    {
        foreach (var element in elements)
            if (!Elements.Is(element, name, Names.Signature)) return false;
        return true;
    }
}
