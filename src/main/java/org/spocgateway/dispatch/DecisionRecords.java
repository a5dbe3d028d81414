package org.spocgateway.dispatch;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.GateOpening;
import org.spocgateway.casework.GateOpenings;
import org.spocgateway.directory.Directory;
import org.spocgateway.dispatch.DecisionRecord.AgreementThen;
import org.spocgateway.dispatch.DecisionRecord.Way;
import org.spocgateway.release.Decision;
import org.spocgateway.release.Held;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Reason;
import org.spocgateway.release.Refused;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Gate;
import org.springframework.stereotype.Component;

/** Writes down each decision with everything that it was taken on, in the transaction that acts on it. */
@Component
class DecisionRecords {
    private final DecisionRows rows;
    private final SealedWords sealed;
    private final GateOpenings openings;
    private final ReleaseRules rules;
    private final Directory directory;
    private final SecureRandom random;
    private final Clock clock;

    DecisionRecords(
            DecisionRows rows,
            SealedWords sealed,
            GateOpenings openings,
            ReleaseRules rules,
            Directory directory,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.sealed = sealed;
        this.openings = openings;
        this.rules = rules;
        this.directory = directory;
        this.random = random;
        this.clock = clock;
    }

    /** The digest for the log entry of this decision. */
    String write(TransferRow row, Decided decided) {
        DecisionRecord made = record(row, decided);
        List<Reason> reasons = reasons(decided.decision());
        rows.insert(made, decided.again(), reasons.isEmpty() ? null : sealed.against(row, made.id(), reasons));
        return made.digest();
    }

    private DecisionRecord record(TransferRow row, Decided decided) {
        Transfer transfer = decided.transfer();
        Decision decision = decided.decision();
        return new DecisionRecord(
                id(),
                row.id(),
                row.caseId(),
                clock.instant(),
                decided.day(),
                row.kind(),
                verdict(decision),
                decision instanceof Permitted permitted ? Way.of(permitted) : Way.NONE,
                TransferEntries.ruleIds(reasons(decision)),
                decided.gate(),
                decided.gate() == Gate.OPEN ? openings.newest(row.caseId()).map(GateOpening::id) : Optional.empty(),
                sorted(transfer.questions()),
                sorted(transfer.fields()),
                transfer.personal(),
                transfer.receivedSecurely(),
                transfer.urgentCallMissing(),
                transfer.marking(),
                rules.hash(),
                directory.hash(),
                agreement());
    }

    private Optional<AgreementThen> agreement() {
        return directory.forces().stream()
                .findFirst()
                .flatMap(force -> directory.agreement(force.id()))
                .map(each -> new AgreementThen(each.id(), each.signed(), each.until()));
    }

    /** {@code permitted}, {@code refused} or {@code held}. */
    static String verdict(Decision decision) {
        return decision instanceof Permitted ? "permitted" : decision instanceof Refused ? "refused" : "held";
    }

    /** Every reason against; none when it permits. */
    static List<Reason> reasons(Decision decision) {
        if (decision instanceof Refused refused) {
            return refused.reasons();
        }
        return decision instanceof Held held ? held.reasons() : List.of();
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }

    private String id() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
