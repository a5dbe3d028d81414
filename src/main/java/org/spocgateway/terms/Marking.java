package org.spocgateway.terms;

/** Protective marking in the tiers of April 2014, lowest first (domain 3.3). */
public enum Marking {
    OFFICIAL,
    OFFICIAL_SENSITIVE,
    /** SECRET or above: the wrong system; quarantined, never rendered, never sent. */
    ABOVE;

    /** As it is written in a mail: {@code OFFICIAL}, {@code OFFICIAL-SENSITIVE}. */
    public String words() {
        return this == OFFICIAL_SENSITIVE ? "OFFICIAL-SENSITIVE" : name();
    }
}
