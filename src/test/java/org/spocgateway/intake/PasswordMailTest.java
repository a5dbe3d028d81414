package org.spocgateway.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.LockedFiles;
import org.spocgateway.MailMaker;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.Fault;
import org.spocgateway.terms.InboundId;

/** A locked file and the mail with its password find each other; police mail that a colleague forwards is opened. */
class PasswordMailTest {
    private static IntakeWorld world;

    @BeforeAll
    static void open() {
        world = new IntakeWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void the_password_mail_of_another_officer_of_the_same_force_is_found_from_both_sides() {
        InboundId locked = world.accepted(locked(MailMaker.NORTHMERE));
        InboundId elsewhere = world.accepted(locked(MailMaker.LARKHILL));
        InboundId password = world.accepted(password(MailMaker.WHITLOCK));
        InboundId forged = world.accepted(password("prevent.referrals@northmerepolice.uk"));
        world.work();

        assertThat(world.find(locked).fault()).contains(Fault.PASSWORD_FILE);
        assertThat(world.find(password).classified().orElseThrow().kind()).isEqualTo(MessageKind.PASSWORD_NOTICE);
        assertThat(ids(world.passwordMail.forLocked(locked))).containsExactly(password);
        assertThat(ids(world.passwordMail.lockedFor(password))).containsExactly(locked);
        assertThat(world.passwordMail.forLocked(elsewhere)).isEmpty();
        assertThat(world.passwordMail.lockedFor(forged)).isEmpty();
    }

    @Test
    void a_sealed_original_that_a_colleague_forwards_is_opened_and_a_strangers_is_not() {
        byte[] original = MailMaker.from(MailMaker.NORTHMERE)
                .to("jo.pendry@brackenford.gov.uk")
                .text("Please gather relevant information on T.R. 2001.")
                .signedBy(IntakeWorld.PKI.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(IntakeWorld.PKI.certificate(DemonstrationPki.SPOC_2026))
                .bytes();
        InboundId ours = world.accepted(forwarded("jo.pendry@brackenford.gov.uk", original));
        InboundId theirs = world.accepted(forwarded("r77120@freemail.example", original));
        world.work();

        ForwardedMail.Original opened = world.forwarded.in(ours).get(0);
        assertThat(opened.verified()).isTrue();
        assertThat(opened.mail().orElseThrow().text()).contains("T.R. 2001");
        assertThat(world.forwarded.in(theirs)).isEmpty();
    }

    private static byte[] forwarded(String by, byte[] original) {
        return MailMaker.from(by)
                .to(MailMaker.SPOC)
                .subject("FW: Channel referral")
                .arrivedWell()
                .entity(
                        ("Content-Type: multipart/mixed; boundary=fw\r\n\r\n--fw\r\nContent-Type: message/rfc822\r\n\r\n"
                                        + new String(original, ISO_8859_1) + "\r\n--fw--\r\n")
                                .getBytes(ISO_8859_1))
                .bytes();
    }

    private static List<InboundId> ids(List<PasswordMail.Pointer> pointers) {
        return pointers.stream().map(PasswordMail.Pointer::id).toList();
    }

    private static byte[] locked(String from) {
        byte[] zip = LockedFiles.zip(Map.of("a", new byte[] {1}), LockedFiles.PASSWORD, EncryptionMethod.AES);
        return MailMaker.from(from)
                .to(MailMaker.SPOC)
                .subject("Secure document")
                .arrivedWell()
                .text("Please see attached. The password follows.")
                .attach("a.zip", "application/zip", zip)
                .bytes();
    }

    private static byte[] password(String from) {
        return MailMaker.from(from)
                .to(MailMaker.SPOC)
                .subject("RE: Secure document")
                .arrivedWell()
                .text("The password is " + LockedFiles.PASSWORD)
                .bytes();
    }
}
