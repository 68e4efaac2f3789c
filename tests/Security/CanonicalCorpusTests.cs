using System.Security.Cryptography.Xml;
using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>The canonical forms of random documents are those of the framework, and of libxml2 where the whole document is meant.</summary>
public sealed class CanonicalCorpusTests
{
    static readonly int Documents = Full.Or(2000, 200);

    [Theory]
    [InlineData(false, false, "")]
    [InlineData(false, true, "")]
    [InlineData(true, false, "")]
    [InlineData(true, true, "")]
    [InlineData(false, false, "q #default long-er")]
    public void The_framework_gives_the_same_octets(bool inclusive, bool comments, string prefixes)
    {
        for (int seed = 0; seed < Documents; seed++)
        {
            string text = seed % 2 == 0 ? RandomXml.Of(seed) : RandomXml.OfAnyNames(seed);
            // The framework drops an empty xml:lang from the inclusive form; the standard keeps it, and libxml2 below.
            var document = Samples.Xml(inclusive ? text.Replace(" xml:lang=\"\"", "", StringComparison.Ordinal) : text);
            var transform = Transform(inclusive, comments, prefixes);
            transform.LoadInput(document);
            using var output = (Stream)transform.GetOutput();
            using var reader = new StreamReader(output, Encoding.UTF8);
            Assert.Equal(reader.ReadToEnd(), Text(document, inclusive, comments, prefixes));
        }
    }

    [Theory]
    [InlineData("--c14n", true)]
    [InlineData("--exc-c14n", false)]
    public async Task Libxml2_gives_the_same_octets(string option, bool inclusive)
    {
        string path = Path.GetTempFileName();
        for (int seed = 0; seed < Full.Or(400, 30); seed++)
        {
            string text = RandomXml.Of(seed, seed % 10 == 9 ? 300_000 : 0);
            File.WriteAllText(path, text);
            var (code, canonical) = await Command.RunAsync("xmllint", "--huge", option, path);
            Assert.Equal(0, code);
            Assert.Equal(canonical, Text(Samples.Xml(text), inclusive, true, ""));
        }
        File.Delete(path);
    }

    [Fact]
    public void An_apex_inherits_namespaces_and_language_only_in_the_inclusive_form()
    {
        var apex = Samples.First(Samples.Xml("<a xmlns='urn:1' xmlns:p='urn:2' xml:lang='vi'><b xml:space='default'><c p:x='1'/></b></a>"), "c");
        Assert.Equal("<c xmlns=\"urn:1\" xmlns:p=\"urn:2\" p:x=\"1\"></c>", Encoding.UTF8.GetString(Samples.Octets(apex, CanonicalForm.Plain)));
        Assert.Equal(
            "<c xmlns=\"urn:1\" xmlns:p=\"urn:2\" xml:lang=\"vi\" xml:space=\"default\" p:x=\"1\"></c>",
            Encoding.UTF8.GetString(Samples.Octets(apex, new CanonicalForm { Inclusive = true })));
    }

    [Theory]
    [InlineData("<a xmlns='u?a&amp;b=&lt;&quot;&#9;'/>", "<a xmlns=\"u?a&amp;b=&lt;&quot;&#x9;\"></a>")]
    [InlineData("<p:a xmlns:p='urn:đ漢😀' p:x=''/>", "<p:a xmlns:p=\"urn:đ漢😀\" p:x=\"\"></p:a>")]
    [InlineData("<a xml:lang='vi'><b xml:lang=''><c/></b></a>", "<a xml:lang=\"vi\"><b xml:lang=\"\"><c></c></b></a>")]
    public void Namespace_names_are_escaped_like_values_and_empty_languages_kept(string text, string canonical)
    {
        foreach (bool inclusive in (bool[])[true, false]) Assert.Equal(canonical, Text(Samples.Xml(text), inclusive, false, ""));
    }

    [Fact]
    public void An_apex_inherits_an_empty_language_too()
    {
        var apex = Samples.First(Samples.Xml("<a xml:lang='vi'><b xml:lang='' xml:space='default'><c xmlns:q='urn:&amp;'/></b></a>"), "c");
        Assert.Equal("<c xmlns:q=\"urn:&amp;\" xml:lang=\"\" xml:space=\"default\"></c>",
            Encoding.UTF8.GetString(Samples.Octets(apex, new CanonicalForm { Inclusive = true })));
    }

    static string Text(System.Xml.XmlDocument document, bool inclusive, bool comments, string prefixes) =>
        Encoding.UTF8.GetString(Samples.Octets(document, new CanonicalForm
        {
            Inclusive = inclusive,
            Comments = comments,
            InclusivePrefixes = [.. prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one == "#default" ? "" : one)],
        }));

    static Transform Transform(bool inclusive, bool comments, string prefixes) => inclusive
        ? new XmlDsigC14NTransform(comments)
        : new XmlDsigExcC14NTransform(comments, prefixes.Length > 0 ? prefixes : null);
}
