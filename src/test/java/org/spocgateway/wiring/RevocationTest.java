package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.CertificateMaker;
import org.spocgateway.CmsMaker;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Signature;

/** Certificates that were really withdrawn, told by the authority's list and by a real responder on this machine. */
class RevocationTest {
    private static final DemonstrationPki PKI =
            DemonstrationPki.make(Path.of("target", "test-pki", "revocation"), "for tests only");
    private static final DemonstrationPki.Identity POLICE = PKI.identity(DemonstrationPki.NORTHMERE);
    private static final Directory DIRECTORY = Directory.read(Path.of("config"), PKI.certs());

    @TempDir
    Path certs;

    private Path list;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(certs.resolve("trust"));
        Files.copy(PKI.certs().resolve("trust/smime-ca.pem"), certs.resolve("trust/smime-ca.pem"));
        list = Files.createDirectories(certs.resolve("crl")).resolve("smime-ca.crl");
    }

    @Test
    void a_fresh_list_without_the_certificate_leaves_the_mail_verified() throws IOException {
        Files.write(list, PKI.revocationList());

        Opened opened = open(POLICE, usual());

        assertThat(opened.isVerified()).isTrue();
        assertThat(opened.findings()).isEmpty();
    }

    @Test
    void a_certificate_on_the_list_is_contradicted_even_where_the_directory_pins_it() throws IOException {
        Files.write(list, PKI.revocationList(POLICE.certificate()));

        withdrawn(open(POLICE, usual()));
    }

    @Test
    void a_list_that_changes_is_read_again() throws IOException {
        Files.write(list, PKI.revocationList());
        var files = new RevocationFiles(certs.resolve("crl"));
        assertThat(files.get())
                .singleElement()
                .satisfies(each -> assertThat(each.getRevokedCertificates()).isNull());

        Files.write(list, PKI.revocationList(POLICE.certificate()));
        Files.setLastModifiedTime(list, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(files.get())
                .singleElement()
                .satisfies(each -> assertThat(each.getRevokedCertificates()).hasSize(1));
    }

    @Test
    void a_stale_list_still_proves_withdrawal_but_not_that_all_is_well() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofHours(1));
        Files.write(list, PKI.revocationList(yesterday, POLICE.certificate()));
        withdrawn(open(POLICE, usual()));
        withdrawnNot(open(PKI.identity(DemonstrationPki.WHITLOCK), MailMaker.WHITLOCK, usual()));
    }

    @Test
    void somebody_elses_list_says_nothing() throws IOException {
        var elsewhere = DemonstrationPki.make(certs.resolve("elsewhere"), "x");
        Files.write(list, elsewhere.revocationList(POLICE.certificate()));

        withdrawnNot(open(POLICE, usual()));
    }

    @Test
    void without_any_source_it_is_soft_and_told_and_hard_where_the_council_wants_it() {
        withdrawnNot(open(POLICE, usual()));

        Opened hard = open(POLICE, new RevocationSettings(true, Path.of("crl"), List.of(), "refuse"));
        assertThat(hard.findings()).containsExactly(Fault.REVOCATION_REQUIRED);
        assertThat(hard.signature()).isEqualTo(Signature.UNDETERMINED);
        assertThat(hard.isVerified()).isFalse();

        Opened off = open(POLICE, new RevocationSettings(false, Path.of("crl"), List.of(), "note"));
        assertThat(off.findings()).isEmpty();
    }

    @Test
    void a_responder_tells_of_a_withdrawn_certificate_and_of_a_good_one() throws IOException {
        try (var server = new OcspServer(PKI.smimeIssuer())) {
            assertThat(open(POLICE, asking(server)).isVerified()).isTrue();
            server.withdraw(POLICE);
            withdrawn(open(POLICE, asking(server)));
            assertThat(server.asked()).isEqualTo(2);
        }
    }

    @Test
    void a_responder_with_a_certificate_of_its_own_may_answer_and_a_stranger_may_not() throws IOException {
        var delegate = CertificateMaker.of("OCSP responder")
                .by(PKI.smimeIssuer())
                .purposes(KeyPurposeId.id_kp_OCSPSigning)
                .make();
        var stranger = CertificateMaker.of("A mail certificate of the same authority")
                .by(PKI.smimeIssuer())
                .mail("somebody@northmere.police.uk")
                .make();
        try (var good = new OcspServer(delegate);
                var bad = new OcspServer(stranger)) {
            good.withdraw(POLICE);
            bad.withdraw(POLICE);
            withdrawn(open(POLICE, asking(good)));
            withdrawnNot(open(POLICE, asking(bad)));
        }
    }

    @Test
    void an_answer_to_another_question_an_old_one_and_silence_say_nothing() throws IOException {
        try (var replayed = new OcspServer(PKI.smimeIssuer());
                var old = new OcspServer(PKI.smimeIssuer());
                var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            replayed.answersAnotherQuestion();
            old.answersFrom(Duration.ofHours(3));
            withdrawnNot(open(POLICE, asking(replayed)));
            withdrawnNot(open(POLICE, asking(old)));
            withdrawnNot(open(POLICE, asking("http://127.0.0.1:" + silent.getLocalPort() + "/")));
        }
    }

    @Test
    void a_responder_is_asked_once_for_many_mails_of_one_signer() throws IOException {
        try (var server = new OcspServer(PKI.smimeIssuer())) {
            Envelopes envelopes = envelopes(asking(server));
            for (int i = 0; i < 20; i++) {
                assertThat(((Opened) envelopes.open(mail(POLICE, MailMaker.NORTHMERE), DIRECTORY)).isVerified())
                        .isTrue();
            }
            assertThat(server.asked()).isEqualTo(1);
        }
    }

    @Test
    void an_address_inside_a_certificate_is_never_asked() throws Exception {
        try (var trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(200);
            String url = "http://127.0.0.1:" + trap.getLocalPort();
            var lured = CertificateMaker.of("Northmere with addresses inside")
                    .by(PKI.smimeIssuer())
                    .mail(MailMaker.NORTHMERE)
                    .extension(Extension.cRLDistributionPoints, distribution(url + "/list.crl"))
                    .extension(Extension.authorityInfoAccess, access(url))
                    .make();

            Opened opened = open(lured, usual());

            assertThat(opened.findings()).contains(Fault.REVOCATION_UNKNOWN, Fault.CHANGED_CERTIFICATE);
            assertThatThrownBy(trap::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://127.0.0.1/", "file:///etc/passwd", "nonsense", "http:///x"})
    void a_responders_address_is_http(String url) {
        assertThatThrownBy(() -> envelopes(asking(url)))
                .isInstanceOf(KeysRefused.class)
                .hasMessageContaining("http");
    }

    @Test
    void the_demonstrations_own_list_can_be_read() throws Exception {
        X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(PKI.revocationList(POLICE.certificate())));
        assertThat(crl.isRevoked(POLICE.certificate())).isTrue();
    }

    private static void withdrawn(Opened opened) {
        assertThat(opened.findings()).containsExactly(Fault.REVOKED);
        assertThat(opened.signature()).isEqualTo(Signature.UNDETERMINED);
        assertThat(opened.isVerified()).isFalse();
    }

    /** Soft: told, but the mail is verified all the same; the grade is the policy's. */
    private static void withdrawnNot(Opened opened) {
        assertThat(opened.findings()).containsExactly(Fault.REVOCATION_UNKNOWN);
        assertThat(opened.isVerified()).isTrue();
    }

    private static RevocationSettings usual() {
        return RevocationSettings.USUAL;
    }

    private static RevocationSettings asking(OcspServer server) {
        return asking(server.url());
    }

    private static RevocationSettings asking(String url) {
        return new RevocationSettings(
                true,
                Path.of("crl"),
                List.of(new RevocationSettings.Responder(Path.of("trust/smime-ca.pem"), url)),
                "note");
    }

    private Envelopes envelopes(RevocationSettings settings) {
        return new Envelopes(
                new KeyRing(List.of()),
                List.of(PKI.smimeAuthority()),
                settings.below(certs, new SecureRandom()),
                Limits.USUAL,
                Clock.systemUTC());
    }

    private Opened open(DemonstrationPki.Identity signer, RevocationSettings settings) {
        return open(signer, MailMaker.NORTHMERE, settings);
    }

    private Opened open(DemonstrationPki.Identity signer, String from, RevocationSettings settings) {
        return (Opened) envelopes(settings).open(mail(signer, from), DIRECTORY);
    }

    private static byte[] mail(DemonstrationPki.Identity signer, String from) {
        return MailMaker.from(from)
                .to(MailMaker.SPOC)
                .subject("Secure document")
                .text("Content for information gathering to commence.")
                .wrapped(entity -> CmsMaker.signed(entity, CmsMaker.Signing.by(signer)))
                .bytes();
    }

    private static CRLDistPoint distribution(String url) {
        var name = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, url));
        return new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(name), null, null)});
    }

    private static org.bouncycastle.asn1.x509.AuthorityInformationAccess access(String url) {
        return new org.bouncycastle.asn1.x509.AuthorityInformationAccess(
                new org.bouncycastle.asn1.x509.AccessDescription[] {
                    new org.bouncycastle.asn1.x509.AccessDescription(
                            org.bouncycastle.asn1.x509.AccessDescription.id_ad_ocsp,
                            new GeneralName(GeneralName.uniformResourceIdentifier, url + "/ocsp")),
                    new org.bouncycastle.asn1.x509.AccessDescription(
                            org.bouncycastle.asn1.x509.AccessDescription.id_ad_caIssuers,
                            new GeneralName(GeneralName.uniformResourceIdentifier, url + "/issuer.cer"))
                });
    }
}
