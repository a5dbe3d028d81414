package org.spocgateway.envelope;

/** One of our own keys cannot be used; the message is one sentence for whoever starts the gateway and holds no secret. */
public class UnusableKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableKey(String sentence) {
        super(sentence);
    }
}
