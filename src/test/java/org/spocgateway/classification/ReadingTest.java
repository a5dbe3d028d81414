package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.Findings;

/** Intents: negation and condition come first, quoted text never counts (policy 4.1, R3). */
class ReadingTest {
    private static final PhraseBook PHRASES = book().phrases();

    static RuleBook book() {
        var findings = new Findings();
        RuleBook book = RuleBookPage.read(ConfigPage.read(Path.of("config"), "classification.yaml", findings));
        findings.throwIfAny();
        return book;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Content for information gathering to commence.                                      | GO_AHEAD
                    You may now approach partners. Please do not hesitate to ring me.                   | GO_AHEAD
                    The matter is not subject to a live investigation, so you may begin information gathering. | GO_AHEAD
                    Please do not begin information gathering, still checking.                          | NOT_YET
                    Please don't start information gathering yet.                                       | NOT_YET
                    We will let you know when you hear from us.                                         | NOT_YET
                    Once DI Moss has signed it off, information gathering can commence.                 | CONDITIONAL
                    Information gathering can commence. This is subject to the inspector's agreement.   | CONDITIONAL
                    Can information gathering commence?                                                 | CONDITIONAL
                    Live matter, cease all enquiries.                                                   | STOP
                    Please gather information from partners and reply by 14 March.                      | ASKS
                    Peidiwch â dechrau casglu gwybodaeth eto.                                           | NOT_YET
                    Gall casglu gwybodaeth ddechrau.                                                    | GO_AHEAD
                    """)
    void one_intent_is_read_from_one_wording(String words, Intent expected) {
        assertThat(read(words)).containsOnly(expected);
    }

    @Test
    void a_promise_to_tell_when_opens_nothing() {
        assertThat(read("We will let you know when information gathering can commence."))
                .containsOnly(Intent.NOT_YET);
    }

    @Test
    void a_quoted_go_ahead_below_a_not_yet_opens_nothing() {
        assertThat(read("""
                        Jo, please do not begin, still checking.

                        On 14 Feb 2017 at 10:12, Ros Adeyemi-Hale wrote:
                        > Content for information gathering to commence.
                        """)).containsOnly(Intent.NOT_YET);
    }

    @Test
    void an_old_mail_without_quote_marks_is_quoted_all_the_same() {
        assertThat(read("""
                        Thanks, noted.

                        From: Ros Adeyemi-Hale
                        Sent: 14 February 2017 10:12
                        To: Channel SPOC
                        Subject: CHN/2017/031

                        Content for information gathering to commence.
                        """)).isEmpty();
    }

    @Test
    void an_answer_between_quoted_lines_is_read() {
        assertThat(read("""
                        > May we begin with the school?
                        Information gathering can commence with all partners.
                        > And the trust?
                        Yes.
                        """)).containsOnly(Intent.GO_AHEAD);
    }

    @Test
    void words_below_the_signature_may_close_but_never_open() {
        assertThat(read("Noted.\n-- \nRos\nInformation gathering can commence."))
                .isEmpty();
        assertThat(read("Noted.\n-- \nRos\nPS cease all enquiries.")).containsOnly(Intent.STOP);
    }

    private static Set<Intent> read(String words) {
        return new Reading(PHRASES)
                .of(OwnWords.of(words, PHRASES.list(PhraseBook.BANNER), PHRASES.list(PhraseBook.DISCLAIMER)))
                .intents();
    }
}
