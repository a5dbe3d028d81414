package org.spocgateway.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.GateOpening;
import org.spocgateway.release.Reason;
import org.spocgateway.release.RuleWords;
import org.spocgateway.transferlog.LoggedStep;

/**
 * Why a transfer went, or did not: what stood when the rules were asked, and what the log says. Nothing about the person.
 *
 * @param decisions every decision about it, oldest first; the last one counts
 * @param log every entry of the transfer log about it
 */
public record TransferExplanation(String transfer, List<DecisionThen> decisions, List<LoggedStep> log) {
    /**
     * One decision and all it was taken on.
     *
     * @param day the day that was put to the rules
     * @param way how it might go; empty unless permitted
     * @param reasons every reason against it; without sentences once the case was erased
     * @param opening what opened the gate; empty where it was not open, or did not matter
     * @param rules the text of the rules in force
     * @param directory the snapshot of the directory in force
     * @param agreement the agreement between force and council in the directory
     * @param log whether the log holds the digest of exactly this record
     */
    public record DecisionThen(
            Instant at,
            LocalDate day,
            String kind,
            String verdict,
            Optional<WayThen> way,
            List<Reason> reasons,
            String gate,
            Optional<GateOpening> opening,
            List<String> questions,
            List<String> fields,
            boolean receivedSecurely,
            boolean callMissing,
            String marking,
            RulesThen rules,
            SnapshotThen directory,
            Optional<AgreementThen> agreement,
            boolean log) {}

    /** The one way, and the profile that said how. */
    public record WayThen(String transferChannel, String profile, String nextHop, boolean sealed, String rule) {}

    /** The rules that were put to this kind of transfer, in the words they had. */
    public record RulesThen(String hash, Optional<Instant> since, List<RuleWords> set) {}

    /** The directory by its hash, and the files that are kept of it. */
    public record SnapshotThen(String hash, Optional<Instant> since, List<String> kept) {}

    /** An agreement (policy 3.4). */
    public record AgreementThen(String id, LocalDate signed, LocalDate until) {}
}
