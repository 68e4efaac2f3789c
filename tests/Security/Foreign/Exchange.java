import java.io.*;
import java.nio.file.*;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.*;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.*;
import javax.xml.crypto.dsig.*;
import javax.xml.crypto.dsig.dom.*;
import javax.xml.crypto.dsig.keyinfo.*;
import javax.xml.crypto.dsig.spec.*;
import javax.xml.parsers.*;
import javax.xml.transform.*;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.*;

/**
 * JSR-105: "sign CERT KEY FILES" writes FILE.signed, "verify CERT FILES" prints a line per file;
 * "sign-each" takes CERT KEY METHOD FILE again and again, "verify-each" CERT FILE.
 */
public final class Exchange {
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
    private static final String[] FORMS = {
        CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS, CanonicalizationMethod.INCLUSIVE,
    };
    private static final String[] METHODS = {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
    };

    public static void main(String[] args) throws Exception {
        if (args[0].equals("sign-each")) {
            for (int i = 1; i < args.length; i += 4) {
                X509Certificate own = certificate(args[i]);
                sign(args[i + 3], own, key(args[i + 1], own), i, args[i + 2]);
            }
        } else if (args[0].equals("verify-each")) {
            for (int i = 1; i < args.length; i += 2) System.out.println(verify(args[i + 1], certificate(args[i])));
        } else if (args[0].equals("sign")) {
            X509Certificate certificate = certificate(args[1]);
            PrivateKey key = key(args[2], certificate);
            for (int i = 3; i < args.length; i++) sign(args[i], certificate, key, i, METHODS[i / 2 % METHODS.length]);
        } else {
            X509Certificate certificate = certificate(args[1]);
            for (int i = 2; i < args.length; i++) System.out.println(verify(args[i], certificate));
        }
    }

    private static X509Certificate certificate(String path) throws Exception {
        try (InputStream in = new FileInputStream(path)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey key(String path, X509Certificate certificate) throws Exception {
        String text = Files.readString(Path.of(path)).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    private static Document read(String path) throws Exception {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder().parse(new File(path));
        identify(document.getDocumentElement());
        return document;
    }

    private static void identify(Element element) {
        if (element.hasAttributeNS(null, "Id")) element.setIdAttributeNS(null, "Id", true);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element) identify((Element) child);
    }

    private static void sign(String path, X509Certificate certificate, PrivateKey key, int number, String method)
            throws Exception {
        Document document = read(path);
        String form = FORMS[number % FORMS.length];
        List<Transform> transforms = List.of(
            FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
            FACTORY.newTransform(form, (TransformParameterSpec) null));
        Reference reference = FACTORY.newReference(
            "#goc", FACTORY.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
        SignedInfo info = FACTORY.newSignedInfo(
            FACTORY.newCanonicalizationMethod(form, (C14NMethodParameterSpec) null),
            FACTORY.newSignatureMethod(method, null), List.of(reference));
        KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
        KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
        FACTORY.newXMLSignature(info, keyInfo).sign(new DOMSignContext(key, document.getDocumentElement()));
        try (OutputStream out = new FileOutputStream(path + ".signed")) {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.transform(new DOMSource(document), new StreamResult(out));
        }
    }

    private static String verify(String path, X509Certificate certificate) throws Exception {
        Node signature = read(path).getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0);
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
        return FACTORY.unmarshalXMLSignature(context).validate(context) ? "valid" : "invalid";
    }
}
