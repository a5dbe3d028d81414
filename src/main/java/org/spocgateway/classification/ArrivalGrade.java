package org.spocgateway.classification;

/** How safely a message arrived (domain 3.4), A best. */
public enum ArrivalGrade {
    /** Valid pinned signature, and DMARC pass at our own boundary. */
    A,
    /** Trusted relay or CJSM hop, and DMARC pass. */
    B,
    /** DMARC aligned pass and TLS 1.2 or better on the border hop. */
    C,
    /** TLS, but DMARC none or fail, or old TLS. */
    D,
    /** A hop in clear text. */
    E,
    /** Forged, contradictory, or a force we do not know. */
    F;

    /** Whether this is as good as {@code threshold} or better. */
    public boolean atLeast(ArrivalGrade threshold) {
        return compareTo(threshold) <= 0;
    }
}
