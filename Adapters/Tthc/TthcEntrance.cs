using LLTP.Hub.Adapters.Shared;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Security;
using Microsoft.AspNetCore.Http;

namespace LLTP.Hub.Adapters.Tthc;

/// <summary>The doors of one contract, shared by the systems that speak it; its own secret, line or signature tells which of them it is.</summary>
public sealed class TthcEntrance(IEnumerable<TthcSystem> systems, TthcContract contract, DoorLine lines, TimeProvider clock)
{
    readonly IReadOnlyList<Gate> gates =
        [.. systems.Where(system => system.Options.Contract == contract).Select(system => new Gate(system, lines, clock))];

    public IEnumerable<TthcSystem> Systems => gates.Select(gate => gate.System);

    /// <summary>Before the body is read; a system that is proved goes before one that its signature may still prove.</summary>
    public TthcCaller Judge(HttpContext context)
    {
        var judged = gates.Select(gate => gate.Judge(context)).ToList();
        return judged.Find(one => one is { Refusal: null, IsKnown: true }) ?? judged.Find(one => one.Refusal is null)
            ?? judged.FirstOrDefault() ?? new(null, new(Failure.Of(FailureCode.NotAuthenticated), false));
    }
}

/// <summary>One system's way in.</summary>
public sealed class Gate(TthcSystem system, DoorLine lines, TimeProvider clock)
{
    const string Bearer = "Bearer ";

    readonly RestDoor door = new(system.Partner, system.Options, lines, clock);
    readonly SecretText? secret = Open(system.Options.InboundSecretFile);
    readonly SecretText? authKey = Open(system.Options.AuthKeyFile);

    public TthcSystem System => system;

    public TthcCaller Judge(HttpContext context) => new(this, door.Judge(context, ShowsSecret(context)));

    public Failure? JudgeSignature(HttpContext context, ReadOnlySpan<byte> body, Caller caller) => door.JudgeSignature(context, body, caller);

    public bool Knows(string key) => authKey?.Matches(key) == true;

    static SecretText? Open(string? file) => file is null ? null : SecretText.FromFile(file);

    bool? ShowsSecret(HttpContext context) => secret is null ? null
        : context.Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.Ordinal)
        && secret.Matches(header[Bearer.Length..]);
}

/// <summary>Who speaks at a door of TTHC systems; no gate where no system speaks this contract.</summary>
public sealed record TthcCaller(Gate? Gate, Caller Caller)
{
    public Failure? Refusal => Caller.Refusal;

    public bool IsKnown => Caller.IsKnown;

    /// <summary>Partner name of the system.</summary>
    public string? System => Gate?.System.Partner;

    public Failure? JudgeSignature(HttpContext context, ReadOnlySpan<byte> body) => Gate?.JudgeSignature(context, body, Caller);

    /// <summary>The authKey is this system's.</summary>
    public bool Shows(string key) => Gate?.Knows(key) == true;
}
