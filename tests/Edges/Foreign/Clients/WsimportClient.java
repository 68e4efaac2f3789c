import java.io.FileInputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.List;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Holder;
import javax.xml.ws.WebServiceException;
import javax.xml.ws.soap.SOAPFaultException;
import vn.lltp.client.LltpHub;

/**
 * Stubs of wsimport as the LLTP software: a signed call, the answer's signature verified by a handler on JSR-105.
 * usage: WsimportClient WSDL DOSSIER LOOKUP KEY CERTIFICATE HUB_CERTIFICATE
 * exit: 0 answered and verified, 2 fault, 3 the answer is not believed
 */
public final class WsimportClient {
    public static void main(String[] arguments) throws Exception {
        var handler = new SignatureHandler(key(arguments[3]), certificate(arguments[4]), certificate(arguments[5]));
        var port = new LltpHub(new URL(arguments[0])).getLltpHubPort();
        ((BindingProvider) port).getBinding().setHandlerChain(List.of(handler));
        var at = new GregorianCalendar();
        at.setTimeInMillis(Instant.now().toEpochMilli());
        Holder<String> status = new Holder<>(), description = new Holder<>(), id = new Holder<>();
        try {
            port.yeuCauTraCuu(arguments[1], arguments[2], "Trần Văn Mẫu", null, null,
                DatatypeFactory.newInstance().newXMLGregorianCalendar(at), status, description, id);
        } catch (SOAPFaultException fault) {
            System.out.println("FAULT " + fault.getFault().getFaultCode() + " " + fault.getFault().getFaultString());
            System.exit(handler.believed() ? 2 : 3);
        } catch (WebServiceException failure) {
            if (!(failure.getCause() instanceof SecurityException)) throw failure;
            System.out.println("NOT BELIEVED " + failure.getMessage());
            System.exit(3);
        }
        System.out.println("STATUS " + status.value + " ID " + id.value);
    }

    private static PrivateKey key(String path) throws Exception {
        var text = Files.readString(Path.of(path)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    private static X509Certificate certificate(String path) throws Exception {
        try (var file = new FileInputStream(path)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}
