package org.spocgateway.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spocgateway.release.Permitted;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/**
 * One decision of the rules and all it was taken on; nothing about a person.
 *
 * @param verdict {@code permitted}, {@code refused} or {@code held}
 * @param way how it may go; all its parts are empty unless permitted
 * @param objections ids of the rules against it, sorted
 * @param day the day that was put to the rules
 * @param opening id of the opening of the gate that stood
 * @param questions ids, sorted; {@code fields} likewise
 */
record DecisionRecord(
        String id,
        TransferId transfer,
        CaseId caseId,
        Instant at,
        LocalDate day,
        TransferKind kind,
        String verdict,
        Way way,
        List<String> objections,
        Gate gate,
        Optional<String> opening,
        List<String> questions,
        List<String> fields,
        boolean personal,
        boolean receivedSecurely,
        boolean callMissing,
        Marking marking,
        String ruleSetHash,
        String directoryHash,
        Optional<AgreementThen> agreement) {

    /** How a permitted transfer may go. */
    record Way(String transferChannel, String profile, String nextHop, boolean sealed, String rule) {
        static final Way NONE = new Way("", "", "", false, "");

        static Way of(Permitted permitted) {
            var frozen = permitted.frozen();
            return new Way(
                    frozen.transferChannel().word(), frozen.profile(), frozen.nextHop(), frozen.seal(), frozen.rule());
        }
    }

    /** The agreement between force and council that stood (policy 3.4). */
    record AgreementThen(String id, LocalDate signed, LocalDate until) {}

    /** SHA-256 over every value but id and time; it stands in the log entry of the decision, so that a changed row shows. */
    String digest() {
        String lines = String.join(
                "\n",
                "spoc-decision/v1",
                transfer.value(),
                day.toString(),
                kind.word(),
                verdict,
                way.transferChannel(),
                way.profile(),
                way.nextHop(),
                Boolean.toString(way.sealed()),
                way.rule(),
                String.join(",", objections),
                gate.word(),
                opening.orElse(""),
                String.join(",", questions),
                String.join(",", fields),
                Boolean.toString(personal),
                Boolean.toString(receivedSecurely),
                Boolean.toString(callMissing),
                marking.name(),
                ruleSetHash,
                directoryHash,
                agreement
                        .map(each -> each.id() + " " + each.signed() + " " + each.until())
                        .orElse(""));
        return Fingerprint.of(lines.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
