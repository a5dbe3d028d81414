package org.spocgateway.demonstration;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.dispatch.TlsRelay;

/**
 * All the mail servers of the invented world on the loopback address: the council's mailboxes (GreenMail over IMAPS), its border,
 * and the relays that our mail leaves by (STARTTLS required; GreenMail has none).
 */
public final class MailWorld implements AutoCloseable {
    public static final String SPOC = "channel.spoc@brackenford.gov.uk";
    public static final String COMMUNITY_SAFETY = "community.safety@brackenford.gov.uk";
    private static final String BORDER = "mx.brackenford.gov.uk";
    private static final String PASSWORD = "only-on-loopback";

    private final GreenMail mailboxes;
    private final Map<String, TlsRelay> relays = new TreeMap<>();
    private final TlsRelay border;

    /** Starts everything; port 0 means any free port. */
    public MailWorld(DemonstrationPki pki, int imapsPort, int borderPort) {
        System.setProperty(
                "greenmail.tls.keystore.file",
                pki.keyFile(DemonstrationPki.SERVER).toString());
        System.setProperty("greenmail.tls.keystore.password", pki.password());
        System.setProperty("greenmail.tls.key.password", pki.password());
        mailboxes = new GreenMail(new ServerSetup(imapsPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS))
                .withConfiguration(GreenMailConfiguration.aConfig()
                        .withUser(SPOC, SPOC, PASSWORD)
                        .withUser(COMMUNITY_SAFETY, COMMUNITY_SAFETY, PASSWORD));
        mailboxes.start();
        for (String name : List.of("council-relay", "public-relay", "gcsx-relay", "notice-relay")) {
            relays.put(name, TlsRelay.withAccount(0, pki.tls(), PASSWORD, mail -> {}));
        }
        border = TlsRelay.withAccount(borderPort, pki.tls(), "", this::arriveFromOutside);
    }

    /** Puts a message into a mailbox as our own border would: its Received and Authentication-Results on top. */
    public void arrive(String mailbox, byte[] message, String tls, String dmarc, String fromDomain) {
        String top = "Authentication-Results: " + BORDER + "; spf=" + dmarc + " smtp.mailfrom=" + fromDomain + "; dkim="
                + dmarc
                + " header.d=" + fromDomain + "; dmarc=" + dmarc + " header.from=" + fromDomain + "\r\n"
                + "Received: from mail." + fromDomain + " by " + BORDER + " with ESMTPS (version="
                + tls.replace("v", "").replace('.', '_')
                + ", cipher=TLS_AES_256_GCM_SHA384); Tue, 24 Nov 2026 09:12:04 +0000\r\n";
        deliver(mailbox, concat(top.getBytes(StandardCharsets.US_ASCII), message));
    }

    private void arriveFromOutside(TlsRelay.Seen mail) {
        for (String to : mail.to()) {
            if (mailboxes.getUserManager().getUserByEmail(to) != null) {
                String domain = mail.from().substring(mail.from().indexOf('@') + 1);
                arrive(to, mail.bytes(), mail.tls(), "none", domain.isEmpty() ? "unknown.example" : domain);
            }
        }
    }

    /** Puts a message into a mailbox exactly as it is. */
    public void deliver(String mailbox, byte[] bytes) {
        try {
            mailboxes
                    .getUserManager()
                    .getUserByEmail(mailbox)
                    .deliver(new MimeMessage(null, new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages lie in a folder of a mailbox. */
    public int count(String mailbox, String folder) {
        try {
            var manager = mailboxes.getManagers().getImapHostManager();
            var found = folder.equals("INBOX")
                    ? manager.getInbox(mailboxes.getUserManager().getUserByEmail(mailbox))
                    : manager.getFolder(mailboxes.getUserManager().getUserByEmail(mailbox), folder);
            return found == null ? 0 : found.getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A relay that puts every mail off until it is not busy any more. */
    public void busy(String relay, boolean isBusy) {
        relays.get(relay).busy(isBusy);
    }

    /** Everything a relay took over. */
    public List<TlsRelay.Seen> sent(String relay) {
        return relays.get(relay).seen();
    }

    public int imapsPort() {
        return mailboxes.getImaps().getPort();
    }

    public int borderPort() {
        return border.port();
    }

    /** The settings that point the gateway at this world. */
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        for (var account :
                Map.of("spoc", SPOC, "community-safety", COMMUNITY_SAFETY).entrySet()) {
            String prefix = "mail.accounts." + account.getKey() + ".";
            settings.put(prefix + "host", "localhost");
            settings.put(prefix + "port", String.valueOf(imapsPort()));
            settings.put(prefix + "username", account.getValue());
            settings.put(prefix + "password", PASSWORD);
        }
        relays.forEach((name, relay) -> {
            settings.put("gateway.next-hops." + name + ".host", "localhost");
            settings.put("gateway.next-hops." + name + ".port", String.valueOf(relay.port()));
            settings.put("gateway.next-hops." + name + ".account", "gateway:" + PASSWORD);
        });
        return settings;
    }

    @Override
    public void close() {
        border.close();
        relays.values().forEach(TlsRelay::close);
        mailboxes.stop();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
