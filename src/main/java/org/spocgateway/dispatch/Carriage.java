package org.spocgateway.dispatch;

/** What came of carrying one transfer once; read from the stage reached, never from an exception's type. */
public sealed interface Carriage {
    /** The other side took it over. */
    record Accepted(Evidence evidence) implements Carriage {}

    /** Not now; the only outcome that is tried again by itself. */
    record Deferred(Evidence evidence) implements Carriage {}

    /** Refused for good. */
    record Rejected(Evidence evidence) implements Carriage {}

    /** The final dot may have been taken; only evidence or a person resolves it. */
    record Uncertain(Evidence evidence) implements Carriage {}

    /** No safe line (TLS not offered, certificate, name, protocol); nothing but EHLO and STARTTLS was sent. */
    record Insecure(String reason, Evidence evidence) implements Carriage {}

    Evidence evidence();
}
