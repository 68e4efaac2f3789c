using System.Net.Http.Headers;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace LLTP.Hub.Adapters.Shared;

/// <summary>The line to one partner: a timeout around one HTTP request; every trouble comes back as a value.</summary>
public sealed class PartnerLine
{
    const int LargestAnswer = 4 << 20;

    readonly IHttpClientFactory clients;
    readonly string partner;
    readonly ResiliencePipeline<PartnerAnswer> pipeline;

    public PartnerLine(string partner, IHttpClientFactory clients, IOptionsMonitor<DeliveryOptions> options, TimeProvider clock)
    {
        this.partner = partner;
        this.clients = clients;
        pipeline = new ResiliencePipelineBuilder<PartnerAnswer> { TimeProvider = clock }
            .AddTimeout(options.Get(partner).Timeout)
            .Build();
    }

    /// <summary>Signatures on calls and answers, where the partner's contract is REST.</summary>
    public CallSignatures? Signatures { get; init; }

    /// <summary>The access token that the line or its gateway asks for.</summary>
    public LineToken? Token { get; init; }

    /// <summary>The partner's base address and the gateway before it; calls go straight where there is none.</summary>
    public (Uri Endpoint, ForwardOptions Forward)? Route { get; init; }

    /// <summary>Sends once, or twice where a token had to be renewed. Throws only when the hub itself is stopping.</summary>
    public async Task<PartnerAnswer> SendAsync(PartnerCall call, CancellationToken cancellation)
    {
        if (Token is null)
            return await AttemptAsync(call, cancellation);
        if (await Token.GetAsync(null, cancellation) is not { } token)
            return new(Transport.NothingSent, null, default) { Why = "Token" };
        var answer = await AttemptAsync(Bearing(call, token), cancellation);
        return answer.Status is 401 or 403 && await Token.GetAsync(token, cancellation) is { } renewed
            ? await AttemptAsync(Bearing(call, renewed), cancellation)
            : answer;
    }

    static PartnerCall Bearing(PartnerCall call, string token) => call with { Headers = [.. call.Headers, ("Authorization", $"Bearer {token}")] };

    async Task<PartnerAnswer> AttemptAsync(PartnerCall call, CancellationToken cancellation)
    {
        using var content = new StartedContent(call.Body);
        var (signed, id) = Signatures?.Sign(call) ?? (call, null);
        try
        {
            return await pipeline.ExecuteAsync(async token => await OnceAsync(signed, id, content, token), cancellation);
        }
        catch (TimeoutRejectedException)
        {
            return new(content.Started ? Transport.Broken : Transport.NothingSent, null, default) { Why = "Timeout" };
        }
    }

    async ValueTask<PartnerAnswer> OnceAsync(PartnerCall call, string? id, StartedContent content, CancellationToken cancellation)
    {
        using var request = Request(call, content);
        try
        {
            using var response = await clients.CreateClient(partner).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await ReadAsync(call, id, response, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new(NothingWritten(failure, content) ? Transport.NothingSent : Transport.Broken, null, default) { Why = "Network" };
        }
    }

    HttpRequestMessage Request(PartnerCall call, StartedContent content)
    {
        var (address, named) = Route is { } route ? Forwarding.Of(route.Forward, route.Endpoint, call.Address) : (call.Address, []);
        var request = new HttpRequestMessage(call.Method, address);
        if (call.Method != HttpMethod.Get)
        {
            request.Content = content;
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.MediaType);
        }
        foreach (var (name, value) in call.Headers.Concat(named))
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    async Task<PartnerAnswer> ReadAsync(PartnerCall call, string? id, HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter?.Delta;
        if (response.Content.Headers.ContentLength > LargestAnswer)
            return new(Transport.Unreadable, status, default) { RetryAfter = retryAfter };
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var signatures = response.Headers.TryGetValues(RestDoor.Header, out var values) ? values.ToList() : [];
        // Words that nobody vouches for say nothing, not even no: the outcome stays unknown.
        if (Signatures?.Believes(call, id, signatures, body) == false)
            return new(Transport.Broken, null, default) { Why = "AnswerNotVerified" };
        var html = response.Content.Headers.ContentType?.MediaType == "text/html";
        return new(body.Length == 0 || html ? Transport.Unreadable : Transport.Readable, status, html ? default : body) { RetryAfter = retryAfter };
    }

    static bool NothingWritten(Exception failure, StartedContent content) => !content.Started && failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };
}
