// node-soap as the LLTP software: a client from the WSDL, a signed call, the raw answer verified by xml-crypto.
//
// usage: node node_client.mjs WSDL DOSSIER LOOKUP KEY CERTIFICATE HUB_CERTIFICATE   (NODE_PATH names the folder with soap and xml-crypto)
// exit:  0 answered and verified, 2 fault, 3 the answer is not believed
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';

const require = createRequire(import.meta.url);
const soap = require('soap');
const { SignedXml } = require('xml-crypto');
const xpath = require(require.resolve('xpath', { paths: [require.resolve('xml-crypto')] }));
const { DOMParser } = require(require.resolve('@xmldom/xmldom', { paths: [require.resolve('xml-crypto')] }));

const [wsdl, dossier, lookup, key, certificate, hubCertificate] = process.argv.slice(2);
const addressing = 'http://www.w3.org/2005/08/addressing';

function believed(raw) {
    const document = new DOMParser().parseFromString(raw, 'text/xml');
    const signature = xpath.select("//*[local-name(.)='Security']/*[local-name(.)='Signature']", document)[0];
    const signed = new SignedXml({ publicCert: readFileSync(hubCertificate, 'utf8'), idMode: 'wssecurity' });
    signed.getCertFromKeyInfo = () => null;
    signed.loadSignature(signature);
    try {
        return signed.checkSignature(raw) && signed.getSignedReferences().some(part => /^<s:Body[ >]/.test(part));
    } catch {
        return false;
    }
}

const client = await soap.createClientAsync(wsdl);
client.setSecurity(new soap.WSSecurityCert(readFileSync(key), readFileSync(certificate), '', {
    hasTimeStamp: true,
    additionalReferences: ['wsa:MessageID', 'wsa:Action'],
    signerOptions: { prefix: 'ds', existingPrefixes: { wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd' } },
}));
const messageId = `urn:uuid:${randomUUID()}`;
client.addSoapHeader(`<wsa:MessageID xmlns:wsa="${addressing}">${messageId}</wsa:MessageID>`);
client.addSoapHeader(`<wsa:Action xmlns:wsa="${addressing}">urn:lltp-hub:lltp:1:yeuCauTraCuu</wsa:Action>`);
try {
    const [answer, raw] = await client.yeuCauTraCuuAsync(
        { idReceivedDec: dossier, maTraCuu: lookup, canBoXuLy: 'Trần Văn Mẫu', thoiDiem: new Date().toISOString() });
    if (!believed(raw) || !raw.includes(`>${messageId}</wsa:RelatesTo>`)) {
        console.log('NOT BELIEVED');
        process.exit(3);
    }
    console.log('STATUS', answer.STATUS, 'ID', answer.ID);
} catch (failure) {
    if (!failure.root?.Envelope) throw failure;
    const { faultcode, faultstring, detail } = failure.root.Envelope.Body.Fault;
    console.log('FAULT', faultcode, JSON.stringify(faultstring), JSON.stringify(detail));
    process.exit(2);
}
