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

/** JSR-105: "sign CERT KEY FILES" writes FILE.signed, "verify CERT FILES" prints a line per file. */
public final class Exchange {
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
    private static final String[] FORMS = {
        CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS, CanonicalizationMethod.INCLUSIVE,
    };
    private static final String[] METHODS = {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
    };

    public static void main(String[] args) throws Exception {
        X509Certificate certificate;
        try (InputStream in = new FileInputStream(args[1])) {
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        if (args[0].equals("sign")) {
            PrivateKey key = key(args[2]);
            for (int i = 3; i < args.length; i++) sign(args[i], certificate, key, i);
        } else {
            for (int i = 2; i < args.length; i++) System.out.println(verify(args[i], certificate));
        }
    }

    private static PrivateKey key(String path) throws Exception {
        String text = Files.readString(Path.of(path)).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
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

    private static void sign(String path, X509Certificate certificate, PrivateKey key, int number) throws Exception {
        Document document = read(path);
        String form = FORMS[number % FORMS.length];
        List<Transform> transforms = List.of(
            FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
            FACTORY.newTransform(form, (TransformParameterSpec) null));
        Reference reference = FACTORY.newReference(
            "#goc", FACTORY.newDigestMethod(DigestMethod.SHA256, null), transforms, null, null);
        SignedInfo info = FACTORY.newSignedInfo(
            FACTORY.newCanonicalizationMethod(form, (C14NMethodParameterSpec) null),
            FACTORY.newSignatureMethod(METHODS[number / 2 % METHODS.length], null), List.of(reference));
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
