import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.namespace.QName;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.handler.soap.SOAPHandler;
import javax.xml.ws.handler.soap.SOAPMessageContext;
import org.w3c.dom.Element;

/** Signs Body, Timestamp and wsa:MessageID of what goes out with RSA-SHA256; what comes in must be signed by the hub's certificate over its Body. */
final class SignatureHandler implements SOAPHandler<SOAPMessageContext> {
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String WSSE = WSS + "wssecurity-secext-1.0.xsd";
    private static final String WSU = WSS + "wssecurity-utility-1.0.xsd";
    private static final String WSA = "http://www.w3.org/2005/08/addressing";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    private final String messageId = "urn:uuid:" + UUID.randomUUID();
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final X509Certificate hub;
    private boolean believed;

    SignatureHandler(PrivateKey key, X509Certificate certificate, X509Certificate hub) {
        this.key = key;
        this.certificate = certificate;
        this.hub = hub;
    }

    boolean believed() {
        return believed;
    }

    @Override public Set<QName> getHeaders() {
        return Set.of(new QName(WSSE, "Security"));
    }

    @Override public boolean handleMessage(SOAPMessageContext context) {
        try {
            var outgoing = (Boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY);
            var envelope = (Element) context.getMessage().getSOAPPart().getEnvelope();
            if (outgoing) {
                sign(envelope);
            } else if (!(believed = verify(envelope))) {
                throw new SecurityException("the signature does not hold");
            }
            return true;
        } catch (SecurityException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override public boolean handleFault(SOAPMessageContext context) {
        return handleMessage(context);
    }

    @Override public void close(MessageContext context) {
    }

    private void sign(Element envelope) throws Exception {
        var header = child(envelope, SOAP, "Header");
        if (header == null) {
            header = envelope.getOwnerDocument().createElementNS(SOAP, envelope.getPrefix() + ":Header");
            envelope.insertBefore(header, envelope.getFirstChild());
        }
        var id = append(header, WSA, "wsa:MessageID", messageId);
        var security = append(header, WSSE, "wsse:Security", null);
        var token = append(security, WSSE, "wsse:BinarySecurityToken", Base64.getEncoder().encodeToString(certificate.getEncoded()));
        token.setAttribute("ValueType", WSS + "x509-token-profile-1.0#X509v3");
        token.setAttribute("EncodingType", WSS + "soap-message-security-1.0#Base64Binary");
        var timestamp = append(security, WSU, "wsu:Timestamp", null);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        append(timestamp, WSU, "wsu:Created", now.toString());
        append(timestamp, WSU, "wsu:Expires", now.plusSeconds(300).toString());
        name(token, "token");
        var context = new DOMSignContext(key, security);
        context.setDefaultNamespacePrefix("ds");
        var references = new ArrayList<Reference>();
        for (var part : List.of(child(envelope, SOAP, "Body"), timestamp, id)) {
            name(part, "part-" + references.size());
            context.setIdAttributeNS(part, WSU, "Id");
            references.add(factory.newReference("#part-" + references.size(), factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)), null, null));
        }
        var info = factory.newSignedInfo(factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod(RSA, null), references);
        factory.newXMLSignature(info, factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(tokenReference(security))))).sign(context);
    }

    private Element tokenReference(Element security) {
        var reference = security.getOwnerDocument().createElementNS(WSSE, "wsse:SecurityTokenReference");
        declare(reference, "wsse", WSSE);
        var direct = append(reference, WSSE, "wsse:Reference", null);
        direct.setAttribute("URI", "#token");
        direct.setAttribute("ValueType", WSS + "x509-token-profile-1.0#X509v3");
        return reference;
    }

    private boolean verify(Element envelope) throws Exception {
        var header = child(envelope, SOAP, "Header");
        var body = child(envelope, SOAP, "Body");
        var signature = child(child(header, WSSE, "Security"), XMLSignature.XMLNS, "Signature");
        var context = new DOMValidateContext(hub.getPublicKey(), signature);
        var parts = envelope.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < parts.getLength(); i++) {
            var part = (Element) parts.item(i);
            if (part.hasAttributeNS(WSU, "Id")) context.setIdAttributeNS(part, WSU, "Id");
        }
        var read = factory.unmarshalXMLSignature(context);
        var bodyUri = "#" + body.getAttributeNS(WSU, "Id");
        var related = child(header, WSA, "RelatesTo");
        return read.getSignedInfo().getReferences().stream().anyMatch(one -> ((Reference) one).getURI().equals(bodyUri))
            && related != null && related.getTextContent().equals(messageId) && read.validate(context);
    }

    private static void name(Element element, String id) {
        declare(element, "wsu", WSU);
        element.setAttributeNS(WSU, "wsu:Id", id);
    }

    // The canonicaliser of JSR-105 sees only namespaces that stand in the tree as attributes.
    private static void declare(Element element, String prefix, String space) {
        element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:" + prefix, space);
    }

    private static Element append(Element parent, String space, String name, String text) {
        var element = parent.getOwnerDocument().createElementNS(space, name);
        declare(element, name.substring(0, name.indexOf(':')), space);
        if (text != null) element.setTextContent(text);
        parent.appendChild(element);
        return element;
    }

    private static Element child(Element parent, String space, String name) {
        if (parent == null) return null;
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element && space.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) return element;
        return null;
    }
}
