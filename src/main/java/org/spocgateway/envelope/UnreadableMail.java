package org.spocgateway.envelope;

/** The bytes are no mail that can be read, or are over a limit; carries no content. */
public class UnreadableMail extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public UnreadableMail(Fault fault) {
        super(fault.code());
        this.fault = fault;
    }

    /** Which of the ways. */
    public Fault fault() {
        return fault;
    }
}
