package org.spocgateway.dispatch;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.NextHop;

/**
 * Carries one mail to one next hop: TLS 1.2 or better or nothing, name and chain checked, one recipient, the bytes as they are.
 *
 * <p>Says what happened as a {@link Carriage}; throws nothing for what a server does.
 */
final class SmtpLine {
    private final Patience patience;
    private final Function<String, Optional<String>> secrets;

    /**
     * A line.
     *
     * @param secrets reads the property that a next hop names for its account, as {@code user:password}
     */
    SmtpLine(Patience patience, Function<String, Optional<String>> secrets) {
        this.patience = patience;
        this.secrets = secrets;
    }

    /** Carries the mail; just before the final dot it calls {@code pointOfNoReturn}. */
    Carriage carry(NextHop hop, FrozenMail mail, PointOfNoReturn pointOfNoReturn) {
        if (hop.authorities().isEmpty()) {
            return SmtpOutcome.noAuthority(hop, mail);
        }
        try {
            HopTrust trust = HopTrust.of(hop.authorities());
            var wire = new Wire(trust.socketFactory());
            Session session = Session.getInstance(settings(hop, mail, wire)); // never the system's properties
            var transport = new PointOfNoReturnTransport(
                    session, hop.implicitTls(), wire, pointOfNoReturn, patience.finalReply());
            return new SmtpOutcome(hop, mail, trust, wire, transport).of(send(hop, mail, session, transport, wire));
        } catch (GeneralSecurityException unusable) {
            return SmtpOutcome.noAuthority(hop, mail);
        }
    }

    private @Nullable Throwable send(
            NextHop hop, FrozenMail mail, Session session, PointOfNoReturnTransport transport, Wire wire) {
        try {
            connect(hop, transport);
            var message = new FrozenMessage(session, mail);
            if (transport.supportsExtension("DSN")) { // Angus guards RET and NOTIFY, but not this one
                message.setMailExtension("ENVID=" + mail.id());
            }
            transport.sendMessage(
                    message, new Address[] {new InternetAddress(mail.recipient().value(), true)});
            return null;
        } catch (MessagingException | RuntimeException | StackOverflowError failed) {
            return failed;
        } finally {
            hangUp(transport, wire);
        }
    }

    private void connect(NextHop hop, PointOfNoReturnTransport transport) throws MessagingException {
        Optional<String> account =
                hop.accountSecret().isEmpty() ? Optional.empty() : secrets.apply(hop.accountSecret());
        if (account.isEmpty()) {
            transport.connect(hop.host(), hop.port(), null, null);
            return;
        }
        int colon = account.get().indexOf(':');
        transport.connect(
                hop.host(),
                hop.port(),
                account.get().substring(0, Math.max(colon, 0)),
                account.get().substring(colon + 1));
    }

    private static void hangUp(PointOfNoReturnTransport transport, Wire wire) {
        if (transport.stage().compareTo(Stage.CONTENT) >= 0 && transport.stage() != Stage.ANSWERED) {
            wire.abort(); // a QUIT here would become content
        }
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // the answer is known; how the line ends changes nothing
        }
    }

    private Properties settings(NextHop hop, FrozenMail mail, Wire wire) {
        String prefix = hop.implicitTls() ? "mail.smtps." : "mail.smtp.";
        var settings = new Properties();
        settings.put(prefix + "ssl.socketFactory", wire);
        settings.put(prefix + "socketFactory.fallback", "false");
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        settings.put(prefix + "starttls.enable", Boolean.toString(!hop.implicitTls()));
        settings.put(prefix + "starttls.required", Boolean.toString(!hop.implicitTls()));
        settings.put(prefix + "auth", Boolean.toString(!hop.accountSecret().isEmpty()));
        settings.put(
                prefix + "connectiontimeout", Long.toString(patience.connect().toMillis()));
        settings.put(prefix + "timeout", Long.toString(patience.reply().toMillis()));
        settings.put(prefix + "writetimeout", Long.toString(patience.reply().toMillis()));
        settings.put(prefix + "localhost", mail.sender().domain());
        settings.put(prefix + "quitwait", "false");
        return settings;
    }

    /** The code with which MAIL, RCPT or DATA was refused; 0 when the line broke instead. */
    static int refusalCode(@Nullable Throwable failed) {
        int code = 0;
        for (Throwable each = failed; each instanceof MessagingException mail; each = mail.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException send && code == 0) {
                code = Math.max(send.getReturnCode(), 0);
            }
        }
        return code;
    }
}
