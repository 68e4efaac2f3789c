using System.Text;

namespace LLTP.Hub.Security;

/// <summary>Reads the written form of a distinguished name (RFC 4514, and the older forms with quotes).</summary>
static class DistinguishedName
{
    /// <summary>The values of the name without their types, sorted.</summary>
    public static IReadOnlyList<string> Values(string name)
    {
        var values = new List<string>();
        var part = new List<byte>();
        bool quoted = false;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '"') quoted = !quoted;
            else if (name[i] == '\\' && i + 1 < name.Length) i += Escaped(name, i + 1, part);
            else if (!quoted && name[i] is ',' or ';' or '+') Close(part, values);
            else i += Add(name, i, part) - 1;
        }
        Close(part, values);
        values.Sort(StringComparer.OrdinalIgnoreCase);
        return values;
    }

    /// <summary>Takes a pair of hexadecimal digits as one byte, anything else as itself; says how many characters that was.</summary>
    static int Escaped(string name, int at, List<byte> part)
    {
        if (at + 1 >= name.Length || !char.IsAsciiHexDigit(name[at]) || !char.IsAsciiHexDigit(name[at + 1])) return Add(name, at, part);
        part.Add(Convert.ToByte(name.Substring(at, 2), 16));
        return 2;
    }

    static int Add(string name, int at, List<byte> part)
    {
        int length = char.IsHighSurrogate(name[at]) && at + 1 < name.Length ? 2 : 1;
        part.AddRange(Encoding.UTF8.GetBytes(name.Substring(at, length)));
        return length;
    }

    static void Close(List<byte> part, List<string> values)
    {
        var text = Encoding.UTF8.GetString([.. part]);
        values.Add(text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim());
        part.Clear();
    }
}
