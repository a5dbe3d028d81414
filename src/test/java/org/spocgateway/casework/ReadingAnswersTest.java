package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.portal.AnswerGiven;

class ReadingAnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Known to us. A multi-agency plan exists.             | true",
                "Known to us. There is no multi-agency plan.          | false",
                "Is there a multi-agency plan?                        | false",
                "We are not sure whether a multi agency plan is held. | false",
                "> A multi-agency plan exists.                        | false",
                "Current care plan: led by adults' services.          | true",
            })
    void a_plan_is_read_only_where_the_reply_itself_says_so(String text, boolean plan) {
        assertThat(MailedAnswer.of(MessageKind.PARTNER_RETURN, text).planExists())
                .isEqualTo(plan);
    }

    @Test
    void a_nil_return_is_not_known_whatever_it_quotes() {
        MailedAnswer read = MailedAnswer.of(
                MessageKind.PARTNER_NIL_RETURN,
                "Not known to service.\n> Is there a multi-agency plan? A plan exists.");

        assertThat(read.answer()).contains(AnswerGiven.Answer.NOT_KNOWN);
        assertThat(read.planExists()).isFalse();
    }

    @Test
    void a_form_gives_its_labelled_facts_and_running_text_gives_none() {
        String form =
                "Name of person: Tariq Example\r\nD.O.B: 3 May 2001\r\nAddress: 1 Mill Lane\r\nNHS number: 999 123 4567";

        assertThat(ReferralForm.facts(form))
                .isEqualTo(Map.of(
                        "name",
                        "Tariq Example",
                        "born",
                        "3 May 2001",
                        "address",
                        "1 Mill Lane",
                        "nhs-number",
                        "999 123 4567"));
        assertThat(ReferralForm.facts("I do not know his name. He lives near my address."))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Tariq Rahmani-Vale, T.R.V.", "T.R. 2001, T.R.", "'', ''"})
    void initials_are_letters_of_the_name_only(String name, String initials) {
        assertThat(new PersonReferred(Map.of("name", name)).initials()).isEqualTo(initials);
    }
}
