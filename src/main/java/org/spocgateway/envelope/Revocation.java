package org.spocgateway.envelope;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a certificate was withdrawn, from the sources that the council configured and from nothing else: an address inside a
 * certificate or a message is never asked (assurance 3.2, SSRF).
 *
 * <p>A list or a responder that says "withdrawn" decides. Otherwise a responder's fresh answer counts, then a fresh list. Where nobody
 * can say, the finding is {@link Fault#REVOCATION_UNKNOWN} (soft: the grade stands in classification.yaml) or {@link
 * Fault#REVOCATION_REQUIRED} (hard: not verified).
 */
public final class Revocation {
    /** With no source: nobody can say of any certificate whether it was withdrawn, which is told softly. */
    public static final Revocation WITHOUT_SOURCES = new Revocation(List::of, List.of(), WhenUnknown.NOTE);

    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
    private static final Duration ANSWER_HOLDS = Duration.ofHours(1);

    /** What is made of a certificate of which nobody can say whether it was withdrawn. */
    public enum WhenUnknown {
        /** Soft: told, and the grade is capped as classification.yaml says. */
        NOTE,
        /** Hard: the signature proves nothing. */
        REFUSE,
        /** Revocation is switched off: nobody is asked and nothing is told. */
        IGNORE
    }

    /** What is known of one certificate, and until when that may be used again. */
    record Status(State state, Instant until) {
        enum State {
            GOOD,
            WITHDRAWN,
            UNKNOWN
        }

        static Status unknown(Instant now) {
            return new Status(State.UNKNOWN, now.plus(ASK_AGAIN));
        }
    }

    private final Supplier<? extends Collection<X509CRL>> lists;
    private final List<OcspResponder> responders;
    private final WhenUnknown whenUnknown;

    /**
     * @param lists the revocation lists at hand, asked for anew each time; they may be stale or somebody else's
     * @param responders who may be asked about certificates of which issuer
     */
    public Revocation(
            Supplier<? extends Collection<X509CRL>> lists, List<OcspResponder> responders, WhenUnknown whenUnknown) {
        this.lists = lists;
        this.responders = List.copyOf(responders);
        this.whenUnknown = whenUnknown;
    }

    boolean isOff() {
        return whenUnknown == WhenUnknown.IGNORE;
    }

    /** The finding for a certificate of which nobody can say. */
    Fault unknown() {
        return whenUnknown == WhenUnknown.REFUSE ? Fault.REVOCATION_REQUIRED : Fault.REVOCATION_UNKNOWN;
    }

    Status of(X509Certificate certificate, X509Certificate issuer, Instant now) {
        Status listed = RevocationLists.status(lists.get(), certificate, issuer, now);
        if (listed.state() == Status.State.WITHDRAWN) {
            return cut(listed, now);
        }
        Optional<Status> answered = responders.stream()
                .filter(responder -> responder.issuer().equals(issuer))
                .map(responder -> responder.status(certificate, now))
                .filter(status -> status.state() != Status.State.UNKNOWN)
                .findFirst();
        return cut(answered.orElse(listed), now);
    }

    /** Nothing is believed for longer than an hour without looking again. */
    private static Status cut(Status status, Instant now) {
        Instant most = now.plus(ANSWER_HOLDS);
        return status.until().isAfter(most) ? new Status(status.state(), most) : status;
    }
}
