using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Xml;

namespace LLTP.Hub.Mappings.Lltp;

/// <summary>Writes fileHoSo, one for each attached file (lltp.xsd, an extension).</summary>
sealed class FileWriting(XmlBody xml)
{
    const int MaxFiles = 50;
    const string Papers = "toKhai.giayToDinhKem";

    public void Write(IReadOnlyList<AttachedPaper> papers, FileSource files)
    {
        Attachment[] all = [.. papers.SelectMany(paper => paper.Files, (paper, file) => paper.Attach(file))];
        if (all.Length > MaxFiles)
            xml.Notes.Refuse(MappingFailureCode.BadValue, Papers);
        var names = new Queue<string>(FileNames.Of(all));
        for (var paper = 0; paper < papers.Count; paper++)
            for (var file = 0; file < papers[paper].Files.Count; file++)
                Write(papers[paper], file, names.Dequeue(), $"{Papers}[{paper}]", files);
    }

    void Write(AttachedPaper paper, int index, string name, string path, FileSource files)
    {
        xml.Open("fileHoSo");
        if (paper.Title is not null)
            xml.Required("tenLoaiFile", paper.Title, path + ".ten");
        else
            xml.Required("tenLoaiFile", paper.Code ?? name, path + ".ma");
        xml.Line("tenFile", name, path + ".ten");
        xml.File("noiDungFile", files(paper.Files[index].File));
        xml.Notes.Carry($"{path}.danhSach[{index}]");
        xml.Close();
    }
}
