package org.spocgateway.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Puts composed content into the vault once, and reads its fingerprint back from there ever after. */
@Component
class Freezing {
    private final Composer composer;
    private final Vault vault;
    private final MessageIds messageIds;

    Freezing(Composer composer, Vault vault, MessageIds messageIds) {
        this.composer = composer;
        this.vault = vault;
        this.messageIds = messageIds;
    }

    FrozenContent freeze(Draft draft) {
        return store(draft.outgoing().id(), composer.compose(draft));
    }

    FrozenContent notice(TransferId id, MailAddress recipient, NoticeText text) {
        return store(id, composer.notice(id, recipient, text));
    }

    /** Makes the content part of the running transaction, with the row that refers to it. */
    void keep(FrozenContent content) {
        vault.keep(content.blob());
    }

    /** The content that a row already has, measured anew. */
    FrozenContent of(TransferRow row) {
        BlobId blob = row.content().orElseThrow(() -> new IllegalStateException("a transfer without content"));
        return described(blob, row.id(), measure(blob));
    }

    /** SHA-256 of the bytes as they stand in the vault now. */
    Fingerprint measure(BlobId blob) {
        try (InputStream in = new DigestInputStream(vault.open(blob), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new Fingerprint(HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private FrozenContent store(TransferId id, byte[] bytes) {
        return described(vault.put(Holder.ofSent(id), bytes), id, Fingerprint.of(bytes));
    }

    private FrozenContent described(BlobId blob, TransferId id, Fingerprint fingerprint) {
        return new FrozenContent(
                blob,
                fingerprint,
                vault.index("transfer.content", fingerprint.hex()),
                messageIds.index(messageIds.of(id)));
    }
}
