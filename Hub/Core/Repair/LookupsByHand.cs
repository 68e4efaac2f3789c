using System.Text;
using System.Text.Json;
using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Payloads;
using LLTP.Hub.Core.Pipeline;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Mappings.Catalogues;
using LLTP.Hub.Security;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Repair;

/// <summary>
/// Look-ups that people make in the department's own software and enter here. What counts goes the way of V06's own answers; every entry
/// stays in the history, and where two people are needed the second has to enter the same without seeing the first.
/// </summary>
public sealed class LookupsByHand(
    Database database, MessagePipeline pipeline, ActRecords records, Vault vault, IOptions<LookupOptions> options, TimeProvider clock)
{
    const string Door = "operations.lookup";

    // What the contracts of the LLTP software take.
    const int LongestName = 50;

    /// <summary>Look-ups that wait for an answer.</summary>
    public Task<IReadOnlyList<OpenLookupRow>> ListAsync(int limit, CancellationToken cancellation) =>
        database.ReadAsync(work => work.OpenLookupsAsync(limit), cancellation);

    /// <param name="lookup">Which one, where the dossier has several.</param>
    public async Task<Repaired> AnswerAsync(string dossier, string? lookup, Found found, RepairAct act, CancellationToken cancellation)
    {
        if (act.Objection is { } objection)
            return Repaired.Refused(objection);
        if (options.Value.Mode != LookupMode.ByHand)
            return Repaired.Refused(RepairRefusal.NotByHand);
        if ((found.Problem ?? (act.Officer.Length > LongestName ? $"officer <= {LongestName}" : null)) is { } problem)
            return Repaired.Refused(RepairRefusal.BadRequest, problem);
        var step = await database.WriteAsync(work => EnterAsync(work, dossier, lookup, found, act), cancellation);
        return step.Counts is { } counting ? await TakeAsync(counting, found, act, cancellation) : step.Ended;
    }

    /// <summary>One entry as one transaction: refused, kept until the second person comes, or counting.</summary>
    async Task<Step> EnterAsync(Work work, string dossier, string? id, Found found, RepairAct act)
    {
        await work.LockDossierAsync(dossier);
        var open = (await work.OpenLookupsOfAsync(dossier)).Where(one => id is null || one.Id == id).ToList();
        if (open.Count != 1)
            return new(open.Count == 0
                ? Repaired.Refused(RepairRefusal.NotFound, id ?? dossier)
                : Repaired.Refused(RepairRefusal.BadRequest, $"lookup: {string.Join(", ", open.Select(one => one.Id))}"));
        if (!options.Value.TwoPeople)
            return new(Repaired.Done()) { Counts = new(open[0], null) };

        var first = await work.EnteredAsync(open[0]);
        var isSame = first?.Content is { } words && SamePerson(await work.OpenPayloadAsync(words, vault), act.Officer);
        if (first?.Detail == found.Result)
            return isSame ? new(Repaired.Refused(RepairRefusal.SecondPersonNeeded)) : new(Repaired.Done()) { Counts = new(open[0], first.Content) };
        await records.WriteAsync(work, act, ActKind.LookupEntered, Target(open[0], found));
        return new(Repaired.Done(open[0].Id, "Entered"));
    }

    async Task<Repaired> TakeAsync(Counting counting, Found found, RepairAct act, CancellationToken cancellation)
    {
        var receipt = await pipeline.AcceptAsync(await MessageAsync(counting, found, act, cancellation), cancellation);
        return receipt.Answer is { } answer
            ? Repaired.Done(answer.EventId, "Answered")
            : Repaired.Refused(RepairRefusal.RefusedAgain, $"{receipt.Refusal?.Code}");
    }

    async Task<Incoming> MessageAsync(Counting counting, Found found, RepairAct act, CancellationToken cancellation)
    {
        var (lookup, now) = (counting.Lookup, clock.GetUtcNow());
        var number = await database.ReadAsync(work => NextAsync(work, lookup.Delivery), cancellation);
        var answer = new LookupAnswer(new(act.Officer.Trim(), null, options.Value.Department), now, lookup.Delivery, number, found.Meaning ?? default, found.Detail);
        var original = JsonSerializer.SerializeToUtf8Bytes(new
        {
            lookup.Dossier, lookup = lookup.Id, request = lookup.Delivery, answer = number, found.Result, found.Detail, act.Officer, act.Reason, at = now,
            first = counting.First,
        });
        var on = answer.Result == LookupResult.Verifying ? EventKind.LookupInterim : EventKind.LookupAnswered;
        return new(Partner.V06, Door, lookup.Dossier, on, [$"{lookup.Delivery} {number}"], Fingerprint.Sha256Hex(original), original, answer)
        {
            At = now, Lookup = lookup.Delivery, Finding = "ByHand",
            Release = new(lookup.Delivery, work => records.WriteAsync(work, act, ActKind.LookupAnswered, Target(lookup, found))),
        };
    }

    // Answers of V06 from before count too: whoever comes second under one number is refused.
    static async Task<int> NextAsync(Work work, string request)
    {
        var number = 1;
        while (await work.SeenAsync(Partner.V06, $"{request} {number}") is not null)
            number++;
        return number;
    }

    static ActTarget Target(LookupRow lookup, Found found) => new(lookup.Dossier, Partner.V06, lookup.Delivery, found.Result);

    static bool SamePerson(ReadOnlyMemory<byte> words, string officer)
    {
        using var kept = JsonDocument.Parse(words);
        return kept.RootElement.TryGetProperty(nameof(RepairAct.Officer), out var name) && Plain(name.GetString() ?? "") == Plain(officer);
    }

    static string Plain(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A look-up whose answer counts now, and the words of the first of two people.</summary>
    sealed record Counting(LookupRow Lookup, string? First);

    sealed record Step(Repaired Ended)
    {
        public Counting? Counts { get; init; }
    }
}

/// <summary>What somebody found: KhongCo, Co or DangXacMinh, and in words where the LLTP software needs them.</summary>
public sealed record Found(string Result, string? Detail)
{
    const int LongestDetail = 2000;

    public LookupResult? Meaning => CatalogueSet.Shipped.LookupResults.Rows.FirstOrDefault(row => row.Targets["wire"] == Result) is { } row
        ? Enum.Parse<LookupResult>(row.Code) : null;

    public string? Problem => Meaning is null ? "result: KhongCo, Co, DangXacMinh" : Detail?.Length > LongestDetail ? $"detail <= {LongestDetail}" : null;
}
