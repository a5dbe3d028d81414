package org.spocgateway.proof;

/** Ends a verification early with its verdict. */
final class Unproven extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    Unproven(Verdict verdict) {
        super(verdict.sentence());
        this.verdict = verdict;
    }

    static Unproven altered(String what) {
        return new Unproven(Verdict.Altered.outside(what));
    }

    Verdict verdict() {
        return verdict;
    }
}
