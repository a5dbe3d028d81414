package org.spocgateway.dispatch;

import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.NextHop;
import org.spocgateway.terms.Thumbprint;

/** Reads what came of one SMTP transaction from the stage it reached. */
record SmtpOutcome(NextHop hop, FrozenMail mail, HopTrust trust, Wire wire, PointOfNoReturnTransport transport) {
    private static final Pattern QUEUE_ID =
            Pattern.compile("(?:queued as |\\bid=)([A-Za-z0-9][A-Za-z0-9._-]{0,63})", Pattern.CASE_INSENSITIVE);

    /** The carriage, given what was thrown on the way (null for nothing). */
    Carriage of(@Nullable Throwable failed) {
        Stage stage = transport.stage();
        int code = stage == Stage.ENVELOPE ? SmtpLine.refusalCode(failed) : transport.dotCode();
        return switch (stage) {
            case CONNECT -> wire.tls() == null ? deferred(0) : insecure(trust.refusal());
            case GREETED -> greeted();
            case TLS -> insecure(wire.tls() == null ? "tls-refused" : trust.refusal());
            case SECURED -> deferred(Math.max(transport.getLastReturnCode(), 0));
            case ENVELOPE -> code / 100 == 5 ? new Carriage.Rejected(evidence(code)) : deferred(code);
            case CONTENT, ABORTED -> deferred(0);
            case CROSSED -> new Carriage.Uncertain(evidence(Math.max(code, 0)));
            case ANSWERED -> answered(code);
        };
    }

    /** Nothing was said: the next hop names no authority that can be used. */
    static Carriage noAuthority(NextHop hop, FrozenMail mail) {
        return new Carriage.Insecure(
                "no-authority",
                new Evidence(
                        "smtp",
                        Stage.CONNECT.word(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        hop.host(),
                        scope(hop),
                        mail.sealed()));
    }

    private Carriage greeted() {
        return transport.supportsExtension("STARTTLS") ? deferred(0) : insecure("tls-not-offered");
    }

    private Carriage answered(int code) {
        return switch (code / 100) {
            case 2 -> new Carriage.Accepted(evidence(code));
            case 4 -> deferred(code);
            default -> new Carriage.Rejected(evidence(code));
        };
    }

    private Carriage deferred(int code) {
        return new Carriage.Deferred(evidence(code));
    }

    private Carriage insecure(String reason) {
        return new Carriage.Insecure(reason, evidence(0));
    }

    private Evidence evidence(int code) {
        Optional<SSLSession> session = transport.tlsSession();
        return new Evidence(
                "smtp",
                transport.stage().word(),
                code,
                code / 100 == 2 ? queueId() : Optional.empty(),
                session.map(SSLSession::getProtocol),
                session.map(SSLSession::getCipherSuite),
                session.flatMap(SmtpOutcome::peer),
                hop.host(),
                scope(hop),
                mail.sealed());
    }

    private Optional<String> queueId() {
        Matcher found = QUEUE_ID.matcher(transport.dotReply());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> peer(SSLSession session) {
        try {
            return Optional.of(
                    Thumbprint.of(session.getPeerCertificates()[0].getEncoded()).hex());
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    private static String scope(NextHop hop) {
        return hop.isRelay() ? "first-hop" : "end-to-end";
    }
}
