package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.Test;
import org.spocgateway.CertificateMaker;
import org.spocgateway.CmsMaker;
import org.spocgateway.CmsMaker.Ciphering;
import org.spocgateway.CmsMaker.Signing;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Unopened;

/** Thirteen ways in which a police mail can come, each with its own code and the outcome it deserves; made here, judged as the gateway does. */
class MatrixTest {
    private static final DemonstrationPki PKI = MailRoom.PKI;
    private static final DemonstrationPki.Identity POLICE = PKI.identity(DemonstrationPki.NORTHMERE);
    private static final String TEXT =
            "Please find a Channel referral, PCM/2026/004213. Information gathering can commence."
                    + " Please send us the information that you hold by Friday.";
    private static final String OTHER = TEXT.replace("004213", "009999");

    /** What one message came to. */
    private record Line(String code, String outcome, ArrivalGrade grade, GateEffect gate, String codes) {}

    @Test
    void each_of_the_thirteen_ways_has_its_own_code_and_the_outcome_it_deserves() {
        Map<String, Line> lines = new LinkedHashMap<>();
        mails().forEach((name, mail) -> lines.put(name, line(mail)));

        lines.forEach((name, line) -> System.out.printf(
                "%-32s %-20s %-8s grade %s  %-14s %s%n",
                name, line.code(), line.outcome(), line.grade(), line.gate(), line.codes()));

        List<String> told = new ArrayList<>();
        lines.forEach((name, line) -> told.add(name.substring(0, 2) + " " + line.code() + " " + line.outcome()));
        assertThat(told)
                .containsExactly(
                        "01 CAME-SEALED accept",
                        "02 TRUST-INTEGRITY hold",
                        "03 TRUST-OTHER-SENDER reject",
                        "04 CAME-GCM accept",
                        "05 CAME-OAEP accept",
                        "06 CAME-OPAQUE accept",
                        "07 CAME-TRIPLE accept",
                        "08 TRUST-WEAK-CIPHER hold",
                        "09 TRUST-WEAK-DIGEST reject",
                        "10 TRUST-BROKEN reject",
                        "11 TRUST-SELF-SIGNED reject",
                        "12 OPEN-RECIPIENT park",
                        "13 CAME-PLAIN policy");
        assertThat(lines.values()).extracting(Line::code).doesNotHaveDuplicates();
    }

    @Test
    void whatever_is_not_accepted_proposes_nothing_and_what_nobody_can_open_lists_its_recipients() {
        mails().forEach((name, mail) -> {
            MailRoom.Sorted sorted = MailRoom.sort(mail);
            boolean isAccepted = outcome(sorted).equals("accept") || name.startsWith("13");
            assertThat(sorted.verdict().effect() == GateEffect.OPEN_PROPOSED)
                    .as(name)
                    .isEqualTo(isAccepted);
        });
        Unopened parked =
                (Unopened) MailRoom.sort(mails().get("12 not sealed to us")).opening();
        assertThat(parked.recipients())
                .hasSize(1)
                .allMatch(each -> each.matches("RSA serial [0-9a-f]+ issuer [0-9a-f]{16}"));
    }

    private static Map<String, byte[]> mails() {
        var ours = PKI.certificate(DemonstrationPki.SPOC_2026);
        Signing signing = Signing.by(POLICE);
        Ciphering cbc = Ciphering.cbc(ours);
        var self = CertificateMaker.of("Northmere Prevent Referrals")
                .mail(MailMaker.NORTHMERE)
                .make();
        Map<String, byte[]> mails = new LinkedHashMap<>();
        mails.put(
                "01 signed and sealed, CBC",
                police().wrapped(signed(signing)).wrapped(sealed(cbc)).bytes());
        mails.put("02 sealed, not signed", police().wrapped(sealed(cbc)).bytes());
        mails.put(
                "03 From is somebody else",
                mail("eve@northmere.police.uk")
                        .wrapped(signed(signing))
                        .wrapped(sealed(cbc))
                        .bytes());
        mails.put(
                "04 AES-256-GCM",
                police().wrapped(signed(signing))
                        .wrapped(sealed(Ciphering.gcm(ours)))
                        .bytes());
        mails.put(
                "05 RSA-OAEP",
                police().wrapped(signed(signing))
                        .wrapped(sealed(cbc.withOaep()))
                        .bytes());
        mails.put(
                "06 signed with content inside",
                police().wrapped(each -> CmsMaker.opaque(each, signing))
                        .wrapped(sealed(cbc))
                        .bytes());
        mails.put(
                "07 triple wrap",
                police().wrapped(signed(signing))
                        .wrapped(sealed(cbc))
                        .wrapped(signed(signing))
                        .bytes());
        mails.put(
                "08 3DES",
                police().wrapped(signed(signing))
                        .wrapped(sealed(cbc.with(CMSAlgorithm.DES_EDE3_CBC)))
                        .bytes());
        mails.put(
                "09 SHA-1",
                police().wrapped(signed(signing.digest("SHA1")))
                        .wrapped(sealed(cbc))
                        .bytes());
        mails.put(
                "10 changed after signing",
                police().wrapped(signed(signing))
                        .wrapped(MatrixTest::changed)
                        .wrapped(sealed(cbc))
                        .bytes());
        mails.put(
                "11 self-signed",
                police().wrapped(signed(Signing.by(self))).wrapped(sealed(cbc)).bytes());
        mails.put(
                "12 not sealed to us",
                police().wrapped(signed(signing))
                        .wrapped(sealed(Ciphering.cbc(POLICE.certificate())))
                        .bytes());
        mails.put("13 plain", police().bytes());
        return mails;
    }

    private static MailMaker police() {
        return mail(MailMaker.NORTHMERE);
    }

    private static MailMaker mail(String from) {
        return MailMaker.from(from)
                .to(MailMaker.SPOC)
                .subject("OFFICIAL-SENSITIVE: Channel referral PCM/2026/004213")
                .arrivedWell()
                .entity(CmsMaker.text(TEXT));
    }

    private static java.util.function.UnaryOperator<byte[]> signed(Signing how) {
        return entity -> CmsMaker.signed(entity, how);
    }

    private static java.util.function.UnaryOperator<byte[]> sealed(Ciphering how) {
        return entity -> CmsMaker.sealed(entity, how);
    }

    private static byte[] changed(byte[] signed) {
        String whole = new String(signed, StandardCharsets.ISO_8859_1);
        assertThat(whole).contains(base64(TEXT));
        return whole.replace(base64(TEXT), base64(OTHER)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Line line(byte[] mail) {
        MailRoom.Sorted sorted = MailRoom.sort(mail);
        String code = sorted.opening() instanceof Opened opened
                ? opened.code()
                : ((Unopened) sorted.opening()).fault().code();
        Classified verdict = sorted.verdict();
        return new Line(
                code,
                outcome(sorted),
                verdict.grade(),
                verdict.effect(),
                verdict.codes().toString());
    }

    private static String outcome(MailRoom.Sorted sorted) {
        if (sorted.opening() instanceof Unopened) {
            return "park";
        }
        Opened opened = (Opened) sorted.opening();
        if (opened.layers().isEmpty()) {
            return "policy";
        }
        ArrivalGrade grade = sorted.verdict().grade();
        if (opened.isVerified() && grade == ArrivalGrade.A) {
            return "accept";
        }
        return grade == ArrivalGrade.F ? "reject" : grade == ArrivalGrade.D ? "hold" : "undecided";
    }
}
