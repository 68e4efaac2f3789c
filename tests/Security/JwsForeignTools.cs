using System.Diagnostics;
using Xunit;

namespace LLTP.Hub.Tests.Security;

/// <summary>The scripts, and the npm package in a folder of its own.</summary>
public sealed class JwsForeignTools : IAsyncLifetime
{
    const string Python = """
        import base64, hashlib, json, ssl, sys
        from jwcrypto import jwk, jws
        mode, folder, algorithm, now = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
        body = open(folder + '/body', 'rb').read()
        if mode == 'sign':
            der = ssl.PEM_cert_to_DER_cert(open(folder + '/certificate.pem').read())
            kid = base64.urlsafe_b64encode(hashlib.sha256(der).digest()).decode().rstrip('=')
            header = {'alg': algorithm, 'typ': 'JOSE', 'kid': kid, 'jti': 'tn-1', 'iat': now, 'exp': now + 120,
                      'htm': 'POST', 'htu': sys.argv[5]}
            token = jws.JWS(body)
            token.add_signature(jwk.JWK.from_pem(open(folder + '/key.pem', 'rb').read()), None, json.dumps(header))
            parts = token.serialize(compact=True).split('.')
            print(parts[0] + '..' + parts[2])
        else:
            header, _, signature = open(folder + '/signature').read().split('.')
            token = jws.JWS()
            token.deserialize(header + '.' + base64.urlsafe_b64encode(body).decode().rstrip('=') + '.' + signature)
            try:
                token.verify(jwk.JWK.from_pem(open(folder + '/certificate.pem', 'rb').read()))
                print('ok')
            except jws.InvalidJWSSignature:
                print('no')
        """;

    const string Node = """
        import { readFileSync } from 'fs';
        import { createHash, X509Certificate } from 'crypto';
        import { FlattenedSign, flattenedVerify, importPKCS8, importX509, errors } from 'jose';
        const [mode, folder, alg, now, htu] = process.argv.slice(2);
        const body = readFileSync(folder + '/body'), pem = readFileSync(folder + '/certificate.pem', 'utf8');
        if (mode === 'sign') {
            const kid = createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
            const header = { alg, kid, jti: 'tn-1', iat: Number(now), exp: Number(now) + 120, htm: 'POST', htu };
            const key = await importPKCS8(readFileSync(folder + '/key.pem', 'utf8'), alg);
            const token = await new FlattenedSign(body).setProtectedHeader(header).sign(key);
            console.log(token.protected + '..' + token.signature);
        } else {
            const [header, , signature] = readFileSync(folder + '/signature', 'utf8').split('.');
            const token = { protected: header, payload: body.toString('base64url'), signature };
            try {
                await flattenedVerify(token, await importX509(pem, alg), { algorithms: [alg] });
                console.log('ok');
            } catch (failure) {
                if (!(failure instanceof errors.JWSSignatureVerificationFailed)) throw failure;
                console.log('no');
            }
        }
        """;

    readonly string root = Directory.CreateTempSubdirectory("lltp-jws-").FullName;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(root, "jws.py"), Python);
        await File.WriteAllTextAsync(Path.Combine(root, "jws.mjs"), Node);
        await StartAsync("npm", "install", "--no-audit", "--no-fund", "--prefix", root, "jose@5.9.6");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A folder with the body, the certificate and the key.</summary>
    public string Prepare(string algorithm)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString())).FullName;
        var certificate = JwsSamples.KeyFor(algorithm).Certificate;
        File.WriteAllBytes(Path.Combine(folder, "body"), JwsSamples.Body);
        File.WriteAllText(Path.Combine(folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), JwsSamples.PrivatePem(algorithm));
        return folder;
    }

    public Task<string> RunAsync(string tool, string mode, string folder, string algorithm)
    {
        string[] arguments = [mode, folder, algorithm, $"{Samples.Now.ToUnixTimeSeconds()}", JwsSamples.Address];
        return tool == "jose"
            ? StartAsync("node", [Path.Combine(root, "jws.mjs"), .. arguments])
            : StartAsync("/usr/bin/python3", [Path.Combine(root, "jws.py"), .. arguments]);
    }

    async Task<string> StartAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await output).Trim() : throw new InvalidOperationException($"{program}: {await errors}");
    }
}
