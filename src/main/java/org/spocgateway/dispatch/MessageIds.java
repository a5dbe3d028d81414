package org.spocgateway.dispatch;

import java.util.Arrays;
import java.util.HexFormat;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** The Message-ID of a transfer: derived from its id under a key, so that replies and delivery notices find it and nobody can guess another. */
@Component
class MessageIds {
    private final Vault vault;
    private final Directory directory;

    MessageIds(Vault vault, Directory directory) {
        this.vault = vault;
        this.directory = directory;
    }

    /** With angle brackets. */
    String of(TransferId id) {
        byte[] tag = Arrays.copyOf(vault.index("message-id", id.value()), 16);
        return "<" + HexFormat.of().formatHex(tag) + "@"
                + directory.council().spocMailbox().domain() + ">";
    }

    /** What is stored for finding it again. */
    byte[] index(String messageId) {
        return vault.index("transfer.message-id", messageId);
    }
}
