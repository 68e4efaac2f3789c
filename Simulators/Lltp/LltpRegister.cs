using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>What the shared software has stored: dossiers, first answers and changes nobody has collected yet.</summary>
sealed class LltpRegister
{
    readonly Dictionary<string, LltpDossier> dossiers = new(StringComparer.Ordinal);
    readonly Dictionary<string, (int Content, XElement Answer)> answers = new(StringComparer.Ordinal);
    readonly Dictionary<string, LltpDossier> changed = new(StringComparer.Ordinal);

    /// <summary>Held while a message or an officer reads or changes a dossier.</summary>
    public Lock Gate { get; } = new();

    public LltpDossier? Find(string number) => dossiers.GetValueOrDefault(number);

    public void Forget(string number)
    {
        if (dossiers.Remove(number, out var dossier))
            changed.Remove(dossier.Id);
    }

    public LltpDossier Open(DossierCase @case)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("lltp/" + @case.Number));
        var opened = new LltpDossier(@case, Convert.ToHexStringLower(hash.AsSpan(0, 12)));
        dossiers.Add(@case.Number, opened);
        return opened;
    }

    /// <summary>The first answer to a known message, a fault when its id now carries other content, null for a new one.</summary>
    public XElement? Remembered(string messageId, int print)
    {
        if (!answers.TryGetValue(messageId, out var first))
            return null;
        return first.Content == print ? new XElement(first.Answer) : SoapMessage.Fault(true, "wsa:MessageID đã dùng cho nội dung khác");
    }

    public XElement Remember(string messageId, int print, XElement answer)
    {
        answers[messageId] = (print, new XElement(answer));
        return answer;
    }

    public void Changed(LltpDossier dossier) => changed[dossier.Id] = dossier;

    public IReadOnlyList<LltpDossier> Changes(int limit) => [.. changed.Values.Take(limit)];

    public void Collected(string id) => changed.Remove(id);

    /// <summary>Tells contents apart; to be taken outside the gate, since contents can be large.</summary>
    public static int Print(XmlElement content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(content, hash);
        return BitConverter.ToInt32(hash.GetHashAndReset());
    }

    static void Add(XmlNode node, IncrementalHash hash)
    {
        Add(node.LocalName, hash);
        Add(node.Value, hash);
        foreach (XmlAttribute attribute in node.Attributes?.OfType<XmlAttribute>().Where(a => a.Prefix != "xmlns" && a.Name != "xmlns") ?? [])
            Add(attribute.Value, hash);
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
            Add(child, hash);
        hash.AppendData([0]);
    }

    static void Add(string? text, IncrementalHash hash)
    {
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        hash.AppendData([0]);
    }
}
