using LLTP.Hub.Core.Options;
using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Repair;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using Microsoft.Extensions.Options;

namespace LLTP.Hub.Core.Reconciliation;

/// <summary>Compares what the hub believes with what a partner says, one question after the other, within the partner's pace.</summary>
public sealed class Reconciler(
    Database database, PartnerRegistry partners, DifferenceBook book, RestoreMark mark, IOptions<ReconciliationOptions> options,
    TimeProvider clock)
{
    const int Page = 500;
    const int MostOpen = 10_000;
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>One partner, the dossiers whose last event lies in one day of Vietnam, and what is open from earlier days.</summary>
    public async Task<ReconciliationRow> RunAsync(string partner, DateOnly day, CancellationToken cancellation)
    {
        var adapter = partners.Find(partner);
        var course = new Course(partner, []) { Restored = await mark.ReadAsync(cancellation) is not null };
        var state = adapter is not IHoldingPartner ? "Unverifiable" : adapter.IsConfigured ? "Done" : "NotConfigured";
        if (adapter is IHoldingPartner holding && adapter.IsConfigured)
            await CompareAsync(holding, adapter as IListingPartner, course, day, cancellation);
        var row = new ReconciliationRow
        {
            Partner = partner, Day = ((DateOnly?)day).Text() ?? "", At = clock.GetUtcNow().Ms(), State = state,
            Compared = course.Seen.Count, Unanswered = course.Unanswered, Differences = course.Differences,
        };
        await database.WriteAsync(work => work.SaveReconciliationAsync(row), cancellation);
        return row;
    }

    /// <summary>Reads the partner's list of changes, compares, and ticks off there what agrees; returns how many.</summary>
    public async Task<int> PollAsync(string partner, CancellationToken cancellation)
    {
        if (partners.Find(partner) is not { IsConfigured: true } adapter || adapter is not IListingPartner listing
            || await listing.ChangedAsync(clock.GetUtcNow() - TimeSpan.FromDays(1), cancellation) is not { } changed)
            return 0;
        var agreed = new List<Holding>();
        foreach (var held in changed)
            if (await BelievedAsync(partner, held.Dossier, held.Reference, cancellation) is { Expected: true } belief
                && Comparison.Of(belief, held) is null)
                agreed.Add(held);
        if (agreed.Count > 0)
            await listing.TickOffAsync(agreed, cancellation);
        return agreed.Count;
    }

    async Task CompareAsync(IHoldingPartner holding, IListingPartner? listing, Course course, DateOnly day, CancellationToken cancellation)
    {
        var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Vietnam);
        await foreach (var belief in BeliefsAsync(course.Partner, start, cancellation))
            await AskAsync(holding, course, belief.Dossier, belief.Reference, cancellation);
        foreach (var open in await database.ReadAsync(work => work.OpenDifferencesAsync(course.Partner, MostOpen), cancellation))
            await AskAsync(holding, course, open.Dossier, open.Reference, cancellation);
        if (listing is not null)
            await ReadListAsync(listing, course, start, cancellation);
    }

    // A list that the partner did not give is a question without an answer.
    async Task ReadListAsync(IListingPartner listing, Course course, DateTimeOffset start, CancellationToken cancellation)
    {
        if (await listing.ChangedAsync(start, cancellation) is not { } changed)
        {
            course.Unanswered++;
            return;
        }
        foreach (var held in changed)
            if (course.Seen.Add((held.Dossier, held.Reference)))
                await JudgeAsync(course, held.Dossier, held.Reference, new(true, held), cancellation);
    }

    async Task AskAsync(IHoldingPartner holding, Course course, string dossier, string reference, CancellationToken cancellation)
    {
        if (!course.Seen.Add((dossier, reference)))
            return;
        if (options.Value.PerSecond > 0)
            await Task.Delay(TimeSpan.FromSeconds(1) / options.Value.PerSecond, clock, cancellation);
        await JudgeAsync(course, dossier, reference, await holding.HoldsAsync(dossier, reference, cancellation), cancellation);
    }

    // The belief is read after the answer: what the hub learned meanwhile is no difference.
    async Task JudgeAsync(Course course, string dossier, string reference, Held held, CancellationToken cancellation)
    {
        if (!held.Said)
        {
            course.Unanswered++;
            return;
        }
        if (course.Restored && held.Holding is not null)
            await mark.ShownAsync(dossier, cancellation);
        var belief = await BelievedAsync(course.Partner, dossier, reference, cancellation);
        // A look-up that is open no more has nothing to compare.
        var found = belief is null && reference.Length > 0 ? null : Comparison.Of(belief, held.Holding);
        if (await book.WriteAsync(course.Partner, dossier, reference, found, cancellation))
            course.Differences++;
    }

    Task<Belief?> BelievedAsync(string partner, string dossier, string reference, CancellationToken cancellation) =>
        database.ReadAsync<Belief?>(async work => partner == Partner.V06
            ? await work.WaitingLookupAsync(reference) is { } lookup ? Beliefs.Of(lookup) : null
            : await work.BeliefAsync(partner, dossier) is { } row ? Beliefs.Of(partner, row) : null, cancellation);

    async IAsyncEnumerable<Belief> BeliefsAsync(
        string partner, DateTimeOffset start, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (partner == Partner.V06)
        {
            foreach (var lookup in await database.ReadAsync(work => work.OpenLookupsAsync(), cancellation))
                yield return Beliefs.Of(lookup);
            yield break;
        }
        for (var after = ""; ;)
        {
            var rows = await database.ReadAsync(
                work => work.BeliefsAsync(partner, start.Ms(), start.AddDays(1).Ms(), after, Page), cancellation);
            foreach (var row in rows)
                yield return Beliefs.Of(partner, row);
            if (rows.Count < Page)
                yield break;
            after = rows[^1].Number;
        }
    }

    /// <summary>What one run has seen and found so far.</summary>
    sealed record Course(string Partner, HashSet<(string Dossier, string Reference)> Seen)
    {
        /// <summary>A restored backup is being reconciled: numbers that partners show are never given out again.</summary>
        public bool Restored { get; init; }

        public int Unanswered { get; set; }

        public int Differences { get; set; }
    }
}
