package org.spocgateway.dispatch;

import java.util.Optional;
import org.spocgateway.casework.Alarms;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferKind;
import org.springframework.stereotype.Component;

/** At the first failure of a kind that must arrive, somebody is told whom to ring (policy 4.1, 2.6). */
@Component
class FirstFailure {
    /** 530, 534, 535 and 538 (RFC 4954 section 6). */
    private static final int CREDENTIALS = 53;

    private final Alarms alarms;
    private final Directory directory;

    FirstFailure(Alarms alarms, Directory directory) {
        this.alarms = alarms;
        this.directory = directory;
    }

    /** Raises the alarm in the running transaction, once for each transfer. */
    void raise(TransferRow row) {
        if (row.kind().atLeastOnce() && !row.failedBefore() && !HouseMail.is(row)) {
            alarms.raise(word(row.kind()), Optional.of(row.caseId()), Optional.empty(), telephone(row));
        }
    }

    /** A relay that refuses our account refuses everybody's mail: that is nobody's fault but ours. */
    void raiseIfRefused(Settlement settlement) {
        Evidence evidence = settlement.evidence();
        if (evidence.stage().equals(Stage.SECURED.word()) && evidence.code() / 10 == CREDENTIALS) {
            alarms.raise(
                    "relay-refuses-account",
                    Optional.empty(),
                    Optional.empty(),
                    directory.council().telephone());
        }
    }

    /** Without a signed log nothing leaves, whatever the kind; the alarm stands until somebody has dealt with it. */
    void raiseUnsigned() {
        alarms.raise(
                "log-not-signed",
                Optional.empty(),
                Optional.empty(),
                directory.council().telephone());
    }

    /** It arrived after all. */
    void clear(TransferRow row) {
        if (row.kind().atLeastOnce() && row.failedBefore()) {
            alarms.clear(word(row.kind()), row.caseId(), Actor.system());
        }
    }

    /** The directory's number of whoever should have got it; never a number from a mail. */
    String telephone(TransferRow row) {
        return row.organisation()
                .flatMap(directory::byId)
                .map(Party::telephone)
                .orElse(directory.council().telephone());
    }

    private static String word(TransferKind kind) {
        return kind.word() + "-not-delivered";
    }
}
