package org.spocgateway.vault;

/** A key is missing, does not fit, or was erased; the message names the key, never a value. */
public class KeyFault extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    KeyFault(String sentence) {
        super(sentence);
    }

    KeyFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
