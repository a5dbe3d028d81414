package org.spocgateway.envelope.openpgp;

/** One of our own keys cannot be used; the message is one sentence for whoever starts the gateway and holds no secret. */
public final class UnusableSecretKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSecretKey(String sentence) {
        super(sentence);
    }
}
