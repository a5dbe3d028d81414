package org.spocgateway.intake;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.spocgateway.envelope.MessageIdHeader;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.Step;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Page 10: takes the exact bytes of a message that camel-mail found.
 *
 * <p>The message is fetched again by UID (a message number may mean another mail by now, stack.md 2.2), stored sealed, compared
 * with the size the server states, and only then accepted. The mailbox is left as it is; {@link MoveAccepted} changes it.
 */
@Step
@Component("mailbox")
public class MailboxSteps {
    private final InboundRows rows;
    private final Vault vault;
    private final Acceptance acceptance;
    private final TransferLog log;
    private final SecureRandom random;
    private final Clock clock;

    MailboxSteps(
            InboundRows rows, Vault vault, Acceptance acceptance, TransferLog log, SecureRandom random, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.acceptance = acceptance;
        this.log = log;
        this.random = random;
        this.clock = clock;
    }

    /** Accepts one message; a message that is no longer there, or already ours, changes nothing. */
    public void accept(Exchange exchange) throws IOException, MessagingException {
        if (!log.mayAct()) {
            throw new IOException("the transfer log is fenced: mail is counted and left where it is");
        }
        MailMessage found = Objects.requireNonNull(exchange.getMessage(MailMessage.class));
        Folder folder = found.getOriginalMessage().getFolder();
        Optional<Place> place = Place.of(String.valueOf(exchange.getProperty("CamelMailMessageId", String.class)));
        if (place.isEmpty() || rows.exists(place.get())) {
            return;
        }
        Optional<IMAPMessage> message = Mailbox.of(folder).at(place.get());
        if (message.isPresent()) {
            store(place.get(), message.get());
        }
    }

    private void store(Place place, IMAPMessage message) throws IOException, MessagingException {
        InboundId id = InboundId.random(random);
        Holder holder = Holder.ofMessage(id);
        MessageDigest digest = sha256();
        var head = new ByteArrayOutputStream();
        BlobId raw;
        try (InputStream in = new Witness(new DigestInputStream(message.getMimeStream(), digest), head)) {
            raw = vault.put(holder, in);
        }
        long size = vault.size(raw);
        if (size == 0 || (message.getSize() > 0 && size != message.getSize())) {
            throw new IOException(
                    "the server sent " + size + " of " + message.getSize() + " bytes; the next poll tries again");
        }
        byte[] fingerprint = vault.index("inbound.fingerprint", HexFormat.of().formatHex(digest.digest()));
        Optional<byte[]> messageId =
                MessageIdHeader.in(head.toByteArray()).map(each -> vault.index("inbound.message-id", each));
        acceptance.accept(new NewInbound(id, place, clock.instant(), size, fingerprint, messageId, holder, raw));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Keeps a copy of the first bytes that pass, for the Message-ID. */
    private static final class Witness extends FilterInputStream {
        private final ByteArrayOutputStream head;

        Witness(InputStream in, ByteArrayOutputStream head) {
            super(in);
            this.head = head;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0 && head.size() < MessageIdHeader.LOOK_AT_BYTES) {
                head.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0 && head.size() < MessageIdHeader.LOOK_AT_BYTES) {
                head.write(buffer, offset, Math.min(count, MessageIdHeader.LOOK_AT_BYTES - head.size()));
            }
            return count;
        }
    }
}
