package org.spocgateway.classification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.classification.MailRoom.PKI;

import org.junit.jupiter.api.Test;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.envelope.Fault;

/** Police mail that a colleague passes on: the worse of the original and of what carries it (domain 5.4, K10). */
class ForwardedOriginalTest {
    private static final String JO = "jo.pendry@brackenford.gov.uk";

    @Test
    void a_verified_original_is_no_better_than_the_mail_that_carries_it() {
        byte[] original = signed().bytes();

        assertThat(forwarded(carrier().arrivedWell(), original).grade()).isEqualTo(ArrivalGrade.C);
        assertThat(forwarded(tls(carrier()), original).grade()).isEqualTo(ArrivalGrade.D);
        assertThat(forwarded(carrier(), original).grade()).isEqualTo(ArrivalGrade.E);
    }

    @Test
    void a_poor_original_stays_poor_in_a_good_carrier() {
        byte[] plain = police().bytes();

        assertThat(forwarded(carrier().arrivedWell(), plain).grade()).isEqualTo(ArrivalGrade.E);
    }

    @Test
    void an_original_with_a_broken_signature_is_grade_f() {
        byte[] broken = new String(signed().bytes(), ISO_8859_1)
                .replace("UGxlYXNl", "UGxlYXNm")
                .getBytes(ISO_8859_1);

        Classified verdict = forwarded(carrier().arrivedWell(), broken);

        assertThat(verdict.grade()).isEqualTo(ArrivalGrade.F);
        assertThat(verdict.codes()).contains(Fault.BROKEN);
    }

    @Test
    void an_original_signed_by_a_stranger_says_so() {
        byte[] foreign = police().arrivedWell()
                .signedBy(PKI.stranger("Northmere", MailMaker.NORTHMERE))
                .bytes();

        Classified verdict = forwarded(carrier().arrivedWell(), foreign);

        assertThat(verdict.grade().compareTo(ArrivalGrade.D)).isGreaterThanOrEqualTo(0);
        assertThat(verdict.codes()).contains(Fault.CHANGED_CERTIFICATE);
    }

    @Test
    void a_sealed_original_is_opened_and_judged() {
        byte[] sealed =
                signed().sealedTo(PKI.certificate(DemonstrationPki.SPOC_2026)).bytes();

        Classified verdict = forwarded(carrier().arrivedWell(), sealed);

        assertThat(verdict.kind()).isEqualTo(MessageKind.POLICE_TO_INDIVIDUAL);
        assertThat(verdict.evidence()).extracting(Evidence::rule).contains("arrival-signed-and-sealed");
        assertThat(verdict.codes()).as("written to Jo, sealed to us").containsOnly(Fault.NOT_KEY_OWNER);
    }

    @Test
    void text_that_was_only_copied_in_is_grade_d_at_best() {
        String copied = "FYI\r\n\r\n-----Original Message-----\r\nFrom: prevent.referrals@northmere.police.uk\r\n"
                + "Subject: Channel referral\r\n\r\nPlease gather information.\r\n";

        assertThat(MailRoom.sort(carrier().arrivedWell().text(copied).bytes()).verdict())
                .satisfies(verdict -> {
                    assertThat(verdict.kind()).isEqualTo(MessageKind.POLICE_TO_INDIVIDUAL);
                    assertThat(verdict.grade()).isEqualTo(ArrivalGrade.D);
                });
        assertThat(MailRoom.sort(carrier().text(copied).bytes()).verdict().grade())
                .isEqualTo(ArrivalGrade.E);
    }

    @Test
    void nothing_forwarded_opens_a_gate() {
        assertThat(forwarded(carrier().arrivedWell(), signed().bytes()).effect())
                .isEqualTo(GateEffect.HOLD);
    }

    private static Classified forwarded(MailMaker carrier, byte[] original) {
        return MailRoom.sort(carrier.entity(attached(original)).bytes()).verdict();
    }

    private static byte[] attached(byte[] original) {
        return ("Content-Type: multipart/mixed; boundary=fw\r\n\r\n--fw\r\nContent-Type: text/plain\r\n\r\nSee below\r\n"
                        + "--fw\r\nContent-Type: message/rfc822\r\n\r\n"
                        + new String(original, ISO_8859_1) + "\r\n--fw--\r\n")
                .getBytes(ISO_8859_1);
    }

    private static MailMaker carrier() {
        return MailMaker.from(JO).to(MailMaker.SPOC).subject("FW: Channel referral");
    }

    private static MailMaker tls(MailMaker mail) {
        return mail.trace("Received: from mail.brackenford.gov.uk.example by mx.brackenford.gov.uk"
                + " (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384) with ESMTPS");
    }

    private static MailMaker police() {
        return MailMaker.from(MailMaker.NORTHMERE)
                .to(JO)
                .subject("Channel referral - PCM/2017/004213")
                .text("Please gather relevant information on T.R. 2001.\r\n");
    }

    private static MailMaker signed() {
        return police().arrivedWell().signedBy(PKI.identity(DemonstrationPki.NORTHMERE));
    }
}
