package org.spocgateway.envelope;

import java.util.List;

/**
 * Kept as it came, byte for byte; the fault says why and what to do next.
 *
 * @param recipients for IT: to whom a sealed message was sealed, where that is the question; serial numbers and hashes, no names
 */
public record Unopened(Fault fault, List<String> recipients) implements Opening {
    public Unopened(Fault fault) {
        this(fault, List.of());
    }
}
