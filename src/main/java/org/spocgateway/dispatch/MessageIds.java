package org.spocgateway.dispatch;

import org.spocgateway.casework.MessageTags;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** The Message-ID of a transfer: derived from its id under a key, so that replies and delivery notices find it and nobody can guess another. */
@Component
class MessageIds {
    private final MessageTags tags;
    private final Vault vault;
    private final Directory directory;

    MessageIds(MessageTags tags, Vault vault, Directory directory) {
        this.tags = tags;
        this.vault = vault;
        this.directory = directory;
    }

    /** With angle brackets. */
    String of(TransferId id) {
        return "<" + tags.of(id) + "@" + directory.council().spocMailbox().domain() + ">";
    }

    /** What is stored for finding it again. */
    byte[] index(String messageId) {
        return vault.index("transfer.message-id", messageId);
    }
}
