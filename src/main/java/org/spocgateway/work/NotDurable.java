package org.spocgateway.work;

import org.springframework.boot.ExitCodeGenerator;

/** The database cannot promise to keep what it has acknowledged; the message is one sentence that says what to change. */
public class NotDurable extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    /** Refused by its settings. */
    public NotDurable(String sentence) {
        super(sentence);
    }

    /** Refused by the database itself. */
    public NotDurable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Configuration: the start is refused with 2. */
    @Override
    public int getExitCode() {
        return 2;
    }
}
