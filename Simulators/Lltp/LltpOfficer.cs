using System.Xml.Linq;
using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Lltp;

/// <summary>The officer at the shared software: asks for the look-up or a supplement, issues the certificate.</summary>
sealed class LltpOfficer(SimulatorKit kit, LltpRegister register, LltpPush push)
{
    readonly LltpAfterwards afterwards = new(kit, push);

    /// <summary>Takes up a version of a dossier that has just come in.</summary>
    public void Begin(LltpDossier dossier)
    {
        var version = dossier.Version;
        kit.Act(Partners.Lltp, cancellation => BeginAsync(dossier, version, cancellation));
    }

    public void Issue(LltpDossier dossier) => kit.Act(Partners.Lltp, cancellation => IssueAsync(dossier, cancellation));

    Task BeginAsync(LltpDossier dossier, int version, CancellationToken cancellation)
    {
        if (!IsOpen(dossier, version))
            return Task.CompletedTask;
        return dossier.Case.Scenario == Scenario.SupplementByLltp && version == 1 ? AskSupplementAsync(dossier, cancellation)
            : kit.Options.LooksUpItself(kit.Clock.GetUtcNow()) ? LookUpAsync(dossier, version, cancellation)
            : AskLookupAsync(dossier, version, cancellation);
    }

    // Where the police issue, or have their records in the software, nobody is asked over the hub. Dossiers that end early wait for that.
    Task LookUpAsync(LltpDossier dossier, int version, CancellationToken cancellation)
    {
        var scenario = dossier.Case.Scenario;
        lock (register.Gate)
        {
            if (scenario is Scenario.WithdrawnAt4 or Scenario.Stopped || dossier.Version != version)
                return Task.CompletedTask;
            dossier.Result = scenario == Scenario.ComplicatedRecord ? "Co" : "KhongCo";
            register.Changed(dossier);
        }
        return IssueAsync(dossier, cancellation);
    }

    async Task AskSupplementAsync(LltpDossier dossier, CancellationToken cancellation)
    {
        var asked = await push.SendAsync(dossier.Number, Happenings.SupplementByLltp, "capNhatTrangThai",
            [T("trangThai", 5), T("lyDo", "Bổ sung quá trình cư trú từ khi đủ 14 tuổi"), .. Event()], cancellation);
        lock (register.Gate)
            dossier.Paused |= asked && dossier.Version == 1;
    }

    async Task AskLookupAsync(LltpDossier dossier, int version, CancellationToken cancellation)
    {
        var code = $"TC-{dossier.Number}-{version}";
        lock (register.Gate)
        {
            dossier.Lookups.Add(code);
            register.Changed(dossier);
        }
        // Opened under the police's process a moment before the software thought so.
        if (!await push.SendAsync(dossier.Number, Happenings.LookupAsked, "yeuCauTraCuu", [T("maTraCuu", code), .. Event()], cancellation)
            && kit.Options.PoliceFrom is not null)
            await LookUpAsync(dossier, version, cancellation);
    }

    async Task IssueAsync(LltpDossier dossier, CancellationToken cancellation)
    {
        lock (register.Gate)
        {
            if (!dossier.MayIssue)
                return;
            dossier.Issued = true;
            dossier.IssuedOn = LltpNames.Day(kit.Clock.GetUtcNow());
            register.Changed(dossier);
        }
        var certificate = new LltpCertificate(dossier, kit.Options);
        dossier.Case.Keep(Partners.Lltp, certificate.Sha256);
        if (await push.SendAsync(dossier.Number, Happenings.Issued, "traPhieuLLTP", [certificate.ToElement(), .. Event()], cancellation)
            && dossier.Case.Aftermath is { } aftermath)
            await afterwards.FollowAsync(dossier, certificate, aftermath, Event, cancellation);
    }

    bool IsOpen(LltpDossier dossier, int version)
    {
        lock (register.Gate)
            return dossier.Closed is null && dossier.Version == version;
    }

    XElement[] Event() =>
    [
        T("canBoXuLy", "Lê Thị Minh Hạnh"), T("chucDanh", "Chuyên viên"), T("donVi", kit.Options.IssuerAt(kit.Clock.GetUtcNow()).UnitName),
        T("thoiDiem", LltpNames.Time(kit.Clock.GetUtcNow())),
    ];

    static XElement T(string name, object value) => new(LltpNames.T + name, value);
}
