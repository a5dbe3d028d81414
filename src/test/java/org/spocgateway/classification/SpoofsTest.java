package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.Installation;
import org.spocgateway.MailMaker;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;

/** A thousand spoofs and five hundred genuine mails, read, opened, graded and classified as the gateway does. */
class SpoofsTest {
    private static final DemonstrationPki PKI = MailRoom.PKI;
    private static final int SPOOFS = 1000;
    private static final int GENUINE = 500;
    private static final long SEED = 20261124;

    @TempDir
    Path folder;

    @Test
    void of_a_thousand_spoofs_none_is_shown_as_verified_and_none_proposes_a_go_ahead() {
        Directory directory = directory();
        Envelopes envelopes = envelopes(Spoofs.WITHDRAWN.certificate());
        List<String> passed = new ArrayList<>();
        Map<String, Integer> codes = new TreeMap<>();
        new Spoofs(SEED).make(SPOOFS).forEach((name, mail) -> {
            MailRoom.Sorted sorted = MailRoom.sort(mail, envelopes, directory);
            boolean isShown = sorted.opening() instanceof Opened opened && opened.isVerified()
                    || sorted.verdict().grade().atLeast(ArrivalGrade.B);
            if (isShown || sorted.verdict().effect() == GateEffect.OPEN_PROPOSED) {
                passed.add(name + " -> " + sorted.opening() + " " + sorted.verdict());
            }
            codes.merge(code(sorted), 1, Integer::sum);
        });
        System.out.println("1000 spoofs by code: " + codes);
        assertThat(passed).isEmpty();
        assertThat(codes).hasSizeGreaterThan(20);
    }

    @Test
    void of_five_hundred_genuine_mails_in_five_clients_shapes_none_is_shown_as_unverified() {
        Directory directory = directory();
        Envelopes envelopes = envelopes();
        List<String> doubted = new ArrayList<>();
        new GenuineMail(SEED).make(GENUINE).forEach((name, mail) -> {
            MailRoom.Sorted sorted = MailRoom.sort(mail, envelopes, directory);
            boolean isShown = sorted.opening() instanceof Opened opened
                    && opened.isVerified()
                    && sorted.verdict().grade() == ArrivalGrade.A;
            if (!isShown) {
                doubted.add(name + " -> " + sorted.opening() + " " + sorted.verdict()
                        + sorted.verdict().codes());
            }
        });
        assertThat(doubted).isEmpty();
    }

    /** Otherwise the certificates of the spoofs would be refused for a better reason than the one that they are made for. */
    @Test
    void the_same_certificate_without_its_fault_would_be_believed() {
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("OFFICIAL-SENSITIVE: Channel referral PCM/2026/004213")
                .arrivedWell()
                .text("Please find a Channel referral. Information gathering can commence.")
                .wrapped(entity -> org.spocgateway.CmsMaker.signed(
                        entity,
                        org.spocgateway.CmsMaker.Signing.by(Spoofs.honest().make())))
                .bytes();

        MailRoom.Sorted sorted = MailRoom.sort(mail, envelopes(), directory());

        assertThat(((Opened) sorted.opening()).isVerified()).isTrue();
        assertThat(sorted.verdict().effect()).isEqualTo(GateEffect.OPEN_PROPOSED);
    }

    private static String code(MailRoom.Sorted sorted) {
        return sorted.verdict().codes().stream()
                .map(org.spocgateway.envelope.Fault::code)
                .findFirst()
                .orElse(sorted.verdict().grade() + " " + sorted.verdict().rule());
    }

    /** The force's certificates are pinned, and so is their issuer: every further fault must be found by itself. */
    private Directory directory() {
        var installation = Installation.in(folder)
                .replace(
                        "directory/forces.yaml",
                        "    name: Northmere Police",
                        "    name: Northmere Police\n    issuers: [trust/smime-ca.pem]");
        return Directory.read(installation.config(), PKI.certs());
    }

    private static Envelopes envelopes(X509Certificate... withdrawn) {
        var ours = PKI.identity(DemonstrationPki.SPOC_2026);
        var key = new KeyRing.OwnKey("spoc-2026", ours.keys().getPrivate(), ours.certificate());
        return new Envelopes(
                new KeyRing(List.of(key)),
                List.of(PKI.smimeAuthority()),
                PKI.revocation(withdrawn),
                Limits.USUAL,
                Clock.systemUTC());
    }
}
