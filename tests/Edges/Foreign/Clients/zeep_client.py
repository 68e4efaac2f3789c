"""zeep and python3-xmlsec as the LLTP software: a client from the WSDL, a signed call, the answer's signature verified.

usage: zeep_client.py WSDL DOSSIER LOOKUP KEY CERTIFICATE HUB_CERTIFICATE [issuer]
exit:  0 answered and verified, 2 fault, 3 the answer is not believed
"""
import sys
from datetime import datetime, timedelta, timezone

import xmlsec
import zeep
from lxml import etree
from zeep.exceptions import SignatureVerificationFailed
from zeep.wsse.signature import BinarySignature, Signature, verify_envelope
from zeep.wsse.utils import WSU, get_security_header

wsdl, dossier, lookup, key, certificate, hub_certificate = sys.argv[1:7]
Base = Signature if "issuer" in sys.argv[7:] else BinarySignature


class Signed(Base):
    """Timestamp and Body signed with RSA-SHA256; zeep itself would take SHA-1, and the answer's key is not the caller's."""

    def __init__(self):
        super().__init__(key, certificate, signature_method=xmlsec.Transform.RSA_SHA256, digest_method=xmlsec.Transform.SHA256)

    def apply(self, envelope, headers):
        now = datetime.now(timezone.utc).replace(microsecond=0)
        stamps = [WSU("Created", now.strftime("%Y-%m-%dT%H:%M:%SZ")), WSU("Expires", (now + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ"))]
        get_security_header(envelope).append(WSU("Timestamp", *stamps))
        return super().apply(envelope, headers)

    def verify(self, envelope):
        verify_envelope(envelope, hub_certificate)
        signed = envelope.findall(".//{http://www.w3.org/2000/09/xmldsig#}Reference")
        body = envelope.find("{http://schemas.xmlsoap.org/soap/envelope/}Body")
        if "#" + body.get("{%s}Id" % zeep.ns.WSU) not in [one.get("URI") for one in signed]:
            raise SignatureVerificationFailed("The Body is not signed.")
        return envelope


client = zeep.Client(wsdl, wsse=Signed())
try:
    answer = client.service.yeuCauTraCuu(
        idReceivedDec=dossier, maTraCuu=lookup, canBoXuLy="Trần Văn Mẫu", thoiDiem=datetime.now(timezone.utc))
except SignatureVerificationFailed as failure:
    print("NOT BELIEVED", failure)
    sys.exit(3)
except zeep.exceptions.Fault as fault:
    detail = "" if fault.detail is None else etree.tostring(fault.detail, encoding="unicode")
    print("FAULT", fault.code, fault.message, detail)
    sys.exit(2)
print("STATUS", answer.STATUS, "ID", answer.ID)
