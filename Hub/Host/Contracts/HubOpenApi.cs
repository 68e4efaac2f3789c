using Microsoft.AspNetCore.OpenApi;

namespace LLTP.Hub.Host.Contracts;

/// <summary>Title and words of the hub's own OpenAPI document.</summary>
static class HubOpenApi
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "LLTP Hub";
        document.Info.Version = "1.0.0";
        document.Info.Description = "Các cửa REST của trục tích hợp LLTP: VNeID và TTHC. Hợp đồng mà TTHC phải cung cấp: /openapi/tthc-partner-v1.json; "
            + "SOAP: /soap/lltp?wsdl; XSD: /schemas/. / REST doors of the hub for VNeID and TTHC. TTHC decisions need a bearer secret and a UUID in Idempotency-Key.";
        return Task.CompletedTask;
    });
}
