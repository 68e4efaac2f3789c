using System.Text;

namespace LLTP.Hub.Mappings.Catalogues;

/// <summary>Lines and cells of CSV (RFC 4180): quotes double inside quotes, line breaks may stand inside them.</summary>
public static class CsvText
{
    public static IReadOnlyList<string[]> Read(string text)
    {
        var (lines, cells, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (quoted && letter == '"' && index + 1 < text.Length && text[index + 1] == '"')
                cell.Append(text[++index]);
            else if (letter == '"')
                quoted = !quoted;
            else if (quoted || letter is not (',' or '\r' or '\n'))
                cell.Append(letter);
            else if (letter != '\r')
                End(letter == '\n' ? lines : null, cells, cell);
        }
        if (cell.Length > 0 || cells.Count > 0)
            End(lines, cells, cell);
        return lines;
    }

    public static string Write(IEnumerable<IEnumerable<string>> lines) =>
        string.Concat(lines.Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"));

    /// <summary>Ends a cell, and the line where there is one to end; a line of nothing is no line.</summary>
    static void End(List<string[]>? lines, List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
        if (lines is null)
            return;
        if (cells.Count > 1 || cells[0].Length > 0)
            lines.Add([.. cells]);
        cells.Clear();
    }

    static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
