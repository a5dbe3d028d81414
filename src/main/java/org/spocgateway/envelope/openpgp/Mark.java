package org.spocgateway.envelope.openpgp;

import java.util.Optional;

/**
 * A signature as it was judged.
 *
 * @param fingerprint of the signer's certificate, lower-case hexadecimal; only where it is one that is pinned
 * @param algorithm such as {@code SHA-256withEd25519}
 */
public record Mark(Judgement judgement, Optional<String> fingerprint, String algorithm) {
    static Mark of(Judgement judgement) {
        return new Mark(judgement, Optional.empty(), "unknown");
    }

    Mark with(Judgement other) {
        return new Mark(other, fingerprint, algorithm);
    }
}
