package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.spocgateway.casework.Gates;
import org.spocgateway.directory.Directory;
import org.spocgateway.release.FrozenDecision;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Gate;
import org.springframework.stereotype.Component;

/** Asks the rules about a transfer, as directory, gate and day are now. */
@Component
class Decisions {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final ReleaseRules rules;
    private final Directory directory;
    private final Gates gates;
    private final Clock clock;

    Decisions(ReleaseRules rules, Directory directory, Gates gates, Clock clock) {
        this.rules = rules;
        this.directory = directory;
        this.gates = gates;
        this.clock = clock;
    }

    Decided decide(TransferRow row, Transfer transfer) {
        Gate gate = gates.gate(row.caseId());
        LocalDate day = today();
        return new Decided(rules.decide(transfer, directory, gate, day), transfer, gate, day, false);
    }

    Decided again(TransferRow row, FrozenDecision frozen, Transfer transfer) {
        Gate gate = gates.gate(row.caseId());
        LocalDate day = today();
        return new Decided(rules.again(frozen, transfer, directory, gate, day), transfer, gate, day, true);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
