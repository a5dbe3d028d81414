package org.spocgateway.release;

import java.time.LocalDate;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Gate;

/** All rules put to one recipient of one transfer (policy 4.1 to 4.6); pure. */
public final class ReleaseRules {
    /** SHA-256 of the rules in force: 64 hexadecimal digits. */
    public String hash() {
        throw new IllegalStateException("to be written");
    }

    /** Decides. Called by {@code dispatch} only. */
    public Decision decide(Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        throw new IllegalStateException("to be written");
    }

    /** Decides again before sending: the same recipient, way, content and a rule set in force give a {@link Permitted}, anything else {@link Held}. */
    public Decision again(FrozenDecision frozen, Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        throw new IllegalStateException("to be written");
    }

    /** What {@link #decide} would say, for people. */
    public Explanation explain(Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        throw new IllegalStateException("to be written");
    }
}
