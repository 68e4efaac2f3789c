using System.Collections.Concurrent;
using System.Text.Json;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Tthc;

/// <summary>The system's own records: versions, states, progress and certificates, each message once.</summary>
sealed class TthcBook(SimulatorKit kit)
{
    readonly ConcurrentDictionary<string, TthcDossier> dossiers = new(StringComparer.Ordinal);
    readonly TthcOfficer officer = new(kit);
    readonly TthcDecisions decisions = new(kit);

    /// <summary>Called when a dossier of the counter has to be supplemented.</summary>
    public Action<DossierCase> WhenSupplementAsked { set => officer.WhenSupplementAsked = value; }

    /// <summary>A dossier is made at the counter.</summary>
    public void Open(DossierCase file, int index)
    {
        lock (file.Gate)
            Of(file).Index = index;
    }

    public int IndexOf(DossierCase file) => Of(file).Index;

    public int NextVersion(DossierCase file) => Of(file).Version + 1;

    /// <summary>The hub has taken a version made here: the officer reads it.</summary>
    public void Submitted(DossierCase file, int version)
    {
        lock (file.Gate)
        {
            Of(file).Version = version;
            file.Show(Partners.Tthc, 1);
            officer.ReadDossier(file, version);
        }
    }

    public TthcAnswer TakeDossier(DossierCase file, JsonElement body)
    {
        if (TthcReading.CheckDossier(body, file.Number, out var version) is { } wrong)
            return Invalid(wrong);
        lock (file.Gate)
        {
            var held = Of(file);
            if (version <= held.Version)
                return Repeated(() => RecordDossier(file, version));
            return version == held.Version + 1 && NationalStates.MayFollow(file.Last(Partners.Tthc), 1)
                ? Store(file, held, version)
                : OutOfOrder(file, $"version {version} after {held.Version}");
        }
    }

    public TthcAnswer TakeProgress(DossierCase file, string eventId, JsonElement body)
    {
        if (TthcReading.CheckProgress(body, out var message) is { } wrong)
            return Invalid(wrong);
        lock (file.Gate)
        {
            var held = Of(file);
            if (held.Progress.Contains(eventId))
                return Repeated(() => RecordProgress(file, eventId, message));
            var last = file.Last(Partners.Tthc);
            if (held.Version == 0 || !(IsHistory(file, message.State) || IsNext(last, message.State)))
                return OutOfOrder(file, $"progress {message.State} at {last}");
            return Store(file, held, eventId, message, isNews: !IsHistory(file, message.State));
        }
    }

    public TthcAnswer TakeCertificate(DossierCase file, string number, JsonElement body)
    {
        if (TthcReading.CheckCertificate(body, number, out var hash) is { } wrong)
            return Invalid(wrong);
        lock (file.Gate)
        {
            var held = Of(file);
            var replaces = body.Text("replaces");
            if (held.Certificates.Contains(number))
                return Repeated(() => replaces is null ? RecordCertificate(file, number) : decisions.Record(file, number, EffectKinds.Reissue));
            var last = file.Last(Partners.Tthc);
            if (last is not (4 or 9 or 10))
                return OutOfOrder(file, $"certificate at {last}");
            return replaces is null ? StoreCertificate(file, held, number, hash) : Replace(file, held, number, replaces, hash);
        }
    }

    public TthcAnswer TakeDecision(DossierCase file, string number, JsonElement body)
    {
        lock (file.Gate)
            return decisions.Take(file, Of(file), number, body);
    }

    /// <summary>The contract's Held document, or null when the dossier never arrived.</summary>
    public byte[]? Held(DossierCase file)
    {
        lock (file.Gate)
        {
            return Document(file) is { } held ? JsonSerializer.SerializeToUtf8Bytes(held) : null;
        }
    }

    /// <summary>Held documents of what changed since a time, all on one page.</summary>
    public byte[] Changed(DateTimeOffset since)
    {
        var held = new List<object>();
        foreach (var file in kit.Board.Cases)
            lock (file.Gate)
                if (file.Timeline(Partners.Tthc) is [.., var last] && last.At >= since && Document(file) is { } document)
                    held.Add(document);
        return JsonSerializer.SerializeToUtf8Bytes(new { dossiers = held });
    }

    /// <summary>Loses a dossier, as a restored backup would.</summary>
    public void Forget(DossierCase file)
    {
        lock (file.Gate)
        {
            dossiers.TryRemove(file.Number, out _);
            file.Clear(Partners.Tthc);
        }
    }

    /// <summary>Shows another state than it was told.</summary>
    public void Change(DossierCase file, int state)
    {
        lock (file.Gate)
        {
            Of(file).Version = Math.Max(1, Of(file).Version);
            file.Show(Partners.Tthc, state);
        }
    }

    object? Document(DossierCase file) => Of(file) is { Version: > 0 } held
        ? new
        {
            number = file.Number,
            version = held.Version,
            states = file.Timeline(Partners.Tthc).Select(s => new { state = s.State, at = s.At }),
            progress = held.Progress,
            certificates = held.Certificates,
            decisions = held.Decisions,
        }
        : null;

    TthcAnswer Store(DossierCase file, TthcDossier held, int version)
    {
        held.Version = version;
        held.DueDate = null;
        RecordDossier(file, version);
        file.Show(Partners.Tthc, 1);
        officer.ReadDossier(file, version);
        return TthcAnswer.New;
    }

    TthcAnswer Store(DossierCase file, TthcDossier held, string eventId, ProgressMessage message, bool isNews)
    {
        RecordProgress(file, eventId, message);
        held.Progress.Add(eventId);
        held.DueDate = message.DueDate ?? held.DueDate;
        if (!isNews)
            return TthcAnswer.New;
        file.Show(Partners.Tthc, message.State);
        officer.SeeState(file, message.State);
        return TthcAnswer.New;
    }

    TthcAnswer StoreCertificate(DossierCase file, TthcDossier held, string number, string hash)
    {
        RecordCertificate(file, number);
        held.Certificates.Add(number);
        file.Keep(Partners.Tthc, hash);
        officer.SeeCertificate(file, number);
        if (file.Last(Partners.Tthc) != 4)
            return TthcAnswer.New;
        file.Show(Partners.Tthc, 9);
        officer.SeeState(file, 9);
        return TthcAnswer.New;
    }

    TthcAnswer Replace(DossierCase file, TthcDossier held, string number, string replaces, string hash)
    {
        if (decisions.Replace(file, held, number, replaces, hash) is { } wrong)
            return Invalid(wrong);
        held.Certificates.Add(number);
        file.Keep(Partners.Tthc, hash);
        return TthcAnswer.New;
    }

    // Told about a state that this display already shows or has passed since the last submission.
    static bool IsHistory(DossierCase file, int state) => file.HoldsInVisit(Partners.Tthc, state);

    // 1 comes with a version, 2 and 7 are decided here, 9 comes with the certificate.
    static bool IsNext(int last, int state) => state is 3 or 4 or 5 or 8 or 10 && NationalStates.MayFollow(last, state);

    TthcDossier Of(DossierCase file) => dossiers.GetOrAdd(file.Number, _ => new());

    bool RecordDossier(DossierCase file, int version)
    {
        var identity = $"{file.Number}:dossier:{version}";
        return kit.Journal.Record(Partners.Tthc, file.Number, EffectKinds.Dossier, identity, identity, version, version);
    }

    bool RecordProgress(DossierCase file, string eventId, ProgressMessage message)
    {
        var visit = file.Visit(Partners.Tthc);
        var identity = $"{file.Number}:{visit}:{message.State}:{message.Step}:{message.Event}:{message.DueDate}";
        return kit.Journal.Record(Partners.Tthc, file.Number, EffectKinds.Progress, identity, $"{file.Number}:{eventId}", message.State, visit);
    }

    bool RecordCertificate(DossierCase file, string number)
    {
        var identity = $"{file.Number}:certificate:{number}";
        return kit.Journal.Record(Partners.Tthc, file.Number, EffectKinds.Certificate, identity, identity, 9, file.Visit(Partners.Tthc));
    }

    // A system that recognises no repeats takes the message as a new one.
    static TthcAnswer Repeated(Func<bool> record) => TthcAnswer.Stored(record());

    TthcAnswer OutOfOrder(DossierCase file, string what)
    {
        kit.Journal.Misordered(Partners.Tthc, file.Number, what);
        return TthcAnswer.Refuse(409, "NotAllowedNow", "Hồ sơ không ở trạng thái cho phép");
    }

    static TthcAnswer Invalid(string field) => TthcAnswer.Refuse(422, "Invalid", field);
}
