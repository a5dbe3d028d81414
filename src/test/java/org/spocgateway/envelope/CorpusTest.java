package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/** The collection of other projects' S/MIME and MIME files, where it stands beside this project; skipped with a message where not. */
class CorpusTest {
    private static final Path PAGE = Path.of("docs", "corpus.md");
    private static final int ROWS = 172;

    /** What comes out where we differ from the label; docs/corpus.md tells why. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "smime-broken/moz__alice.future.dsig.SHA256.multipart.eml", "TRUST-REVOCATION-UNKNOWN",
            "smime-broken/rustcrypto__apple_mdm_signature_der.bin", "OPEN-DAMAGED",
            "smime-valid/rustcrypto__enveloped_data_ktri.bin", "OPEN-DAMAGED");

    private static final List<URI> ASKED = new CopyOnWriteArrayList<>();
    private static final ProxySelector BEFORE = ProxySelector.getDefault();

    private static ServerSocket listener;
    private static KeyRing ring;
    private static Pins pins;

    @BeforeAll
    static void keys() throws Exception {
        assumeTrue(Corpus.isHere(), "skipped: ../shared/corpus is not here");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: there is no openssl command here");
        List<KeyRing.OwnKey> keys = Corpus.keys();
        ring = new KeyRing(keys);
        List<PinnedSigner> signers = new ArrayList<>();
        for (KeyRing.OwnKey key : keys) {
            CertificateAddresses.of(key.certificate())
                    .forEach(address -> signers.add(new PinnedSigner(address, key.certificate())));
        }
        for (X509Certificate each : Corpus.signers()) {
            signers.add(
                    new PinnedSigner(MailAddress.parse("signer@bare.example").orElseThrow(), each));
        }
        pins = new Pins(signers);
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ProxySelector.setDefault(new Guard());
    }

    @AfterAll
    static void letGo() throws IOException {
        ProxySelector.setDefault(BEFORE);
        if (listener != null) {
            listener.close();
        }
    }

    /** Every connection that Java makes asks for its way first, and all ways lead to our own listener: none may be made. */
    private static final class Guard extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            ASKED.add(uri);
            return List.of(new Proxy(Proxy.Type.SOCKS, listener.getLocalSocketAddress()));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            ASKED.add(uri);
        }
    }

    @Test
    void every_file_ends_in_a_value_no_hostile_one_is_verified_and_nobody_is_asked() throws Exception {
        ASKED.clear();
        for (Corpus.Row row : Corpus.rows()) {
            Opening opening = open(row);
            assertThat(opening).as(row.path()).isNotNull();
            if (row.isHostile()) {
                assertThat(opening instanceof Opened opened && opened.isVerified())
                        .as(row.path())
                        .isFalse();
            }
        }
        assertThat(ASKED).isEmpty();
        assertThat(isConnected()).isFalse();
        assertThat(Corpus.rows()).hasSize(ROWS);
    }

    @Test
    void a_connection_to_anywhere_would_reach_the_listener() throws Exception {
        ASKED.clear();
        var caller = new Thread(() -> {
            try (var socket = new Socket()) {
                socket.connect(java.net.InetSocketAddress.createUnresolved("tracker.example", 80), 2000);
            } catch (IOException e) {
                return; // the listener speaks no SOCKS
            }
        });
        caller.start();
        assertThat(isConnected()).isTrue();
        caller.join();
        assertThat(ASKED).isNotEmpty();
    }

    private static boolean isConnected() throws IOException {
        listener.setSoTimeout(1000);
        try (Socket socket = listener.accept()) {
            return socket.isConnected();
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void nothing_sealed_is_shown_beside_clear_parts_and_no_text_can_fetch() throws Exception {
        for (Corpus.Row row : Corpus.rows()) {
            if (row.category().equals("efail") && open(row) instanceof Opened opened) {
                String text = ReadMail.of(opened.content()).text();
                assertThat(text).as(row.path()).doesNotContainIgnoringCase("<img", "src=", "<object", "<style");
            }
        }
    }

    @Test
    void every_row_comes_out_as_the_manifest_says_or_stands_in_the_page_with_the_reason() throws Exception {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        String page = Files.readString(PAGE);
        for (Corpus.Row row : Corpus.rows()) {
            int at = row.isOpenPgp() ? 2 : DIFFERENT.containsKey(row.path()) ? 1 : 0;
            counts.computeIfAbsent(row.category(), c -> new int[3])[at]++;
            Opening opening = open(row);
            if (at == 1) {
                assertThat(page).contains(row.path());
            }
            if ((at == 1 && !code(opening).equals(DIFFERENT.get(row.path()))) || (at == 0 && !isRight(row, opening))) {
                wrong.add(row.expected() + " " + row.path() + " -> " + opening);
            }
        }
        counts.forEach((category, count) -> System.out.printf(
                "corpus %-20s %3d as labelled, %d otherwise with the reason, %d by PgpCorpusTest%n",
                category, count[0], count[1], count[2]));
        assertThat(wrong).isEmpty();
    }

    @Test
    void post_quantum_signatures_are_checked_and_their_chains_lead_to_the_authority_of_the_row() throws Exception {
        int chains = 0;
        for (Corpus.Row row : Corpus.rows()) {
            if (row.category().equals("pqc") && row.expected().equals("opens-signature-untrusted")) {
                var opened = (Opened) open(row);
                boolean hasAuthority = row.keys().endsWith("ta.der");
                chains += hasAuthority ? 1 : 0;
                assertThat(opened.findings())
                        .as(row.path())
                        .contains(Fault.NO_ADDRESS)
                        .doesNotContain(Fault.BROKEN, Fault.UNKNOWN_ALGORITHM, Fault.WEAK_KEY, Fault.BROKEN_CHAIN);
                assertThat(opened.findings().contains(Fault.UNKNOWN_ISSUER))
                        .as(row.path())
                        .isNotEqualTo(hasAuthority);
            }
        }
        assertThat(chains).isEqualTo(6);
    }

    private static Opening open(Corpus.Row row) throws Exception {
        var envelopes = new Envelopes(ring, Corpus.authorities(row), Limits.USUAL, Clock.systemUTC());
        return envelopes.open(Corpus.mail(row), pins);
    }

    private static String code(Opening opening) {
        return opening instanceof Opened opened
                ? opened.code()
                : ((Unopened) opening).fault().code();
    }

    private static boolean isRight(Corpus.Row row, Opening opening) {
        boolean isOpened = opening instanceof Opened;
        Signature signature = opening instanceof Opened opened ? opened.signature() : Signature.NONE;
        return switch (row.expected()) {
            case "opens-and-verifies" -> signature == Signature.VALID;
            case "opens-unsigned" -> isOpened && signature == Signature.NONE;
            case "opens-signature-untrusted" ->
                (signature == Signature.VALID || signature == Signature.UNDETERMINED)
                        && !(opening instanceof Opened opened && opened.isVerified());
            case "signature-invalid", "spoof-must-not-be-shown-as-signed" -> signature != Signature.VALID;
            case "cannot-decrypt" -> !isOpened;
            case "exfiltration-must-be-blocked" ->
                !(opening instanceof Opened opened && opened.wasSealed() && opened.integrity());
            case "parses", "malformed" -> true;
            default -> false;
        };
    }
}
