using LLTP.Hub.Core.Store;
using LLTP.Hub.Core.Store.Tables;
using LLTP.Hub.Mappings.Canonical;

namespace LLTP.Hub.Core.Payloads;

/// <summary>Opens the certificate of a dossier for partners that fetch it.</summary>
public sealed class IssuedCertificates(Database database, Vault vault)
{
    /// <summary>Null while none is issued; the files are loaded.</summary>
    public async Task<(Certificate? Certificate, FileSource Files)> OfAsync(DossierRow dossier, CancellationToken cancellation)
    {
        var bytes = new Dictionary<string, ReadOnlyMemory<byte>>();
        if (dossier.Certificate is not { } hash)
            return (null, file => bytes[file.Sha256]);
        var certificate = await database.ReadAsync(async work =>
        {
            var issue = (Issue)Content.FromJson((await work.OpenPayloadAsync(hash, vault)).Span);
            foreach (var file in new[] { issue.Certificate.Pdf, issue.Certificate.RevokeDecision }.OfType<FileRef>())
                bytes[file.Sha256] = await work.OpenPayloadAsync(file.Sha256, vault);
            return issue.Certificate;
        }, cancellation);
        return (certificate, file => bytes[file.Sha256]);
    }
}
