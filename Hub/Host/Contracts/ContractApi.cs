using System.Reflection;
using System.Text;
using LLTP.Hub.Mappings.Vneid;

namespace LLTP.Hub.Host.Contracts;

/// <summary>The contracts that partners build against, as the hub publishes them.</summary>
static class ContractApi
{
    static readonly Assembly Documents = typeof(VneidMap).Assembly;

    public static void MapContracts(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapGet("/openapi/tthc-partner-v1.json", () => Document("tthc-partner-v1.json", "application/json")).ExcludeFromDescription();
        routes.MapGet("/schemas/{name}.xsd", (string name) => Document($"{name}.xsd", "text/xml")).ExcludeFromDescription();
        routes.MapGet("/soap/lltp", Wsdl).ExcludeFromDescription();
        routes.MapGet("/soap/lltp-software", () => Document("lltp-software.wsdl", "text/xml", "../schemas/")).ExcludeFromDescription();
    }

    static IResult Wsdl(HttpRequest request)
    {
        var address = $"{request.Scheme}://{request.Host}";
        return Document("lltp-hub.wsdl", "text/xml", $"{address}/schemas/", $"{address}/soap/lltp");
    }

    static IResult Document(string name, string mediaType, string? schemas = null, string? address = null)
    {
        using var stream = Documents.GetManifestResourceStream(name);
        if (stream is null)
            return Results.Problem($"There is no contract document {name}.", statusCode: StatusCodes.Status404NotFound);
        var text = new StreamReader(stream).ReadToEnd();
        text = schemas is null ? text : text.Replace("schemaLocation=\"", $"schemaLocation=\"{schemas}", StringComparison.Ordinal);
        text = address is null ? text : text.Replace("http://localhost/soap/lltp", address, StringComparison.Ordinal);
        return Results.Text(text, mediaType, Encoding.UTF8);
    }
}
