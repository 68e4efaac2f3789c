namespace LLTP.Hub.Core.Store.Tables;

/// <summary>What the store knows of issued certificates.</summary>
public static class CertificateTable
{
    /// <summary>Whether another dossier has a certificate of this number.</summary>
    public static async Task<bool> IsNumberTakenAsync(this Work work, string certificateNo, string dossier) => await work.FirstAsync<string>(
        "SELECT number FROM dossier WHERE certificate_no = @certificateNo AND number <> @dossier LIMIT 1", new { certificateNo, dossier }) is not null;
}
