using System.Reflection;
using System.Security;
using System.Text;
using LLTP.Hub.Adapters.Lltp;
using LLTP.Hub.Adapters.Vneid;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Mappings.Vneid;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Host.Contracts;

/// <summary>The contracts that partners build against, as the hub publishes them.</summary>
static class ContractApi
{
    const string Placeholder = "http://localhost/soap/lltp";
    static readonly Assembly Documents = typeof(VneidMap).Assembly;

    public static void MapContracts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/openapi/v1.json", HubV1);
        routes.MapGet("/openapi/tthc-partner-v1.json", () => Document("tthc-partner-v1.json", "application/json"));
        routes.MapGet("/schemas/{name}.xsd", (string name) => Document($"{name}.xsd", "text/xml"));
        routes.MapGet("/soap/lltp", Lltp);
        routes.MapGet("/soap/lltp-software", LltpSoftware);
    }

    // The document with the address under which this hub is known and the prefix that VNeID was told.
    static IResult HubV1(HttpRequest request, IOptions<HubOptions> hub, IOptions<VneidOptions> vneid) => Results.Text(
        Read("hub-v1.json").Replace("http://localhost", Address(request, hub.Value), StringComparison.Ordinal)
            .Replace("/api/v1/hosos/", vneid.Value.Prefix, StringComparison.Ordinal), "application/json", Encoding.UTF8);

    static IResult Lltp(HttpRequest request, IOptions<HubOptions> hub, IOptions<LltpOptions> lltp)
    {
        if (request.Query.ContainsKey("policy"))
            return Results.Text(SoapPolicy.Document(lltp.Value.MustSign), "text/xml", Encoding.UTF8);
        return Document("lltp-hub.wsdl", "text/xml", Address(request, hub.Value));
    }

    static IResult LltpSoftware(HttpRequest request, IOptions<HubOptions> hub) => Document("lltp-software.wsdl", "text/xml", Address(request, hub.Value));

    /// <summary>Where this hub is reached, without a slash at the end; safe inside an XML attribute.</summary>
    static string Address(HttpRequest request, HubOptions hub) =>
        SecurityElement.Escape(hub.PublicAddress?.AbsoluteUri.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}") ?? "";

    /// <summary>Empty where there is no such document.</summary>
    static string Read(string name)
    {
        using var stream = Documents.GetManifestResourceStream(name);
        return stream is null ? "" : new StreamReader(stream).ReadToEnd();
    }

    static IResult Document(string name, string mediaType, string? address = null)
    {
        var text = Read(name);
        if (text.Length == 0)
            return Results.Problem($"There is no contract document {name}.", statusCode: StatusCodes.Status404NotFound);
        if (address is not null)
            text = text.Replace("schemaLocation=\"", $"schemaLocation=\"{address}/schemas/", StringComparison.Ordinal)
                .Replace(Placeholder, $"{address}/soap/lltp", StringComparison.Ordinal);
        return Results.Text(text, mediaType, Encoding.UTF8);
    }
}
