package org.spocgateway.casework;

import java.util.Locale;
import org.spocgateway.terms.Gate;

/** Where a case stands, as people say it. */
public enum CaseState {
    /** Police have not said that information gathering can commence (policy 4.1). */
    WITH_POLICE,
    /** Partners may be asked (policy 4.4). */
    GATHERING,
    /** Police have said stop (policy 4.2). */
    STOPPED,
    /** Police have said that nothing more is to be done, or that another service takes it. */
    CLOSED;

    /** The word in the database and on screens: {@code with-police}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CaseState of(Gate gate, boolean closed) {
        if (closed) {
            return CLOSED;
        }
        return switch (gate) {
            case CLOSED, PROPOSED -> WITH_POLICE;
            case OPEN -> GATHERING;
            case STOPPED -> STOPPED;
        };
    }
}
