package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.classification.MailRoom.PKI;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.envelope.Unopened;

/** Ten messages shaped like real police mail (domain 5.1): none unsorted, each with grade, kind and next step. */
class PoliceMailTest {
    private static final String PNN = "prevent.referrals@northmere.pnn.police.uk";
    private static final String REFERRAL =
            "Please find attached a Channel referral for T.R. 2001. The threshold has been met.\r\n"
                    + "We ask you to gather relevant information from your partners. Ref PCM/2017/004213\r\n";

    static Stream<Arguments> messages() {
        return Stream.of(
                one("tls and dmarc, unsigned", modern(plain()), "modern", "K1", "C", "OPEN_PROPOSED", "confirm"),
                one(
                        "the same, urgent",
                        modern(plain().header("Importance", "high")),
                        "modern",
                        "K2",
                        "C",
                        "OPEN_PROPOSED",
                        "call, confirm"),
                one("go-ahead by a named officer", modern(goAhead()), "modern", "K3", "C", "OPEN_PROPOSED", "confirm"),
                one("trusted relay of 2017", relay(), "gcsx-2017", "K1", "B", "OPEN_PROPOSED", "confirm"),
                one(
                        "password file",
                        modern(plain().attach("Referral.zip", "application/zip", locked())),
                        "modern",
                        "K7",
                        "C",
                        "HOLD",
                        "Ring the sender"),
                one("Microsoft wrapper", modern(wrapper()), "modern", "K8", "C", "HOLD", "Open it in the mailbox"),
                one(
                        "signed, then sealed with GCM",
                        modern(plain()).signedBy(prevent()).sealedTo(spoc()),
                        "modern",
                        "K1",
                        "A",
                        "OPEN_PROPOSED",
                        "confirm"),
                one(
                        "signed, then sealed with CBC",
                        modern(plain()).signedBy(prevent()).sealedTo(spoc()).old(),
                        "modern",
                        "K1",
                        "A",
                        "OPEN_PROPOSED",
                        "confirm"),
                one(
                        "signed only, no DMARC anywhere",
                        tlsOnly(plain()).signedBy(prevent()),
                        "modern",
                        "K1",
                        "B",
                        "OPEN_PROPOSED",
                        "confirm"),
                one(
                        "sealed to a key that is not ours",
                        modern(plain()).sealedTo(PKI.certificate(DemonstrationPki.LARKHILL)),
                        "modern",
                        "K7",
                        "C",
                        "HOLD",
                        "Ask the sender"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages")
    void police_mail_gets_kind_grade_and_next_step(
            String name, byte[] raw, String profile, String kind, String grade, String effect, String next) {
        MailRoom.Sorted sorted = MailRoom.sort(raw, profile);

        Classified verdict = sorted.verdict();
        assertThat(verdict.kind().id()).as(name).isEqualTo(kind);
        assertThat(verdict.grade().name()).as(name).isEqualTo(grade);
        assertThat(verdict.effect().name()).as(name).isEqualTo(effect);
        assertThat(nextStep(sorted)).as(name).startsWith(next);
    }

    @Test
    void a_signature_that_was_broken_on_the_way_is_grade_f_and_opens_nothing() {
        byte[] raw = modern(plain()).signedBy(prevent()).bytes();
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        String body = java.util.Base64.getMimeEncoder().encodeToString(REFERRAL.getBytes(StandardCharsets.UTF_8));
        byte[] changed = text.replace(body.substring(0, 20), body.substring(0, 18) + "QQ")
                .getBytes(StandardCharsets.ISO_8859_1);

        Classified verdict = MailRoom.sort(changed).verdict();

        assertThat(verdict.grade()).isEqualTo(ArrivalGrade.F);
        assertThat(verdict.effect()).isNotEqualTo(GateEffect.OPEN_PROPOSED);
    }

    @Test
    void a_signature_that_nobody_pinned_makes_no_mail_better_than_grade_d() {
        byte[] raw = modern(plain())
                .signedBy(PKI.stranger("A stranger", MailMaker.NORTHMERE))
                .bytes();

        Classified verdict = MailRoom.sort(raw).verdict();

        assertThat(verdict.grade()).isEqualTo(ArrivalGrade.D);
        assertThat(verdict.effect()).isEqualTo(GateEffect.HOLD);
    }

    @Test
    void a_lookalike_that_signs_well_is_still_a_lookalike() {
        byte[] raw = MailMaker.from("prevent.referrals@northmere.police.uk.example")
                .to(MailMaker.SPOC)
                .subject("Channel referral")
                .arrivedWell()
                .text(REFERRAL)
                .signedBy(PKI.stranger("Northmere", "prevent.referrals@northmere.police.uk.example"))
                .bytes();

        Classified verdict = MailRoom.sort(raw).verdict();

        assertThat(verdict.kind()).isEqualTo(MessageKind.HOSTILE);
        assertThat(verdict.grade()).isEqualTo(ArrivalGrade.F);
        assertThat(verdict.effect()).isEqualTo(GateEffect.HOLD);
    }

    /** What the officer does next: the fault's own step, or what the verdict asks for. */
    private static String nextStep(MailRoom.Sorted sorted) {
        if (sorted.opening() instanceof Unopened unopened) {
            return unopened.fault().nextStep();
        }
        assertThat(sorted.verdict().kind()).isNotEqualTo(MessageKind.UNSORTED);
        return sorted.verdict().urgent() ? "call, confirm" : "confirm";
    }

    private static Arguments one(
            String name, MailMaker mail, String profile, String kind, String grade, String effect, String next) {
        return Arguments.of(name, mail.bytes(), profile, kind, grade, effect, next);
    }

    private static MailMaker plain() {
        return MailMaker.from("\"Northmere Prevent Referrals\" <" + MailMaker.NORTHMERE + ">")
                .to(MailMaker.SPOC)
                .subject("OFFICIAL-SENSITIVE: Channel referral - PCM/2017/004213")
                .text(REFERRAL);
    }

    private static MailMaker goAhead() {
        return MailMaker.from(MailMaker.WHITLOCK)
                .to(MailMaker.SPOC)
                .subject("RE: CHN/2017/031 - checks complete")
                .text("Content for information gathering to commence.\r\n");
    }

    private static MailMaker wrapper() {
        return plain().subject("[Secure] Referral")
                .text("Northmere Police has sent you a protected message.")
                .attach("message_v2.rpmsg", "application/x-microsoft-rpmsg-message", new byte[64]);
    }

    private static MailMaker relay() {
        return MailMaker.from(PNN)
                .to("channel.spoc@brackenford.gcsx.gov.uk")
                .subject("OFFICIAL-SENSITIVE: Channel referral - PCM/2017/004213")
                .trace("Received: from gw1.northmere.pnn.police.uk by relay.gsi.example with ESMTP")
                .text(REFERRAL);
    }

    private static MailMaker modern(MailMaker mail) {
        return mail.arrivedWell();
    }

    private static MailMaker tlsOnly(MailMaker mail) {
        return mail.trace("Received: from mail.northmere.police.uk by mx.brackenford.gov.uk"
                + " (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384) with ESMTPS");
    }

    private static DemonstrationPki.Identity prevent() {
        return PKI.identity(DemonstrationPki.NORTHMERE);
    }

    private static java.security.cert.X509Certificate spoc() {
        return PKI.certificate(DemonstrationPki.SPOC_2026);
    }

    /** A ZIP file whose one entry says that it is encrypted (flag bit 0, in both places). */
    private static byte[] locked() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Referral.docx"));
            zip.write(new byte[100]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        byte[] file = bytes.toByteArray();
        file[6] |= 1;
        return file;
    }
}
