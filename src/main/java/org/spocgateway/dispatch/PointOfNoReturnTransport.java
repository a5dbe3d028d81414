package org.spocgateway.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP transport that stops directly before the final dot, asks whether it may cross, and then writes the dot and nothing else.
 *
 * <p>One object carries one mail to one recipient over one connection. The stage reached is the outcome (RFC 5321 section 4.2.5).
 */
final class PointOfNoReturnTransport extends SMTPTransport {
    private final boolean implicitTls;
    private final Wire wire;
    private final PointOfNoReturn pointOfNoReturn;
    private final Duration finalReply;
    private Stage stage = Stage.CONNECT;
    private int dotCode;
    private String dotReply = "";
    private @Nullable SSLSession tlsSession;

    PointOfNoReturnTransport(
            Session session, boolean implicitTls, Wire wire, PointOfNoReturn pointOfNoReturn, Duration finalReply) {
        super(
                session,
                new URLName(implicitTls ? "smtps" : "smtp", null, -1, null, null, null),
                implicitTls ? "smtps" : "smtp",
                implicitTls);
        this.implicitTls = implicitTls;
        this.wire = wire;
        this.pointOfNoReturn = pointOfNoReturn;
        this.finalReply = finalReply;
    }

    /** How far it came. */
    Stage stage() {
        return stage;
    }

    /** The reply code to the final dot; 0 when there was none. */
    int dotCode() {
        return dotCode;
    }

    /** The reply to the final dot; read for its queue id only. */
    String dotReply() {
        return dotReply;
    }

    /** What TLS agreed on; empty until the handshake was finished. */
    Optional<SSLSession> tlsSession() {
        return Optional.ofNullable(tlsSession);
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        boolean understood = super.ehlo(domain);
        if (stage == Stage.CONNECT && (understood || getLastReturnCode() / 100 == 5)) {
            stage = implicitTls ? Stage.SECURED : Stage.GREETED;
        }
        SSLSocket tls = wire.tls();
        if (stage == Stage.SECURED && tls != null) {
            tlsSession = tls.getSession(); // before a finished handshake it would say NONE without an exception
        }
        return understood;
    }

    @Override
    protected void startTLS() throws MessagingException {
        stage = Stage.TLS;
        super.startTLS();
        stage = Stage.SECURED;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.ENVELOPE;
        super.mailFrom();
    }

    @Override
    protected OutputStream bdat() {
        throw new IllegalStateException("BDAT has no final dot");
    }

    @Override
    protected OutputStream data() throws MessagingException {
        OutputStream out = super.data();
        stage = Stage.CONTENT;
        return new HoldLastCrlf(out);
    }

    /** Not {@code super.finishData()}: that would hide an end of stream behind a RSET on the dead connection. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        sendCommand(""); // the CR LF held back, and the flush: everything but the dot is on the wire now
        cross();
        dotCode = simpleCommand(".");
        dotReply = getLastServerResponse().strip();
        if (dotCode >= 200 && dotCode < 600 && dotCode / 100 != 3) {
            stage = Stage.ANSWERED;
        }
        if (stage != Stage.ANSWERED || dotCode / 100 != 2) {
            // An IOException inside: only then does Angus drop the connection.
            throw new MessagingException("the final reply was not 2xx", new IOException("final reply " + dotCode));
        }
    }

    private void cross() throws IOException {
        try {
            pointOfNoReturn.cross();
            SSLSocket tls = wire.tls();
            if (tls == null) {
                throw new IllegalStateException("there is no TLS on this line");
            }
            tls.setSoTimeout((int) finalReply.toMillis());
        } catch (Throwable refused) { // inside DATA there is no RSET, and a QUIT would become content
            stage = Stage.ABORTED;
            wire.abort();
            throw new IOException("the point of no return was not crossed", refused);
        }
        stage = Stage.CROSSED;
    }
}
