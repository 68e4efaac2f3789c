using System.Reflection;
using System.Security;
using System.Text;
using LLTP.Hub.Adapters.Lltp;
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
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapGet("/openapi/tthc-partner-v1.json", () => Document("tthc-partner-v1.json", "application/json")).ExcludeFromDescription();
        routes.MapGet("/schemas/{name}.xsd", (string name) => Document($"{name}.xsd", "text/xml")).ExcludeFromDescription();
        routes.MapGet("/soap/lltp", Lltp).ExcludeFromDescription();
        routes.MapGet("/soap/lltp-software", LltpSoftware).ExcludeFromDescription();
    }

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

    static IResult Document(string name, string mediaType, string? address = null)
    {
        using var stream = Documents.GetManifestResourceStream(name);
        if (stream is null)
            return Results.Problem($"There is no contract document {name}.", statusCode: StatusCodes.Status404NotFound);
        var text = new StreamReader(stream).ReadToEnd();
        if (address is not null)
            text = text.Replace("schemaLocation=\"", $"schemaLocation=\"{address}/schemas/", StringComparison.Ordinal)
                .Replace(Placeholder, $"{address}/soap/lltp", StringComparison.Ordinal);
        return Results.Text(text, mediaType, Encoding.UTF8);
    }
}
