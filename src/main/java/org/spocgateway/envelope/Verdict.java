package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one signature came to, and everything that was found about it. */
record Verdict(
        Signature signature,
        Optional<Signer> signer,
        boolean bound,
        boolean pinned,
        String algorithm,
        List<Fault> findings) {
    /** Nothing is signed. */
    static final Verdict NONE = of(Signature.NONE);

    /** A signature that cannot be judged any further. */
    static Verdict undetermined(Fault why) {
        return of(Signature.UNDETERMINED, why);
    }

    /** A signature that is wrong. */
    static Verdict invalid(Fault why) {
        return of(Signature.INVALID, why);
    }

    private static Verdict of(Signature signature, Fault... findings) {
        return new Verdict(signature, Optional.empty(), false, false, "unknown", List.of(findings));
    }

    Verdict with(Signature other, List<Fault> found) {
        return new Verdict(other, signer, bound, pinned, algorithm, found);
    }

    /** The worst of all signatures, outermost first; bound and pinned only if every one is; the innermost signer is the author. */
    static Verdict ofAll(List<Verdict> verdicts) {
        return verdicts.stream().reduce(Verdict::and).orElse(NONE);
    }

    private Verdict and(Verdict inner) {
        List<Fault> all = new ArrayList<>(findings);
        all.addAll(inner.findings);
        return new Verdict(
                worse(signature, inner.signature),
                inner.signer,
                bound && inner.bound,
                pinned && inner.pinned,
                inner.algorithm,
                List.copyOf(all));
    }

    private static Signature worse(Signature one, Signature other) {
        if (one == Signature.INVALID || other == Signature.INVALID) {
            return Signature.INVALID;
        }
        return one == other ? one : Signature.UNDETERMINED;
    }
}
