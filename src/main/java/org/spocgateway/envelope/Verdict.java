package org.spocgateway.envelope;

import java.util.Optional;

/** What one signature came to. */
record Verdict(Signature signature, Optional<Signer> signer, boolean bound, boolean pinned, String algorithm) {
    static Verdict of(Signature signature) {
        return new Verdict(signature, Optional.empty(), false, false, "unknown");
    }

    Verdict with(Signature other) {
        return new Verdict(other, signer, bound, pinned, algorithm);
    }
}
