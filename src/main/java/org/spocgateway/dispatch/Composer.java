package org.spocgateway.dispatch;

import java.io.ByteArrayOutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Templates;
import org.spocgateway.envelope.Sealing;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Composes content in its final bytes, once: what is signed and sealed here is what every attempt sends. */
@Component
class Composer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    /** So that mailboxes on holiday do not answer a notice (RFC 3834 section 5). */
    private static final byte[] AUTOMATIC = Entities.ascii("Auto-Submitted: auto-generated\r\n");

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Templates templates;
    private final LetterWords words;
    private final Sealing sealing;
    private final Intake intake;
    private final Vault vault;
    private final Directory directory;
    private final MessageIds messageIds;
    private final Clock clock;

    Composer(
            Templates templates,
            LetterWords words,
            Sealing sealing,
            Intake intake,
            Vault vault,
            Directory directory,
            MessageIds messageIds,
            Clock clock) {
        this.templates = templates;
        this.words = words;
        this.sealing = sealing;
        this.intake = intake;
        this.vault = vault;
        this.directory = directory;
        this.messageIds = messageIds;
        this.clock = clock;
    }

    /** The bytes: a mail, or for the portal the package. */
    byte[] compose(Draft draft) {
        if (draft.permitted().transferChannel() == TransferChannel.EGRESS_STYLE) {
            return PackageBytes.write(draft.outgoing(), words.questions(draft.outgoing()));
        }
        byte[] entity = entity(draft);
        if (draft.permitted().transferChannel() == TransferChannel.GCSX) {
            entity = sealing.sign(entity);
        }
        if (draft.sealed()) {
            entity = sealing.seal(entity, readsOnlyCbc(draft), List.of(certificate(draft.recipient())));
        }
        return mail(
                draft.outgoing().id(),
                draft.sender(),
                draft.recipient(),
                draft.outgoing().reference().value(),
                entity);
    }

    /** A notice: one of the templates that say nothing about a person, under a subject that says nothing either. */
    byte[] notice(TransferId id, MailAddress recipient, NoticeText notice) {
        byte[] entity = Entities.text(templates.text(notice.template(), words.notice(notice)));
        return mail(id, directory.council().spocMailbox(), recipient, notice.subject(), concat(AUTOMATIC, entity));
    }

    private byte[] entity(Draft draft) {
        Outgoing outgoing = draft.outgoing();
        var parts = new ArrayList<byte[]>();
        parts.add(
                Entities.text(templates.text(draft.permitted().transfer().kind().word(), words.of(outgoing))));
        String name = outgoing.reference().value();
        outgoing.forwarded().flatMap(intake::find).ifPresent(message -> addForwarded(parts, name, message, draft));
        for (int i = 0; i < outgoing.documents().size(); i++) {
            Outgoing.Document document = outgoing.documents().get(i);
            parts.add(Entities.file(
                    name + "-" + (i + 1) + FileEndings.of(document.type()),
                    FileEndings.safe(document.type()),
                    vault.read(document.blob())));
        }
        return Entities.mixed("=_" + outgoing.id(), parts);
    }

    /** The mail as it came, and what it said where it was sealed to us: police cannot open what only we can. */
    private void addForwarded(List<byte[]> parts, String name, Inbound message, Draft draft) {
        parts.add(Entities.message(name + ".eml", intake.raw(message.id()), draft.sealed()));
        if (message.key().isPresent() && message.opened().isPresent()) {
            byte[] opened = vault.read(message.opened().get());
            parts.add(Entities.message(name + "-opened.eml", opened, draft.sealed()));
        }
    }

    private byte[] mail(TransferId id, MailAddress from, MailAddress to, String subject, byte[] entity) {
        String head = "From: " + from.value() + "\r\n"
                + "To: " + to.value() + "\r\n"
                + "Reply-To: " + directory.council().spocMailbox().value() + "\r\n"
                + "Subject: " + subject + "\r\n"
                + "Date: " + DATE.format(clock.instant().atZone(HERE)) + "\r\n"
                + "Message-ID: " + messageIds.of(id) + "\r\n"
                + "MIME-Version: 1.0\r\n";
        byte[] bytes = concat(Entities.ascii(head), entity);
        if (!Lines.areCanonical(bytes, false)) {
            throw new IllegalStateException("a mail of ours has a line that no relay must pass on");
        }
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream(first.length + second.length);
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private X509Certificate certificate(MailAddress recipient) {
        return directory
                .sealTo(recipient)
                .orElseThrow(() -> new IllegalStateException("there is no certificate to seal to"));
    }

    private static boolean readsOnlyCbc(Draft draft) {
        return draft.party()
                .filter(each -> each instanceof Partner partner && partner.cbc())
                .isPresent();
    }
}
