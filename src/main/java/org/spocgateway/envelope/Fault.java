package org.spocgateway.envelope;

/** Why a message was not opened: one code, one sentence for the officer, one next step. */
public enum Fault {
    RECIPIENT(
            "OPEN-RECIPIENT",
            "It is sealed to a key that we do not hold.",
            "Ask the sender to seal it to our present certificate; a ready answer is on the page."),
    PASSWORD_FILE(
            "OPEN-PASSWORD",
            "It holds a file that needs a password.",
            "Ring the sender on the directory's number for the password; do not ask by mail."),
    MICROSOFT_WRAPPER(
            "OPEN-MICROSOFT",
            "It is a Microsoft protected message that only opens in a browser.",
            "Open it in the mailbox with the council's Microsoft account, and ask the sender to use plain TLS mail next time."),
    DAMAGED(
            "OPEN-DAMAGED",
            "Its encrypted part is damaged or was changed on the way.",
            "Ask the sender to send it again."),
    ALGORITHM("OPEN-ALGORITHM", "It uses an encryption that we do not accept.", "Ask the sender for AES encryption."),
    UNPARSABLE(
            "OPEN-UNPARSABLE",
            "It is not a mail that can be read.",
            "Look at the bytes with IT; ask the sender to send it again."),
    TOO_LARGE("OPEN-TOO-LARGE", "It is larger or more deeply nested than we accept.", "Ask the sender to split it.");

    private final String code;
    private final String sentence;
    private final String nextStep;

    Fault(String code, String sentence, String nextStep) {
        this.code = code;
        this.sentence = sentence;
        this.nextStep = nextStep;
    }

    /** The documented code. */
    public String code() {
        return code;
    }

    /** What happened, for the officer. */
    public String sentence() {
        return sentence;
    }

    /** What to do next. */
    public String nextStep() {
        return nextStep;
    }
}
