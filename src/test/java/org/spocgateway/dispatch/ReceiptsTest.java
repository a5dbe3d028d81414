package org.spocgateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.casework.Alarms;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

class ReceiptsTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_bounce_is_tied_to_its_transfer_by_the_headers_it_returns(Office office) {
        TransferId transfer = office.forward(office.worry()).get(0);
        office.run(transfer);
        office.arrives(notice("failed", messageId(office)), MessageKind.DELIVERY_FAILURE);
        office.the(Receipts.class).collect();

        assertThat(office.view(transfer).receipt()).isEqualTo("bounced");
        assertThat(office.leaves()).anyMatch(leaf -> leaf.contains("out.receipt") && leaf.contains("bounced"));
        assertThat(office.the(Alarms.class).raised())
                .anyMatch(each -> each.word().equals("forward-to-police-not-delivered"));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_notice_of_delivery_resolves_an_uncertain_transfer(Office office) throws Exception {
        try (var silent = new FaultyServer(Office.PKI.tls(), false, java.util.Map.of("DOT", "RST"))) {
            office.redirect("public-relay", silent.port());
            CaseId id = office.worry();
            office.goAhead(id);
            TransferId transfer = office.ask(id, "larkhill-nhs-trust").get(0);
            TransferState before = office.run(transfer).state();
            String sent = new String(silent.messages.get(0), UTF_8);
            office.arrives(notice("delivered", messageId(sent)), MessageKind.DELIVERY_FAILURE);
            office.the(Receipts.class).collect();

            assertThat(before).isEqualTo(TransferState.UNCERTAIN);
            assertThat(office.view(transfer).state()).isEqualTo(TransferState.SENT);
            assertThat(office.leaves()).anyMatch(leaf -> leaf.contains("out.resolved") && leaf.contains("delivered"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void an_automatic_answer_is_seen_and_a_made_up_message_id_ties_nothing(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        TransferId transfer = office.ask(id, "larkhill-nhs-trust").get(0);
        office.run(transfer);
        office.arrives(automatic("<0123456789abcdef0123456789abcdef@brackenford.gov.uk>"), MessageKind.OUT_OF_OFFICE);
        office.the(Receipts.class).collect();
        String untied = office.view(transfer).receipt();
        office.arrives(automatic(messageId(office)), MessageKind.OUT_OF_OFFICE);
        office.the(Receipts.class).collect();

        assertThat(untied).isEmpty();
        assertThat(office.view(transfer).receipt()).isEqualTo("auto-reply");
    }

    private static String messageId(Office office) {
        return messageId(new String(office.sent("public-relay").get(0).bytes(), UTF_8));
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring(12);
    }

    private static String automatic(String messageId) {
        return "From: larkhill.safeguarding@nhs.net\r\nTo: channel.spoc@brackenford.gov.uk\r\nSubject: Out of office\r\n"
                + "In-Reply-To: " + messageId + "\r\nMessage-ID: <" + System.nanoTime() + "@nhs.example>\r\n"
                + "Auto-Submitted: auto-replied\r\nContent-Type: text/plain\r\n\r\nI am away.\r\n";
    }

    /** A delivery status notification (RFC 3464). */
    private static String notice(String action, String messageId) {
        return "From: mailer-daemon@relay.example\r\nTo: channel.spoc@brackenford.gov.uk\r\nSubject: Delivery report\r\n"
                + "Message-ID: <" + System.nanoTime() + "@relay.example>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nAbout your mail.\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\n"
                + "Final-Recipient: rfc822; somebody@example.test\r\nAction: " + action + "\r\nStatus: 5.1.1\r\n"
                + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: " + messageId + "\r\n"
                + "--b--\r\n";
    }
}
