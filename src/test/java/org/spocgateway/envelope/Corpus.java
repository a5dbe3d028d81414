package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The collection of other projects' mail: its rows, each as a mail, with the keys and the authorities of its row. */
final class Corpus {
    static final Path FOLDER = Path.of("..", "shared", "corpus");

    private static final Provider BC = new BouncyCastleProvider();
    private static final Pattern ARMOUR =
            Pattern.compile("-----BEGIN (CMS|PKCS7)-----\\s+(.*?)-----END (CMS|PKCS7)-----", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("keys/\\S*(?:ta\\.der|TestCA\\.pem|root\\.crt)");

    private Corpus() {}

    record Row(String path, String category, String keys, String expected, String note) {
        /** Those that PgpCorpusTest judges. */
        boolean isOpenPgp() {
            return path.startsWith("openpgp/") || note.contains("gpg 2") || note.contains("OpenPGP");
        }

        boolean isHostile() {
            return expected.equals("spoof-must-not-be-shown-as-signed")
                    || expected.equals("signature-invalid")
                    || expected.equals("exfiltration-must-be-blocked");
        }
    }

    static boolean isHere() {
        return Files.exists(FOLDER);
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(FOLDER.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cell -> new Row(cell[0], cell[1], cell[4], cell[5], cell[6]))
                .toList();
    }

    /** As a mail: without the first line of a mailbox file; a bare CMS file inside the mail that it would have come in. */
    static byte[] mail(Row row) throws IOException {
        byte[] all = Files.readAllBytes(FOLDER.resolve(row.path()));
        String text = new String(all, ISO_8859_1);
        if (text.startsWith("From ") && text.indexOf('\n') > 0) {
            return Arrays.copyOfRange(all, text.indexOf('\n') + 1, all.length);
        }
        Matcher armour = ARMOUR.matcher(text);
        if (armour.find()) {
            return around(armour.group(2).replaceAll("\\s", ""));
        }
        return all.length > 0 && all[0] == 0x30 ? around(Base64.getEncoder().encodeToString(all)) : all;
    }

    private static byte[] around(String base64) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ("From: somebody@bare.example\r\nTo: channel.spoc@brackenford.gov.uk\r\nSubject: Secure document\r\n"
                                + "MIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime; name=\"smime.p7m\"\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\n")
                        .getBytes(ISO_8859_1));
        out.writeBytes(base64.replaceAll("(.{76})", "$1\r\n").getBytes(ISO_8859_1));
        out.writeBytes("\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /** The authorities of a row; without any, the one that most of the collection was made with. */
    static List<X509Certificate> authorities(Row row) throws Exception {
        List<X509Certificate> all = new ArrayList<>();
        all.add(certificate(FOLDER.resolve("keys/TestCA.pem")));
        Matcher named = AUTHORITY.matcher(row.keys());
        while (named.find()) {
            all.add(certificate(FOLDER.resolve(named.group())));
        }
        return all;
    }

    /** Certificates of signers that stand beside their messages and not in them. */
    static List<X509Certificate> signers() throws Exception {
        List<X509Certificate> all = new ArrayList<>();
        for (String name : new String[] {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87"}) {
            String text = Files.readString(FOLDER.resolve("keys/pqc/bctd/" + name + ".pem"));
            String pem = text.substring(text.indexOf("-----BEGIN CERTIFICATE-----"));
            all.add(certificate(new ByteArrayInputStream(pem.getBytes(ISO_8859_1))));
        }
        return all;
    }

    static List<KeyRing.OwnKey> keys() throws Exception {
        List<KeyRing.OwnKey> keys = new ArrayList<>();
        for (String[] file : new String[][] {
            {"Alice", "nss"},
            {"Bob", "nss"},
            {"Dave", "nss"},
            {"Fran", "nss"},
            {"Fran-ec", "nss"},
            {"james-smime", "secret"},
            {"kde-unittest", ""}
        }) {
            keys.addAll(load(file[0], file[1]));
        }
        for (String name : new String[] {"ossl-smec3", "ossl-smrsa1"}) {
            keys.addAll(pem(name, Files.newBufferedReader(FOLDER.resolve("keys/" + name + ".pem"))));
        }
        keys.addAll(pair("ecc", "ecc.key", "ecc.crt"));
        keys.addAll(pair("ecdh", "ecdh-key.pem", "ecdh-cert.pem"));
        keys.addAll(pair("lamps", "pqc/lamps/ML-KEM-512-both.priv", "pqc/lamps/ML-KEM-512.pem"));
        try (Stream<Path> files = Files.walk(FOLDER.resolve("keys/pqc"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("_priv.der"))
                    .sorted()
                    .toList()) {
                keys.add(quantum(file));
            }
        }
        keys.add(named("ryan", Files.readAllBytes(FOLDER.resolve("keys/ryanKey.der")), CERNER, "4488041372537495437"));
        keys.add(named(
                "rustcrypto",
                privateKey(Files.newBufferedReader(FOLDER.resolve("keys/rsa_sk.pkcs1.pem")))
                        .getEncoded(),
                RUST,
                "16849845792936246362"));
        return keys;
    }

    private static final String CERNER = "E=cmii@cerner.com,CN=SimpleInterop,C=US,ST=MO,O=Cerner";
    private static final String RUST =
            "C=US,ST=VA,L=Arlington,O=Example\\, Inc.,OU=Testing,CN=Test Cert,E=test@example.com";

    /** A key that was published without its certificate gets one with the names that its message was sealed to. */
    private static KeyRing.OwnKey named(String name, byte[] key, String issuer, String serial) throws Exception {
        var pair = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        var open = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(pair.getModulus(), pair.getPublicExponent()));
        var builder = new X509v3CertificateBuilder(
                new X500Name(issuer),
                new BigInteger(serial),
                Date.from(Instant.EPOCH),
                Date.from(Instant.EPOCH.plusSeconds(1L << 32)),
                new X500Name("CN=" + name),
                SubjectPublicKeyInfo.getInstance(open.getEncoded()));
        X509CertificateHolder holder = builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair));
        return new KeyRing.OwnKey(name, pair, new JcaX509CertificateConverter().getCertificate(holder));
    }

    private static KeyRing.OwnKey quantum(Path file) throws Exception {
        String name = file.getFileName().toString().replace("_priv.der", "").replace("_expandedkey", "");
        PrivateKey key = BouncyCastleProvider.getPrivateKey(PrivateKeyInfo.getInstance(Files.readAllBytes(file)));
        return new KeyRing.OwnKey(name, key, certificate(file.resolveSibling(name + "_ee.der")));
    }

    private static List<KeyRing.OwnKey> pair(String name, String key, String certificate) throws Exception {
        PrivateKey own = privateKey(Files.newBufferedReader(FOLDER.resolve("keys/" + key)));
        return List.of(new KeyRing.OwnKey(name, own, certificate(FOLDER.resolve("keys/" + certificate))));
    }

    /** By the openssl command: Java does not read the PKCS#12 files that NSS and gpgsm write. */
    private static List<KeyRing.OwnKey> load(String name, String password) throws Exception {
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "pkcs12",
                        "-legacy",
                        "-nomacver",
                        "-nodes",
                        "-passin",
                        "pass:" + password,
                        "-in",
                        FOLDER.resolve("keys/" + name + ".p12").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return pem(name, openssl.inputReader());
    }

    private static PrivateKey privateKey(Reader text) throws IOException {
        try (var pem = new PEMParser(text)) {
            for (Object each = pem.readObject(); each != null; each = pem.readObject()) {
                if (each instanceof PrivateKeyInfo key) {
                    return BouncyCastleProvider.getPrivateKey(key);
                }
                if (each instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().setProvider(BC).getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        }
        throw new IOException("no private key");
    }

    private static List<KeyRing.OwnKey> pem(String name, Reader text) throws Exception {
        String all;
        try (text) {
            var out = new java.io.StringWriter();
            text.transferTo(out);
            all = out.toString();
        }
        PrivateKey key = privateKey(new StringReader(all));
        List<X509Certificate> certificates = new ArrayList<>();
        try (var pem = new PEMParser(new StringReader(all))) {
            for (Object each = pem.readObject(); each != null; each = pem.readObject()) {
                if (each instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        }
        return certificates.stream()
                .filter(certificate -> certificate.getBasicConstraints() < 0 || certificates.size() == 1)
                .map(certificate -> new KeyRing.OwnKey(name, key, certificate))
                .toList();
    }

    static X509Certificate certificate(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return certificate(in);
        }
    }

    private static X509Certificate certificate(InputStream in) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
}
