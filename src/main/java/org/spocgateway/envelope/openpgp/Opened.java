package org.spocgateway.envelope.openpgp;

import java.util.Optional;

/**
 * An OpenPGP message taken apart.
 *
 * @param content what was inside: a MIME entity, or text
 * @param charset what the armour or the message says of its text; empty where it says nothing
 * @param key the name of our key that opened it; empty where it was not sealed
 * @param cipher such as {@code AES-256-OCB} or {@code AES-256-MDC}; empty where it was not sealed
 */
public record Opened(
        byte[] content, Optional<String> charset, Optional<String> key, Optional<String> cipher, Mark mark) {
    @Override
    public String toString() {
        return "Opened[" + content.length + " bytes, redacted, " + mark.judgement() + "]";
    }
}
