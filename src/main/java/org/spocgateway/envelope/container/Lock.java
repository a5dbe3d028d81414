package org.spocgateway.envelope.container;

/** What keeps a file shut. */
public enum Lock {
    /** An archive with an encrypted entry, or with a locked file inside. */
    ZIP(true),
    /** Word, Excel or PowerPoint since 2007, sealed with a password. */
    OFFICE(true),
    /** Word, Excel or PowerPoint before 2007, the same. */
    OLD_OFFICE(true),
    /** A PDF that does not open without a password; one that only forbids printing does open. */
    PDF(true),
    /** OpenDocument with a password: recognised, not opened. */
    OPEN_DOCUMENT(false),
    /** Opens only with an account at a rights service: a protected Office file, a PDF sealed to certificates. */
    RIGHTS(false);

    private final boolean opens;

    Lock(boolean opens) {
        this.opens = opens;
    }

    /** Whether a password opens it here. */
    public boolean opensWithPassword() {
        return opens;
    }
}
