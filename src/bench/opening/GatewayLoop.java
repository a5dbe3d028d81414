import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.Signature;

/** The gateway's own opening: decrypts, verifies, judges the chain, binds the signer to the sender. */
final class GatewayLoop {
    private GatewayLoop() {}

    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        Directory directory = Directory.read(Path.of("config"), Path.of("certs"));
        X509Certificate root = certificate(folder.resolve("root.pem"));
        Loop.run(cell -> {
            String algorithm = cell.split("-")[1];
            var key = KeyFactory.getInstance(algorithm.startsWith("rsa") ? "RSA" : "EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(der(folder.resolve("council-" + algorithm + ".key"))));
            var ring = new KeyRing(List.of(new KeyRing.OwnKey(
                    "bench", key, certificate(folder.resolve("council-" + algorithm + ".pem")))));
            var envelopes = new Envelopes(ring, List.of(root), Limits.USUAL, Clock.systemUTC());
            byte[] raw = Files.readAllBytes(folder.resolve(cell + ".eml"));
            return () -> {
                Opening opening = envelopes.open(raw, directory);
                if (!(opening instanceof Opened opened)
                        || opened.signature() != Signature.VALID
                        || !opened.bound()
                        || !opened.integrity()) {
                    throw new IllegalStateException("not opened as it should be: " + opening);
                }
            };
        });
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static byte[] der(Path file) throws Exception {
        return Base64.getDecoder().decode(Files.readString(file).replaceAll("-----[^-]+-----|\\s", ""));
    }
}
