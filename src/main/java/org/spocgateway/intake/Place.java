package org.spocgateway.intake;

import java.util.Optional;

/**
 * Where a message stands in a mailbox: stable across connections, unlike its number, and not chosen by its sender, unlike its
 * Message-ID (RFC 9051 section 2.3.1).
 */
record Place(String account, String mailbox, long uidValidity, long uid) {
    private static final String NOWHERE = "gone";

    /** As camel-mail carries it. */
    String key() {
        return account + "\n" + mailbox + "\n" + uidValidity + "\n" + uid;
    }

    /** Reads {@link #key()} back; empty for a message that vanished while the folder was listed. */
    static Optional<Place> of(String key) {
        String[] parts = key.split("\n", -1);
        return parts.length == 4
                ? Optional.of(new Place(parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3])))
                : Optional.empty();
    }

    /** A key that no message has. */
    static String nowhere() {
        return NOWHERE;
    }
}
