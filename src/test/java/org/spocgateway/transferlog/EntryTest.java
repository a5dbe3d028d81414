package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    private static final List<String> PLANTED = List.of(
            "Zebedee Quillfeather",
            "Quillfeather",
            "T.R. 2001",
            "tamsin.rook@example.org",
            "Zebedee-Quillfeather.pdf",
            "referral form.docx",
            "referral.pdf",
            "RE: concern about Zebedee",
            "020 7946 0123",
            "07700 900123",
            "+447700900123",
            "14 Larkhill Road, Brackenford",
            "Q123456\r\nBcc: x@example.org",
            "Żaneta",
            "",
            " ",
            "a".repeat(65));

    @ParameterizedTest
    @EnumSource(Field.class)
    void no_planted_text_about_a_person_fits_any_field(Field field) {
        var entry = Entry.of(EntryType.OUT_SENT, Direction.OUT);
        for (String planted : PLANTED) {
            if (field.shape == Field.Shape.HOST && planted.length() > 64 || isHostLike(field, planted)) {
                continue;
            }
            assertThatThrownBy(() -> entry.with(field, planted))
                    .as("%s in %s", planted, field)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(field.name())
                    .message()
                    .satisfies(message -> assertThat(planted.isBlank() || !message.contains(planted))
                            .isTrue());
        }
    }

    /** A host is lower case with dots, so a lower-case file name looks like one; only next hops, peers and nodes have that shape. */
    private static boolean isHostLike(Field field, String planted) {
        return field.shape == Field.Shape.HOST && planted.equals("referral.pdf");
    }

    @Test
    void what_the_gateway_itself_says_fits() {
        assertThatCode(() -> Entry.of(EntryType.OUT_SENT, Direction.OUT)
                        .with(Field.KIND, "K1")
                        .with(Field.KIND, "forward-to-police")
                        .with(Field.TRANSFER_CHANNEL, "gcsx")
                        .with(Field.TO_STATE, "EOD_INTENT")
                        .with(Field.GRADE, "B")
                        .with(Field.RULE, "R19b")
                        .with(Field.RULE, "police-microsoft-wrapper")
                        .with(Field.QUEUE_ID, "vKqzTrWbnXzLm")
                        .with(Field.RULES, "R1,R6")
                        .with(Field.RULES, List.of("R1", "R6"))
                        .with(Field.RULES, List.of())
                        .with(Field.RULE_SET_HASH, "0f".repeat(32))
                        .with(Field.CODE, "5.7.1")
                        .with(Field.ENCRYPTION, "AES-256-GCM")
                        .with(Field.ENCRYPTION, "2.16.840.1.101.3.4.1.46")
                        .with(Field.TLS_VERSION, "TLSv1.3")
                        .with(Field.TLS_VERSION, "none")
                        .with(Field.TLS_SUITE, "TLS_AES_256_GCM_SHA384")
                        .with(Field.PEER_HOST, "relay.brackenford.gov.uk:587")
                        .with(Field.QUEUE_ID, "4fXyz1Pq3RzK9")
                        .with(Field.BUILD, "0.1.0-SNAPSHOT")
                        .with(Field.SMTP_CODE, 250)
                        .with(Field.URGENT, true))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 53, -(1L << 53), Long.MAX_VALUE})
    void a_number_that_json_readers_would_round_is_refused(long number) {
        assertThatThrownBy(() -> Entry.of(EntryType.OUT_SENT, Direction.OUT).with(Field.COUNT, number))
                .hasMessageContaining("COUNT");
    }

    @Test
    void a_value_of_the_wrong_kind_is_refused() {
        var entry = Entry.of(EntryType.OUT_SENT, Direction.OUT);
        assertThatThrownBy(() -> entry.with(Field.KIND, 7)).hasMessageContaining("KIND");
        assertThatThrownBy(() -> entry.with(Field.KIND, true)).hasMessageContaining("KIND");
        assertThatThrownBy(() -> entry.with(Field.COUNT, "7")).hasMessageContaining("COUNT");
        assertThatThrownBy(() -> entry.with(Field.URGENT, "true")).hasMessageContaining("URGENT");
        assertThatThrownBy(() -> entry.with(Field.KIND, List.of("a"))).hasMessageContaining("KIND");
        assertThatThrownBy(() -> entry.with(Field.RULES, Collections.nCopies(33, "R1")))
                .hasMessageContaining("RULES");
        assertThatThrownBy(() -> entry.organisation("Tidewell Homes")).hasMessageNotContaining("Tidewell");
    }
}
