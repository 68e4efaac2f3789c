namespace LLTP.Hub.Simulators.Common;

/// <summary>What an answer of the hub means to the caller.</summary>
enum Verdict
{
    /// <summary>A readable positive answer of the contract: the event is the hub's now.</summary>
    Done,

    /// <summary>A definitive refusal.</summary>
    Refused,

    /// <summary>Not an answer yet: the same message goes out again.</summary>
    Again,
}

/// <summary>What came back over HTTP.</summary>
sealed record HubReply(int Status, string? MediaType, TimeSpan? RetryAfter, byte[] Body);

/// <summary>One message to the hub, repeated with the same identity until its answer is final.</summary>
/// <param name="Partner">Who calls.</param>
/// <param name="Dossier">maHoSoMCDT, empty when there is none yet.</param>
/// <param name="Event">What the hub owes effects for once it answers positively; null when nothing.</param>
/// <param name="Build">Makes the request anew for each attempt: fresh signature, same identity and content.</param>
/// <param name="Read">Judges an answer by the caller's own reading of the contract.</param>
sealed record HubCall(string Partner, string Dossier, string? Event, Func<HttpRequestMessage> Build, Func<HubReply, Verdict> Read);

/// <summary>The final answer and how many attempts it took.</summary>
sealed record HubOutcome(Verdict Verdict, HubReply Reply, int Attempts);
