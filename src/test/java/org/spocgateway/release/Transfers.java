package org.spocgateway.release;

import java.security.SecureRandom;
import java.util.Set;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/** Builds transfers for tests: everything in order unless a test spoils it. */
record Transfers(
        TransferKind kind,
        String to,
        String from,
        Set<String> questions,
        Set<String> fields,
        boolean personal,
        boolean receivedSecurely,
        boolean urgentCallMissing,
        Marking marking,
        String content) {

    static Transfers of(TransferKind kind, String to) {
        boolean asks = kind == TransferKind.INFORMATION_REQUEST;
        return new Transfers(
                kind,
                to,
                "channel.spoc@brackenford.gov.uk",
                asks ? Set.of("known", "support", "vulnerability", "free-text") : Set.of(),
                asks ? Set.of("name", "born") : Set.of(),
                kind != TransferKind.NOTICE,
                true,
                false,
                Marking.OFFICIAL_SENSITIVE,
                "frozen");
    }

    static Transfers request(String to) {
        return of(TransferKind.INFORMATION_REQUEST, to);
    }

    Transfers from(String sender) {
        return new Transfers(
                kind, to, sender, questions, fields, personal, receivedSecurely, urgentCallMissing, marking, content);
    }

    Transfers asking(String... ids) {
        return new Transfers(
                kind, to, from, Set.of(ids), fields, personal, receivedSecurely, urgentCallMissing, marking, content);
    }

    Transfers telling(String... names) {
        return new Transfers(
                kind,
                to,
                from,
                questions,
                Set.of(names),
                personal,
                receivedSecurely,
                urgentCallMissing,
                marking,
                content);
    }

    Transfers withPersonal(boolean value) {
        return new Transfers(
                kind, to, from, questions, fields, value, receivedSecurely, urgentCallMissing, marking, content);
    }

    Transfers notTicked() {
        return new Transfers(kind, to, from, questions, fields, personal, false, urgentCallMissing, marking, content);
    }

    Transfers withoutCall() {
        return new Transfers(kind, to, from, questions, fields, personal, receivedSecurely, true, marking, content);
    }

    Transfers marked(Marking value) {
        return new Transfers(
                kind, to, from, questions, fields, personal, receivedSecurely, urgentCallMissing, value, content);
    }

    Transfers saying(String value) {
        return new Transfers(
                kind, to, from, questions, fields, personal, receivedSecurely, urgentCallMissing, marking, value);
    }

    Transfer transfer() {
        return new Transfer(
                TransferId.random(new SecureRandom()),
                kind,
                new MailAddress(to),
                new MailAddress(from),
                questions,
                fields,
                personal,
                receivedSecurely,
                urgentCallMissing,
                marking,
                content.isEmpty()
                        ? new Fingerprint("0".repeat(64))
                        : Fingerprint.of(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
