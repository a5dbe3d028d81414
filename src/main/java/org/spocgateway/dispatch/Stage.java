package org.spocgateway.dispatch;

import java.util.Locale;

/** How far one SMTP transaction came; the outcome is read from this, never from an exception's type. */
enum Stage {
    /** Nothing was said yet. */
    CONNECT,
    /** The server has answered EHLO in clear. */
    GREETED,
    /** STARTTLS was sent, or the TLS handshake began. */
    TLS,
    /** TLS stands and the name was checked. */
    SECURED,
    /** MAIL, RCPT or DATA. */
    ENVELOPE,
    /** Content is being written. */
    CONTENT,
    /** All content but the final dot is on the wire, and the crossing was refused: the connection was reset. */
    ABORTED,
    /** The final dot may have been taken. */
    CROSSED,
    /** The server has answered the final dot. */
    ANSWERED;

    /** The word in evidence and log. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
