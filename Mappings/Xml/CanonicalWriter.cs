using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LLTP.Hub.Mappings.Xml;

/// <summary>
/// Writes elements of one namespace as UTF-8 text that is its own exclusive canonical form (no prefixes, full end tags, the canonical escapes),
/// so that a signature can be made over the very bytes.
/// </summary>
sealed class CanonicalWriter(int capacity)
{
    readonly ArrayBufferWriter<byte> buffer = new(capacity);
    readonly Stack<string> open = new();

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>The root; only it declares the namespace and may carry an Id.</summary>
    public void Root(string name, string space, string? id)
    {
        open.Push(name);
        Raw(id is null ? $"<{name} xmlns=\"{space}\">" : $"<{name} xmlns=\"{space}\" Id=\"{id}\">");
    }

    public void Open(string name)
    {
        open.Push(name);
        Raw($"<{name}>");
    }

    public void Close() => Raw($"</{open.Pop()}>");

    public void Element(string name, string text)
    {
        Open(name);
        Text(text);
        Close();
    }

    public void Base64(string name, ReadOnlySpan<byte> bytes)
    {
        Open(name);
        var target = buffer.GetSpan(Base64Length(bytes.Length));
        Base64Utf8(bytes, target, out var written);
        buffer.Advance(written);
        Close();
    }

    static int Base64Length(int bytes) => System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes);

    static void Base64Utf8(ReadOnlySpan<byte> bytes, Span<byte> target, out int written) =>
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, target, out _, out written);

    void Text(string text)
    {
        int special;
        var rest = text.AsSpan();
        while ((special = rest.IndexOfAny("&<>\r")) >= 0)
        {
            Raw(rest[..special]);
            Raw(rest[special] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&#xD;" });
            rest = rest[(special + 1)..];
        }
        Raw(rest);
    }

    void Raw(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, buffer);
}
