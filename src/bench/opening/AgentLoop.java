import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.nhindirect.stagent.DefaultNHINDAgent;
import org.nhindirect.stagent.cert.CertificateResolver;
import org.nhindirect.stagent.cert.X509CertificateEx;
import org.nhindirect.stagent.trust.DefaultTrustAnchorResolver;

/** The peer: the security agent of the Direct Project, which opens, verifies and judges trust for each recipient. */
final class AgentLoop {
    private AgentLoop() {}

    public static void main(String[] words) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT"))
                .setLevel(ch.qos.logback.classic.Level.ERROR);
        Security.addProvider(new BouncyCastleProvider());
        Path folder = Path.of(words[0]);
        Loop.run(cell -> {
            String algorithm = cell.split("-")[1];
            var ours = X509CertificateEx.fromX509Certificate(
                    certificate(folder.resolve("council-" + algorithm + ".pem")),
                    key(folder.resolve("council-" + algorithm + ".key")));
            CertificateResolver own = address -> List.of(ours);
            CertificateResolver nobody = address -> List.of();
            X509Certificate root = certificate(folder.resolve("root.pem"));
            CertificateResolver anchors = address -> List.of(root);
            var agent = new DefaultNHINDAgent(
                    "brackenford.gov.uk", own, nobody, new DefaultTrustAnchorResolver(anchors));
            String raw = Files.readString(folder.resolve(cell + ".eml"), StandardCharsets.ISO_8859_1);
            return () -> {
                if (!agent.processIncoming(raw).hasSenderSignatures()) {
                    throw new IllegalStateException("no signature of the sender");
                }
            };
        });
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey key(Path file) throws Exception {
        String base64 = Files.readString(file).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
