using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Load;

namespace LLTP.Hub.Tests.Sizes;

/// <summary>What years leave behind beside the messages, nearly all of it done: work items, refusals, runs of jobs, alerts and the like.</summary>
sealed class ManyTraces(Database database, int count)
{
    const int Open = 50;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadAsync("number_issued", at => new { Number = ManyMessages.Number(at), At = At(at) });
        await LoadAsync("lookup", at => new { Dossier = ManyMessages.Number(at), Id = "TC-1", Delivery = $"L{at}", Version = 1, State = IsOpen(at) ? "Open" : "Answered" });
        await LoadAsync("work_item", at => new { Id = $"W{at}", At = At(at), Kind = "GaveUp", Dossier = ManyMessages.Number(at), Delivery = $"D{at:x16}", ClosedAt = Closed(at) });
        await LoadAsync("refusal", at => new { Id = $"R{at}", At = At(at), Door = "tthc.event", Size = 200, Sha256 = $"{at:x64}", Reason = "Malformed", ExpiresAt = IsOpen(at) ? At(at) : (long?)null });
        await LoadAsync("job_run", at => new { Id = $"J{at}", Job = at % 9 == 0 ? "purge" : "poll-lltp", Node = "one", StartedBy = "timetable", StartedAt = At(at), EndedAt = At(at) });
        await LoadAsync("difference", at => new
        {
            Id = $"F{at}", Partner = Partner.Dvcqg, Dossier = ManyMessages.Number(at), Reference = "", Class = "MissingThere", Field = "state",
            FoundAt = At(at), SeenAt = At(at), ClosedAt = Closed(at),
        });
        await LoadAsync("alert_message", at => new
        {
            Id = $"A{at}", Channel = "mail", Kind = "PartnerDown", Subject = "lltp", IsOpen = 1, At = At(at), Detail = "3",
            State = IsOpen(at) ? "Waiting" : "Sent", Attempt = 1, DueAt = At(at),
        });
        await LoadAsync("deadline_notice", at => new { Dossier = ManyMessages.Number(at), DueDate = "2026-06-04", Share = 50, At = At(at) });
        await LoadAsync("poll", at => new { Dossier = ManyMessages.Number(at), Since = At(at), NextAt = IsOpen(at) ? At(at) : (long?)null, Failures = 0 });
        await LoadAsync("delivery_edit", at => new { Delivery = $"D{at:x16}", Replaces = $"X{at}", Content = $"{at:x64}", IsAct = 0, At = At(at) });
        await LoadAsync("breaker_change", at => new { Seq = at + 1, Partner = at % 50 == 0 ? Partner.Tthc : Partner.Lltp, At = At(at), State = "Open" });

        Task LoadAsync<T>(string table, Func<long, T> row) where T : class =>
            database.LoadAsync(table, Enumerable.Range(0, count).Select(index => row(index)), cancellation);
    }

    bool IsOpen(long index) => index >= count - Open;

    long? Closed(long index) => IsOpen(index) ? null : At(index);

    static long At(long index) => ManyMessages.At(index);
}
