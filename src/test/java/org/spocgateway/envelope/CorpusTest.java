package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The collection of other projects' S/MIME and MIME files, where it stands beside this project; skipped with a message where not. */
class CorpusTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");
    private static final Set<String> OURS =
            Set.of("smime-valid", "smime-broken", "signature-spoofing", "efail", "mime-torture");

    /** Labelled otherwise: its Date field differs from the signing time by hours, which we do not compare; OpenSSL verifies it too. */
    private static final String DATE_ASIDE = "moz__alice.future.dsig.SHA256.multipart.eml";

    /** Its key was published without the certificate that a recipient entry is matched with. */
    private static final String NO_CERTIFICATE = "direct__EncryptedMessage2.txt";

    private record Row(String path, String category, String keys, String expected, String note) {
        boolean isWithinThisSlice() {
            return OURS.contains(category)
                    && !note.contains("raw CMS")
                    && !note.contains("raw OpenPGP")
                    && !path.endsWith(DATE_ASIDE)
                    && !path.endsWith(NO_CERTIFICATE);
        }
    }

    private static Envelopes envelopes;

    @BeforeAll
    static void keys() throws Exception {
        assumeTrue(Files.exists(CORPUS), "skipped: ../shared/corpus is not here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: there is no openssl command here");
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
        keys.addAll(pem("ossl-smec3", Files.newBufferedReader(CORPUS.resolve("keys/ossl-smec3.pem"))));
        X509Certificate authority = certificate(CORPUS.resolve("keys/TestCA.pem"));
        envelopes = new Envelopes(new KeyRing(keys), List.of(authority), Limits.USUAL, Clock.systemUTC());
    }

    @Test
    void every_file_ends_in_a_value() throws IOException {
        for (Row row : rows()) {
            assertThat(envelopes.open(bytes(row), new Pins(List.of())))
                    .as(row.path())
                    .isNotNull();
        }
    }

    @Test
    void mail_within_this_slice_comes_out_as_the_manifest_says() throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            if (!row.isWithinThisSlice()) {
                continue;
            }
            boolean isRight = isRight(row, envelopes.open(bytes(row), new Pins(List.of())));
            counts.computeIfAbsent(row.category(), c -> new int[2])[isRight ? 0 : 1]++;
            if (!isRight) {
                wrong.add(row.expected() + " " + row.path() + " -> " + envelopes.open(bytes(row), new Pins(List.of())));
            }
        }
        counts.forEach((category, count) ->
                System.out.println("corpus " + category + ": " + count[0] + " as labelled, " + count[1] + " not"));
        assertThat(wrong).isEmpty();
    }

    private static boolean isRight(Row row, Opening opening) {
        boolean isOpened = opening instanceof Opened;
        Signature signature = opening instanceof Opened opened ? opened.signature() : Signature.NONE;
        return switch (row.expected()) {
            case "opens-and-verifies" -> signature == Signature.VALID;
            case "opens-unsigned" -> isOpened && signature == Signature.NONE;
            case "opens-signature-untrusted" -> isOpened && signature != Signature.VALID && signature != Signature.NONE;
            case "signature-invalid", "spoof-must-not-be-shown-as-signed" -> signature != Signature.VALID;
            case "cannot-decrypt" -> !isOpened;
            case "exfiltration-must-be-blocked" ->
                !(opening instanceof Opened opened && opened.wasSealed() && opened.integrity());
            case "parses", "malformed" -> true;
            default -> false;
        };
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(CORPUS.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cell -> new Row(cell[0], cell[1], cell[4], cell[5], cell[6]))
                .toList();
    }

    /** Without the first line of a mailbox file, which is no part of the message. */
    private static byte[] bytes(Row row) throws IOException {
        byte[] all = Files.readAllBytes(CORPUS.resolve(row.path()));
        String start = new String(all, 0, Math.min(5, all.length), StandardCharsets.ISO_8859_1);
        int end = new String(all, StandardCharsets.ISO_8859_1).indexOf('\n');
        return start.equals("From ") && end > 0 ? Arrays.copyOfRange(all, end + 1, all.length) : all;
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
                        CORPUS.resolve("keys/" + name + ".p12").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return pem(name, openssl.inputReader());
    }

    private static List<KeyRing.OwnKey> pem(String name, Reader text) throws IOException, CertificateException {
        var converter = new JcaPEMKeyConverter().setProvider(new BouncyCastleProvider());
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        try (var pem = new PEMParser(text)) {
            for (Object each = pem.readObject(); each != null; each = pem.readObject()) {
                if (each instanceof PrivateKeyInfo key) {
                    keys.add(converter.getPrivateKey(key));
                } else if (each instanceof PEMKeyPair pair) {
                    keys.add(converter.getPrivateKey(pair.getPrivateKeyInfo()));
                } else if (each instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        }
        assertThat(keys).as(name).hasSize(1);
        return certificates.stream()
                .filter(certificate -> certificate.getBasicConstraints() < 0 || certificates.size() == 1)
                .map(certificate -> new KeyRing.OwnKey(name, keys.get(0), certificate))
                .toList();
    }

    private static X509Certificate certificate(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
