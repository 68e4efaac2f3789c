using System.Text.RegularExpressions;
using System.Xml.Linq;
using LLTP.Hub.Mappings.Lltp;
using LLTP.Hub.Mappings.V06;
using Xunit;

namespace LLTP.Hub.Tests.Mappings;

public sealed partial class LltpNameTests
{
    static readonly XNamespace Xs = "http://www.w3.org/2001/XMLSchema";

    // Operations and parts that this side neither sends nor reads yet.
    static readonly string[] Unused = ["agencyRequestId", "declarationPortalID", "deliveryDistrict", "idMoneyReceipt",
        "ministryJusticeId", "note", "receiveNo", "regionRequestId", "requestQtyAdd", "DECLARATION_ID", "APPOINTMENT_NO",
            "RECEIVE_NO",
        "LISTCONTENT", "MA", "NAME", "declarationId"];

    [Theory]
    [InlineData("lltp.xsd", "Lltp"), InlineData("v06.xsd", "V06")]
    public void Every_element_name_in_the_maps_stands_in_the_schema(string schema, string folder) =>
        Assert.Empty(Used(folder).Except(Declared(schema)));

    [Theory]
    [InlineData("lltp.xsd", "Lltp"), InlineData("v06.xsd", "V06")]
    public void Every_data_element_of_the_schema_is_used_by_the_maps(string schema, string folder) =>
        Assert.Empty(Data(schema).Except(Used(folder)).Except(Unused));

    [Fact]
    public void The_namespaces_are_those_of_the_schemas()
    {
        Assert.Equal(LltpMap.Namespace, (string?)Root("lltp.xsd").Attribute("targetNamespace"));
        Assert.Equal(V06Map.Namespace, (string?)Root("v06.xsd").Attribute("targetNamespace"));
    }

    static HashSet<string> Used(string folder) => [.. Directory.GetFiles(Path.Combine(Places.Contracts, "..", folder), "*.cs")
        .SelectMany(file => Call().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["name"].Value)];

    static HashSet<string> Declared(string schema) =>
        [.. Root(schema).Descendants(Xs + "element").Select(element => (string?)element.Attribute("name")).OfType<string>()];

    static IEnumerable<string> Data(string schema) =>
        Declared(schema).Except(Root(schema).Elements(Xs + "element").Select(element => (string?)element.Attribute("name") ?? ""));

    static XElement Root(string schema) => XDocument.Load(Path.Combine(Places.Contracts, schema)).Root ?? throw new InvalidDataException();

    // The first text argument of every call that reads or writes an element.
    const string Calls = "Text|Required|Token|RequiredToken|Date|RequiredDate|Line|Mapped|Whole|File|Open|Moment|Raw|Nested|All|Birth|"
        + "National|Region|Year|Count|Choice|Sentence|Write|Dossier";

    [GeneratedRegex("\\b(" + Calls + ")\\((sentence, |xml, )?\"(?<name>\\w+)\"")]
    private static partial Regex Call();
}
