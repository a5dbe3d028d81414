package org.spocgateway.envelope.openpgp;

/** Why an OpenPGP message stays closed; carries no content. */
public final class Refusal extends RuntimeException {
    /** Every way. */
    public enum Why {
        /** No armour, or packets that make no message (RFC 9580 section 10.3). */
        MALFORMED,
        /** A packet of a version that is not in RFC 9580. */
        VERSION,
        /** Sealed to no key of ours. */
        RECIPIENT,
        /** No AES. */
        ALGORITHM,
        /** Sealed without proof against changes: neither MDC nor AEAD. */
        INTEGRITY,
        /** It does not open with our key, or was changed: one and the same for whoever asks. */
        DAMAGED,
        /** More packets, rounds of compression or bytes than we accept. */
        TOO_LARGE
    }

    private static final long serialVersionUID = 1L;

    private final Why why;

    Refusal(Why why) {
        super(why.name());
        this.why = why;
    }

    /** Which of the ways. */
    public Why why() {
        return why;
    }
}
