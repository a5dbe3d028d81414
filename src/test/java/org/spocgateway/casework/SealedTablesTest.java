package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.casework.CaseworkWorld.JO;
import static org.spocgateway.casework.CaseworkWorld.mailFrom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.Inbound;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.transaction.support.TransactionTemplate;

/** Plants unlikely words in everything that casework stores and looks for them in every table and in the log. */
class SealedTablesTest {
    private static final List<String> PLANTED = List.of(
            "Zyxwolde",
            "1987-ZZ",
            "Quagmarsh",
            "Plimsoll-Vo",
            "restrict-jotunn",
            "asks-ekpyrosis",
            "says-zaffre",
            "Oberleek",
            "PCM/2026/777123",
            "scan-gambrel.docx",
            "gossamere@webmail.example");

    @ParameterizedTest
    @MethodSource("org.spocgateway.casework.CaseworkWorld#both")
    void no_word_about_a_person_stands_in_a_table_or_in_the_log_and_reading_gives_it_back(CaseworkWorld world)
            throws Exception {
        CaseId id = everything(world);
        var export = new ByteArrayOutputStream();
        world.the(TransferLog.class).export(export);
        String all = (tables(world) + zipped(export.toByteArray())).toLowerCase(Locale.ROOT);

        List<String> words = new ArrayList<>(PLANTED);
        words.add(world.file(id).reference().value());
        words.forEach(word -> assertThat(all).doesNotContain(word.toLowerCase(Locale.ROOT)));
        assertThat(all).contains(id.value());
        assertThat(world.the(Cases.class).revealName(id, JO).facts())
                .containsEntry("name", "Zyxwolde Quagmarsh")
                .containsEntry("born", "1987-ZZ");
        assertThat(world.the(Cases.class).timeline(id))
                .anyMatch(each -> each.detail().equals("restrict-jotunn"));
        assertThat(world.the(Answers.class).of(id)).anyMatch(each -> each.text().equals("says-zaffre"));
    }

    private static CaseId everything(CaseworkWorld world) {
        Inbound referral = world.arrives(
                mailFrom("prevent.referrals@northmere.police.uk", "Name: Zyxwolde Quagmarsh\r\nDOB: 1987-ZZ"),
                Mails.of(MessageKind.POLICE_REFERRAL).police("PCM/2026/777123"));
        CaseId id = referral.caseId().orElseThrow();
        var call = new PhoneCall("Plimsoll-Vo", "Oberleek", world.clock.instant(), CaseworkWorld.FORCE_NUMBER);
        world.the(CallNotes.class).note(id, call, JO);
        world.the(Gates.class).spoken(id, new SpokenGoAhead(call, "restrict-jotunn", false), JO);
        var blob = world.the(org.spocgateway.vault.Vault.class)
                .put(org.spocgateway.vault.Holder.of(id), "x".getBytes(StandardCharsets.UTF_8));
        var draft = new RequestDraft(
                id,
                TransferKind.INFORMATION_REQUEST,
                List.of(
                        Addressee.of("larkhill-nhs-trust"),
                        Addressee.of(new org.spocgateway.terms.MailAddress("gossamere@webmail.example"))),
                List.of("known", "free-text"),
                "asks-ekpyrosis",
                Map.of("name", "Zyxwolde Quagmarsh"),
                List.of(new Outgoing.Document("scan-gambrel.docx", "application/octet-stream", blob)),
                java.time.LocalDate.of(2027, 12, 1),
                Marking.OFFICIAL_SENSITIVE);
        Approved approved = (Approved) world.the(Requests.class).approve(draft, JO, "sealed-" + id);
        world.the(TransactionTemplate.class)
                .executeWithoutResult(status -> world.publish(new AnswerGiven(
                        approved.transfers().get(0),
                        AnswerGiven.Answer.KNOWN,
                        true,
                        "says-zaffre",
                        "Plimsoll-Vo",
                        "M4QK")));
        world.arrives(
                mailFrom("larkhill.safeguarding@nhs.net", "Zyxwolde"),
                Mails.of(MessageKind.PARTNER_RETURN)
                        .effect(GateEffect.NONE)
                        .requests(approved.lines().get(0).reference()));
        return id;
    }

    /** Every value of every table, bytes as Latin letters. */
    private static String tables(CaseworkWorld world) {
        var all = new StringBuilder();
        for (String table : List.of(
                "case_file",
                "case_gate",
                "case_fact",
                "case_police_reference",
                "police_reference_claim",
                "case_message",
                "call_note",
                "case_request",
                "request_recipient",
                "case_answer",
                "case_alarm",
                "case_event",
                "inbound",
                "blob_chunk",
                "log_entry")) {
            world.database.db().sql("select * from " + table).query(row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    Object value = row.getObject(i);
                    all.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value)
                            .append('\n');
                }
            });
        }
        return all.toString();
    }

    private static String zipped(byte[] zip) throws java.io.IOException {
        var all = new StringBuilder();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
