using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>The shared LLTP software: SOAP 1.1 with signed messages both ways.</summary>
sealed class LltpSimulator : ISimulator
{
    const string Path = "/soap/lltp-software";
    const string FaultAction = "http://www.w3.org/2005/08/addressing/soap/fault";

    readonly SimulatorKit kit;
    readonly SoapSigner signer;
    readonly SoapVerifier verifier;
    readonly LltpDesk desk;
    readonly LltpRegister register = new();

    public LltpSimulator(SimulatorKit kit)
    {
        this.kit = kit;
        signer = new(SigningKey.Ensure(kit.Options.KeysFolder, "lltp", kit.Clock), kit.Clock);
        verifier = new(new SigningTrust(System.IO.Path.Combine(kit.Options.KeysFolder, "hub.pem")), kit.Clock);
        desk = new(kit, register, new LltpOfficer(kit, register, new LltpPush(kit, signer, verifier)));
    }

    public string Partner => Partners.Lltp;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, AnswerAsync);
        routes.MapGet(Path, ContractAsync);
    }

    public void Forget(DossierCase file)
    {
        lock (register.Gate)
            register.Forget(file.Number);
    }

    public Task RefuseAsync(HttpContext context)
    {
        if (kit.Faults.Coin())
            return WriteAsync(context, SoapMessage.Fault(false, "Hệ thống đang bận, đề nghị gửi lại"), null);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    }

    async Task AnswerAsync(HttpContext context)
    {
        using var bytes = new MemoryStream((int)(context.Request.ContentLength ?? 8192));
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var message = verifier.Read(bytes.ToArray());
        await WriteAsync(context, desk.Answer(message, context.Request.Headers["SOAPAction"].ToString()), message);
    }

    Task WriteAsync(HttpContext context, XElement answer, SoapReading? message)
    {
        var isFault = answer.Name.Namespace == SoapNames.Soap;
        var action = isFault ? FaultAction : LltpNames.Action(answer.Name.LocalName);
        context.Response.StatusCode = isFault ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        context.Response.ContentType = "text/xml; charset=utf-8";
        var envelope = signer.Sign(new(answer, SoapMessage.NewId(), action, null, message?.MessageId));
        return context.Response.Body.WriteAsync(envelope, context.RequestAborted).AsTask();
    }

    static async Task ContractAsync(HttpContext context)
    {
        var name = context.Request.QueryString.Value == "?xsd" ? "lltp.xsd" : "lltp-software.wsdl";
        await using var document = typeof(LltpSimulator).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The contract document {name} is missing.");
        context.Response.ContentType = "text/xml; charset=utf-8";
        await document.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
