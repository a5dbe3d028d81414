package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.MailMaker;

/** Mail that only leads to another: a password for a locked file, or a link to somebody else's portal (domain 5.4: K7, K8, K9, K18). */
class PasswordsAndPortalsTest {
    private static final String DISCLAIMER =
            "\r\n\r\nThis email is confidential. If you are not the intended recipient, delete it.\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The password for the attached referral is Larkspur7!Heron",
                "Password: three-grey-herons",
                "As discussed, password for the zip I sent at 11:50 - Kestrel.4827.Moor",
                "Hi Jo,\r\n\r\nPass phrase is \"correct horse battery\".\r\n\r\nThanks\r\nRos",
                "Y cyfrinair yw Hebog4827",
                "Further to my last e-mail the passcode = 48271993",
            })
    void a_mail_with_hardly_more_than_a_password_is_told_as_such(String text) {
        for (String from :
                new String[] {MailMaker.NORTHMERE, MailMaker.WHITLOCK, MailMaker.LARKHILL, "r77120@freemail.example"}) {
            Classified verdict = sorted(from, "Secure document", text);

            assertThat(verdict.kind()).as(from).isEqualTo(MessageKind.PASSWORD_NOTICE);
            assertThat(verdict.effect()).as(from).isEqualTo(GateEffect.NONE);
            assertThat(verdict.evidence().toString()).doesNotContain("Larkspur", "heron", "Kestrel", "horse");
            assertThat(verdict.evidence())
                    .filteredOn(each -> each.rule().equals("password-notice"))
                    .allMatch(each -> each.from() == -1);
        }
    }

    @Test
    void a_subject_that_says_password_and_one_word_is_enough() {
        assertThat(sorted(MailMaker.NORTHMERE, "RE: Secure document - password", "Larkspur7!Heron")
                        .kind())
                .isEqualTo(MessageKind.PASSWORD_NOTICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can you tell me the password for the file?",
                "The password is on its way by telephone.",
                "The password will be sent in a second e-mail.",
                "Your password is about to expire, click here to keep it.",
                "Password: reset it at https://portal.example/reset",
                "The password is wrong, we could not open your form.",
                "Password is Larkspur7. You can now start gathering information on PCM/2017/004213.",
                "Please do not begin information gathering. Password: Larkspur7",
                "Stop all enquiries now. The password is Larkspur7",
            })
    void whoever_asks_for_one_or_says_more_is_not(String text) {
        assertThat(sorted(MailMaker.NORTHMERE, "Secure document", text).kind())
                .isNotEqualTo(MessageKind.PASSWORD_NOTICE);
    }

    @Test
    void a_stop_beside_a_password_still_stops() {
        assertThat(sorted(MailMaker.NORTHMERE, "x", "Stop all enquiries now. The password is Larkspur7")
                        .effect())
                .isEqualTo(GateEffect.STOP);
    }

    @Test
    void a_lookalike_with_a_password_is_a_lookalike() {
        assertThat(sorted("prevent.referrals@northmerepolice.uk", "x", "The password is Larkspur7")
                        .kind())
                .isEqualTo(MessageKind.HOSTILE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prevent.referrals@northmere.police.uk | Northmere Police has sent you a protected message. Read the message: https://outlook.office365.example/x | K7
            imran.whitlock@northmere.police.uk    | You have received a secure email. Click to read the secure message. | K7
            channel@westvale.gov.example          | Westvale Council's Community Safety Team has a confidential request for your organisation. There is nothing confidential in this email. Open the request: https://portal.westvale.example/r | K18
            noreply@switch.example                | R. Osei has sent you a secure message. Open the secure package before 3 March. | K18
            noreply@cjsm.net                      | You have 1 new message in your CJSM mailbox. | K9
            a.osei@brackenford-yjs.gov.uk.cjsm.net | T.R. can attend on Thursday. I will bring the report. | K9
            """)
    void what_only_waits_somewhere_else_is_told_as_such(String from, String text, String kind) {
        assertThat(sorted(from, "Secure document", text).kind().id()).isEqualTo(kind);
        assertThat(sorted(from, "Secure document", text + DISCLAIMER).kind().id())
                .isEqualTo(kind);
    }

    @Test
    void a_subject_that_begins_with_cjsm_is_enough() {
        assertThat(sorted("office@harbourlight.example", "CJSM: Panel attendance CP/2017-03", "I can attend.")
                        .kind())
                .isEqualTo(MessageKind.CJSM_MAIL);
    }

    @Test
    void words_that_only_quote_such_a_notice_keep_their_meaning() {
        String text = "Content for information gathering to commence on PCM/2017/004213.\r\n\r\n"
                + "-----Original Message-----\r\nFrom: x\r\n\r\nBrackenford has sent you a secure message.\r\n";

        assertThat(sorted(MailMaker.NORTHMERE, "RE: PCM/2017/004213", text).kind())
                .isEqualTo(MessageKind.POLICE_GO_AHEAD);
    }

    private static Classified sorted(String from, String subject, String text) {
        return MailRoom.sort(MailMaker.from(from)
                        .to(MailMaker.SPOC)
                        .subject(subject)
                        .arrivedWell()
                        .text(text)
                        .bytes())
                .verdict();
    }
}
