package org.spocgateway.transferlog;

/** The log was not signed in time; without a signed checkpoint nothing leaves. */
public final class NotSigned extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotSigned() {
        super("page 80 did not sign in time: without a signed checkpoint nothing leaves");
    }
}
