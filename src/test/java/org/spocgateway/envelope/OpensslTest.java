package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.spocgateway.envelope.World.PKI;
import static org.spocgateway.envelope.World.opened;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/** Against the {@code openssl} command, both ways; skipped with a message where there is none. */
class OpensslTest {
    private static final String CONTENT = "Content-Type: text/plain; charset=utf-8\r\n\r\nT.R. 2001: please begin.\r\n";

    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws Exception {
        boolean isThere = run(List.of("openssl", "version")) == 0;
        assumeTrue(isThere, "skipped: there is no openssl command here");
        for (String name : List.of(
                DemonstrationPki.SPOC_2025,
                DemonstrationPki.SPOC_2026,
                DemonstrationPki.NORTHMERE,
                DemonstrationPki.WHITLOCK,
                DemonstrationPki.LARKHILL)) {
            pem(name + ".pem", PKI.certificate(name));
            pem(name + ".key", PKI.keys(name).getPrivate());
        }
        pem("ca.pem", PKI.smimeAuthority());
        Files.writeString(folder.resolve("content"), CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "-aes-128-cbc, spoc-2026, enveloped, AES-128-CBC",
        "-aes-256-cbc, spoc-2025, enveloped, AES-256-CBC",
        "-aes-128-gcm, spoc-2026, auth-enveloped, AES-128-GCM",
        "-aes-256-gcm, spoc-2025, auth-enveloped, AES-256-GCM"
    })
    void what_it_encrypts_is_opened(String cipher, String key, String kind, String algorithm) throws Exception {
        openssl(
                "cms",
                "-encrypt",
                cipher,
                "-in",
                "content",
                "-out",
                "sealed.eml",
                "-from",
                "x@northmere.police.uk",
                key + ".pem");

        Opened opened = opened(read("sealed.eml"));

        assertThat(opened.layers()).extracting(Layer::kind, Layer::algorithm).containsExactly(tuple(kind, algorithm));
        assertThat(opened.key()).contains(key);
        assertThat(new String(opened.content().bytes(), StandardCharsets.UTF_8)).isEqualTo(CONTENT);
        assertThat(opened.integrity()).isEqualTo(kind.equals("auth-enveloped"));
    }

    @Test
    void oaep_is_opened() throws Exception {
        openssl(
                "cms",
                "-encrypt",
                "-aes-256-gcm",
                "-in",
                "content",
                "-out",
                "oaep.eml",
                "-recip",
                "spoc-2026.pem",
                "-keyopt",
                "rsa_padding_mode:oaep",
                "-keyopt",
                "rsa_oaep_md:sha256");

        assertThat(opened(read("oaep.eml")).key()).contains("spoc-2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-camellia128", "-camellia256"})
    void an_algorithm_outside_the_list_is_refused(String cipher) throws Exception {
        openssl("cms", "-encrypt", cipher, "-in", "content", "-out", "weak.eml", "spoc-2026.pem");

        assertThat(World.open(read("weak.eml"))).isEqualTo(new Unopened(Fault.ALGORITHM));
    }

    @Test
    void outdated_3des_is_opened_and_told() throws Exception {
        openssl("cms", "-encrypt", "-des3", "-in", "content", "-out", "weak.eml", "spoc-2026.pem");

        assertThat(opened(read("weak.eml")).findings()).contains(Fault.WEAK_CIPHER);
    }

    @ParameterizedTest
    @CsvSource({"northmere-prevent-referrals, prevent.referrals, false", "northmere-whitlock, imran.whitlock, true"})
    void what_it_signs_is_verified(String signer, String local, boolean opaque) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "cms",
                "-sign",
                "-in",
                "content",
                "-out",
                "signed.eml",
                "-signer",
                signer + ".pem",
                "-inkey",
                signer + ".key",
                "-from",
                local + "@northmere.police.uk"));
        if (opaque) {
            command.add("-nodetach");
        }
        openssl(command.toArray(new String[0]));

        Opened opened = opened(read("signed.eml"));

        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.bound() && opened.pinned()).isTrue();
        assertThat(opened.layers()).extracting(Layer::kind).containsExactly(opaque ? "signed-opaque" : "signed");
        assertThat(ReadMail.of(opened.content()).text()).startsWith("T.R. 2001: please begin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-aes-256-cbc", "-aes-256-gcm"})
    void signed_with_smime_then_sealed_to_the_retired_key_is_opened_and_verified(String cipher) throws Exception {
        openssl(
                "smime",
                "-sign",
                "-in",
                "content",
                "-out",
                "inner",
                "-signer",
                "northmere-prevent-referrals.pem",
                "-inkey",
                "northmere-prevent-referrals.key");
        openssl(
                "cms",
                "-encrypt",
                cipher,
                "-in",
                "inner",
                "-out",
                "both.eml",
                "-from",
                "Prevent <prevent.referrals@northmere.police.uk>",
                "-to",
                "channel.spoc@brackenford.gov.uk",
                "-subject",
                "Secure document",
                "spoc-2025.pem");

        Opened opened = opened(read("both.eml"));

        assertThat(opened.signature()).isEqualTo(Signature.VALID);
        assertThat(opened.bound() && opened.pinned() && opened.integrity()).isTrue();
        assertThat(opened.key()).contains("spoc-2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "md5"})
    void an_outdated_digest_proves_nothing(String digest) throws Exception {
        openssl(
                "cms",
                "-sign",
                "-md",
                digest,
                "-in",
                "content",
                "-out",
                "old.eml",
                "-signer",
                "northmere-prevent-referrals.pem",
                "-inkey",
                "northmere-prevent-referrals.key",
                "-from",
                "prevent.referrals@northmere.police.uk");

        assertThat(opened(read("old.eml")).signature()).isEqualTo(Signature.UNDETERMINED);
    }

    @Test
    void a_signature_without_signed_attributes_proves_nothing() throws Exception {
        openssl(
                "cms",
                "-sign",
                "-noattr",
                "-in",
                "content",
                "-out",
                "bare.eml",
                "-signer",
                "northmere-prevent-referrals.pem",
                "-inkey",
                "northmere-prevent-referrals.key",
                "-from",
                "prevent.referrals@northmere.police.uk");

        assertThat(opened(read("bare.eml")).signature()).isEqualTo(Signature.UNDETERMINED);
    }

    @Test
    void a_short_key_proves_nothing_even_where_it_is_pinned() throws Exception {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:1024",
                "-nodes",
                "-subj",
                "/CN=short",
                "-days",
                "30",
                "-keyout",
                "short.key",
                "-out",
                "short.pem",
                "-addext",
                "subjectAltName=email:prevent.referrals@northmere.police.uk");
        openssl(
                "cms",
                "-sign",
                "-in",
                "content",
                "-out",
                "short.eml",
                "-signer",
                "short.pem",
                "-inkey",
                "short.key",
                "-from",
                "prevent.referrals@northmere.police.uk");
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(read("short.pem")));
        var pins = new Pins(
                List.of(new PinnedSigner(new MailAddress("prevent.referrals@northmere.police.uk"), certificate)));

        Opened opened = (Opened) World.ENVELOPES.open(read("short.eml"), pins);

        assertThat(opened.pinned()).isTrue();
        assertThat(opened.signature()).isEqualTo(Signature.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({
        "northmere-prevent-referrals, northmere-prevent-referrals, false",
        "northmere-prevent-referrals, larkhill-safeguarding, false",
        "northmere-whitlock, northmere-prevent-referrals, true",
        "northmere-whitlock, larkhill-safeguarding, true"
    })
    void it_decrypts_and_verifies_what_we_sign_and_seal(String signer, String reader, boolean cbc) throws Exception {
        var sealing = new Sealing(World.ours(signer), new SecureRandom());
        byte[] signed =
                sealing.sign("Content-Type: text/plain\n\nplain line ends\n".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("ours.eml"), sealing.seal(signed, cbc, List.of(PKI.certificate(reader))));

        openssl(
                "cms",
                "-decrypt",
                "-in",
                "ours.eml",
                "-recip",
                reader + ".pem",
                "-inkey",
                reader + ".key",
                "-out",
                "ours.signed");
        openssl(
                "cms",
                "-verify",
                "-in",
                "ours.signed",
                "-CAfile",
                "ca.pem",
                "-purpose",
                "smimesign",
                "-out",
                "ours.txt");

        assertThat(new String(read("ours.txt"), StandardCharsets.US_ASCII)).contains("plain line ends");
        assertThat(read("ours.signed")).isEqualTo(signed);
    }

    private static byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    private static void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        assertThat(run(command)).as(String.join(" ", command)).isZero();
    }

    private static int run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("openssl.log").toFile())
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private static void pem(String file, X509Certificate certificate) throws Exception {
        write(file, "CERTIFICATE", certificate.getEncoded());
    }

    private static void pem(String file, PrivateKey key) throws Exception {
        write(file, "PRIVATE " + "KEY", key.getEncoded());
    }

    private static void write(String file, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
