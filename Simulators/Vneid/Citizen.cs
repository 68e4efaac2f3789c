using LLTP.Hub.Simulators.Common;

namespace LLTP.Hub.Simulators.Vneid;

/// <summary>One application as VNeID keeps it. Guarded by the gate of its <see cref="DossierCase"/>.</summary>
sealed class Citizen(DossierCase file, int index)
{
    int pendingVersion;

    public int Index { get; } = index;

    public int Version { get; private set; }

    public string? DueDate { get; set; }

    /// <summary>The newest certificate that was shown.</summary>
    public string? CertificateNumber => Certificates is [.., var newest] ? newest : null;

    /// <summary>Numbers of all certificates that were shown, the oldest first.</summary>
    public List<string> Certificates { get; } = [];

    /// <summary>A version is on its way to the province and not yet answered.</summary>
    public int Submit() => pendingVersion = ++Version;

    /// <summary>The province has answered "00".</summary>
    public void Answered(int version)
    {
        if (pendingVersion == version)
            Arrived();
    }

    /// <summary>A state that only follows a submission proves that the submission arrived although its answer was lost.</summary>
    public void ProvenBy(int state)
    {
        var last = file.Last(Partners.Vneid);
        if (pendingVersion > 0 && (last == 0 || (last == 5 && state is 2 or 3)))
            Arrived();
    }

    void Arrived()
    {
        pendingVersion = 0;
        if (file.Last(Partners.Vneid) is 0 or 5)
            file.Show(Partners.Vneid, 1);
    }
}
