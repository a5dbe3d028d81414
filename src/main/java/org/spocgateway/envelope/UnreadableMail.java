package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;

/** The bytes are no mail that can be read, or are over a limit; carries no content. */
public class UnreadableMail extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final ArrayList<String> recipients;

    public UnreadableMail(Fault fault) {
        this(fault, List.of());
    }

    UnreadableMail(Fault fault, List<String> recipients) {
        super(fault.code());
        this.fault = fault;
        this.recipients = new ArrayList<>(recipients);
    }

    /** Which of the ways. */
    public Fault fault() {
        return fault;
    }

    /** To whom it was sealed, as in {@link Unopened}. */
    List<String> recipients() {
        return List.copyOf(recipients);
    }
}
