package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
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
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spocgateway.directory.PinnedSigner;

/** The collection of other projects' S/MIME and MIME files, where it stands beside this project; skipped with a message where not. */
class CorpusTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");
    private static final Path PAGE = Path.of("docs", "corpus.md");
    private static final int ROWS = 172;

    /** Groups of docs/corpus.md that are not read yet; what is in them must still end in a value. */
    private static final Set<String> PENDING = Set.of("openpgp", "pqc");

    /** Labelled otherwise: its Date field differs from the signing time by hours, which we do not compare; OpenSSL verifies it too. */
    private static final String DATE_ASIDE = "moz__alice.future.dsig.SHA256.multipart.eml";

    /** Its key was published without the certificate that a recipient entry is matched with. */
    private static final String NO_CERTIFICATE = "direct__EncryptedMessage2.txt";

    private record Row(String path, String category, String keys, String expected, String note) {
        boolean isPending() {
            return PENDING.contains(category) || note.contains("raw CMS") || note.contains("raw OpenPGP");
        }

        boolean isJudgedOtherwise() {
            return path.endsWith(DATE_ASIDE) || path.endsWith(NO_CERTIFICATE);
        }

        boolean isHostile() {
            return expected.equals("spoof-must-not-be-shown-as-signed")
                    || expected.equals("signature-invalid")
                    || expected.equals("exfiltration-must-be-blocked");
        }
    }

    private static final List<URI> ASKED = new CopyOnWriteArrayList<>();
    private static final ProxySelector BEFORE = ProxySelector.getDefault();

    private static Envelopes envelopes;
    private static Pins pins;

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
        List<PinnedSigner> signers = new ArrayList<>();
        for (KeyRing.OwnKey key : keys) {
            CertificateAddresses.of(key.certificate())
                    .forEach(address -> signers.add(new PinnedSigner(address, key.certificate())));
        }
        pins = new Pins(signers);
        ProxySelector.setDefault(new Guard());
    }

    @AfterAll
    static void letGo() {
        ProxySelector.setDefault(BEFORE);
    }

    /** Every connection that Java makes asks for its way first: none may be made. */
    private static final class Guard extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            ASKED.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            ASKED.add(uri);
        }
    }

    @Test
    void every_file_ends_in_a_value_no_hostile_one_is_verified_and_nobody_is_asked() throws IOException {
        ASKED.clear();
        for (Row row : rows()) {
            Opening opening = open(row);
            assertThat(opening).as(row.path()).isNotNull();
            if (row.isHostile()) {
                assertThat(opening instanceof Opened opened && opened.isVerified())
                        .as(row.path())
                        .isFalse();
            }
        }
        assertThat(ASKED).isEmpty();
        assertThat(rows()).hasSize(ROWS);
    }

    @Test
    void the_guard_sees_a_connection() throws IOException {
        ASKED.clear();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new Socket()) {
            socket.connect(server.getLocalSocketAddress(), 1000);
        }
        assertThat(ASKED).isNotEmpty();
    }

    @Test
    void nothing_sealed_is_shown_beside_clear_parts_and_no_text_can_fetch() throws IOException {
        for (Row row : rows()) {
            if (row.category().equals("efail") && open(row) instanceof Opened opened) {
                String text = ReadMail.of(opened.content()).text();
                assertThat(text).as(row.path()).doesNotContainIgnoringCase("<img", "src=", "<object", "<style");
            }
        }
    }

    @Test
    void every_row_comes_out_as_the_manifest_says_or_stands_in_the_page_with_the_reason() throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        String page = Files.readString(PAGE);
        for (Row row : rows()) {
            int at = row.isPending() ? 2 : row.isJudgedOtherwise() ? 1 : 0;
            counts.computeIfAbsent(row.category(), c -> new int[3])[at]++;
            if (at == 1) {
                assertThat(page).contains(row.path());
            }
            if (at == 0 && !isRight(row, open(row))) {
                wrong.add(row.expected() + " " + row.path() + " -> " + open(row));
            }
        }
        counts.forEach((category, count) -> System.out.printf(
                "corpus %-20s %3d as labelled, %d otherwise with the reason, %d not read yet%n",
                category, count[0], count[1], count[2]));
        assertThat(wrong).isEmpty();
    }

    private static Opening open(Row row) throws IOException {
        return envelopes.open(bytes(row), pins);
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
