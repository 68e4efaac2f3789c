using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>What citizens see of their dossiers, and which next state VNeID lets the province show.</summary>
sealed class VneidDisplay(SimulatorKit kit, Citizens citizens)
{
    readonly VneidDecisions decisions = new(kit);

    public VneidAnswer Take(DossierCase file, StateMessage message)
    {
        var citizen = citizens.Of(file);
        lock (file.Gate)
        {
            citizen.ProvenBy(message.State);
            if (message.Decision is not null)
                return decisions.Take(file, message);
            if (file.Papers.IsEnded(Partners.Vneid, message.CertificateNumber))
                return Resurrect(file, message);
            var last = file.Last(Partners.Vneid);
            if (message.State == last)
                return TakeSame(file, citizen, message);
            if (NationalStates.MayFollow(last, message.State))
                return Show(file, citizen, message);
            return Refuse(file, message, last);
        }
    }

    VneidAnswer Show(DossierCase file, Citizen citizen, StateMessage message)
    {
        var visit = file.Visit(Partners.Vneid);
        var identity = $"{file.Number}:{visit}:{message.State}";
        kit.Journal.Record(Partners.Vneid, file.Number, EffectKinds.State, identity, identity, message.State, visit);
        Keep(file, citizen, message);
        file.Show(Partners.Vneid, message.State);
        if (message.State == 5)
            citizens.Supplement(file);
        return VneidAnswer.Done;
    }

    // The same state again is news only with another due date or another certificate.
    VneidAnswer TakeSame(DossierCase file, Citizen citizen, StateMessage message)
    {
        var isNews = message.State switch
        {
            4 => message.DueDate is not null && message.DueDate != citizen.DueDate,
            9 or 10 => message.CertificateNumber is { } number && !citizen.Certificates.Contains(number),
            _ => false,
        };
        if (isNews && message.State is 9 or 10)
            return Reissue(file, citizen, message);
        if (!isNews)
            return citizen.Certificates.Count > 1 ? decisions.Again() : Repeat(file, message);

        var visit = file.Visit(Partners.Vneid);
        var identity = $"{file.Number}:{visit}:{message.State}:{message.DueDate}:{message.CertificateNumber}";
        kit.Journal.Record(Partners.Vneid, file.Number, EffectKinds.DueDate, identity, identity, message.State, visit);
        Keep(file, citizen, message);
        return VneidAnswer.Done;
    }

    // A new certificate under the same state.
    VneidAnswer Reissue(DossierCase file, Citizen citizen, StateMessage message)
    {
        if (file.Papers.All.FirstOrDefault(one => one.Kind is null && one.Number == message.CertificateNumber && one.Sha256 == message.CertificateHash) is not { } paper)
            return new("01", "Phiếu không do cơ quan cấp Phiếu phát hành");
        var identity = $"{file.Number}:reissue:{paper.Number}";
        kit.Journal.Record(Partners.Vneid, file.Number, EffectKinds.Reissue, identity, identity, message.State, file.Visit(Partners.Vneid));
        Keep(file, citizen, message);
        file.Change(papers => papers.Hold(Partners.Vneid, paper));
        return VneidAnswer.Done;
    }

    // Late copies of what came before the decision are everyday life; a first message must not show it again.
    VneidAnswer Resurrect(DossierCase file, StateMessage message)
    {
        if (!file.HoldsInVisit(Partners.Vneid, message.State))
            kit.Journal.Misordered(Partners.Vneid, file.Number, $"certificate shown again at {message.State} although it is no longer in force");
        return Repeat(file, message);
    }

    static void Keep(DossierCase file, Citizen citizen, StateMessage message)
    {
        citizen.DueDate = message.DueDate ?? citizen.DueDate;
        if (message.CertificateHash is not { } hash)
            return;
        if (message.CertificateNumber is { } number && !citizen.Certificates.Contains(number))
            citizen.Certificates.Add(number);
        file.Keep(Partners.Vneid, hash);
    }

    VneidAnswer Refuse(DossierCase file, StateMessage message, int last)
    {
        if (file.HoldsInVisit(Partners.Vneid, message.State))
            return Repeat(file, message);
        kit.Journal.Misordered(Partners.Vneid, file.Number, $"state {message.State} at {last}");
        return CannotShow(file, message);
    }

    VneidAnswer Repeat(DossierCase file, StateMessage message)
    {
        kit.Journal.Repeat();
        return CannotShow(file, message);
    }

    static VneidAnswer CannotShow(DossierCase file, StateMessage message) =>
        new("01", $"Hồ sơ {file.Number} không thể cập nhật lên trạng thái {NationalStates.Name(message.State)}", Expected: true);
}
