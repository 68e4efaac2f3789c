using System.Net;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Security;
using LLTP.Hub.Tests.Edges.Adapters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace LLTP.Hub.Tests.Security.Keys;

/// <summary>The hub's own line to TTHC with both its keys in the token: what the partner saw of the TLS client and of the signature is written down.</summary>
static class TokenLine
{
    public static async Task CallAsync(string folder, string name)
    {
        using var server = PartnerStub.Certificate(IPAddress.Loopback);
        var authority = Path.Combine(folder, "tthc-server.pem");
        await File.WriteAllTextAsync(authority, server.ExportCertificatePem());
        await using var stub = await PartnerStub.StartAsync(
            context =>
            {
                File.WriteAllText(Path.Combine(folder, $"{name}.line"), $"{context.Connection.ClientCertificate?.Thumbprint} {Signature(context, folder, name)}");
                return PartnerStub.Answer(200, "application/json", """{"stored":"new"}""")(context);
            },
            tls =>
            {
                tls.ServerCertificate = server;
                (tls.ClientCertificateMode, tls.ClientCertificateValidation) = (ClientCertificateMode.RequireCertificate, (_, _, _) => true);
            });
        await using var tested = new AdapterUnderTest(folder, Partner.Tthc, stub.Address, TimeSpan.FromSeconds(30),
            [("Tls:ServerAuthorityFiles:0", authority), ("Jws:Outbound", "true"), .. Key("TlsClient", folder, name), .. Key("Jws", folder, name)]);
        var reply = await tested.SendAsync(MessageKind.TthcDossier);
        if (reply.Transport != Transport.Readable) throw new IOException($"The line gave {reply.Transport}.");
    }

    static IEnumerable<(string, string)> Key(string purpose, string folder, string name)
    {
        var place = TokenProgram.Place(folder, name);
        return
        [
            ($"Signing:{purpose}:Certificate", place.Certificate), ($"Signing:{purpose}:Pkcs11", place.Pkcs11 ?? ""),
            ($"Signing:{purpose}:PinFile", place.PinFile ?? ""),
        ];
    }

    static string? Signature(HttpContext context, string folder, string name)
    {
        var pinned = Trust.FromPemFiles([Path.Combine(folder, $"{name}.pem")], allowDevelopment: false);
        var subject = JwsSubject.Request(context.Request.Method, context.Request.GetEncodedUrl(), context.Request.Headers["Idempotency-Key"].FirstOrDefault());
        var verified = new JwsVerifier(pinned, TimeSpan.FromMinutes(5)).Verify(
            context.Request.Headers["X-JWS-Signature"], (byte[])(context.Items["body"] ?? Array.Empty<byte>()), subject, TimeProvider.System.GetUtcNow());
        return verified.IsVerified ? verified.Algorithm?.Jws : verified.Refusal.Sentence;
    }
}
